package dev.threadmill.archive.render.frame;

import dev.threadmill.archive.mail.Dates;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.render.template.Json;
import dev.threadmill.archive.render.template.Markup;
import dev.threadmill.archive.site.Links;
import dev.threadmill.archive.site.ListThread;
import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.site.SitePath;
import java.io.Writer;

/**
 * What a page is about, for search engines: a {@code DiscussionForumPosting} of schema.org as
 * JSON-LD. Its addresses are absolute, so there is none without {@code archive.siteUrl}.
 */
final class StructuredData {

    /** Longer headlines are not shown anywhere. */
    private static final int LONGEST_HEADLINE = 110;

    private final Links links;
    private final People people;
    private final String base;

    StructuredData(Links links, People people, SiteFacts facts) {
        this.links = links;
        this.people = people;
        this.base = facts.base();
    }

    /** For the page of a message: itself, as a part of its thread. */
    Markup message(SitePath page, ListThread thread, int node, Shown shown) {
        boolean nested = links.hasPages(thread.planned(), PageKind.NESTED);
        SitePath whole =
                nested
                        ? links.permalinks().nested(thread.list(), thread.root(), 1)
                        : links.permalinks().list(thread.list());
        return posting(page, whole, shown, thread.replies(node));
    }

    /** For the first page of a thread: its first message, and how many came after it. */
    Markup thread(SitePath page, ListThread thread, Shown first) {
        SitePath list = links.permalinks().list(thread.list());
        return posting(page, list, first, thread.held().length - 1);
    }

    private Markup posting(SitePath page, SitePath whole, Shown shown, int comments) {
        return base.isEmpty()
                ? Markup.EMPTY
                : new Markup() {
                    @Override
                    public void writeTo(Writer out) {
                        write(page, whole, shown, comments, new Json(out));
                    }

                    @Override
                    public boolean isEmpty() {
                        return false;
                    }
                };
    }

    private void write(SitePath page, SitePath whole, Shown shown, int comments, Json json) {
        Message message = shown.message();
        json.object()
                .member("@context", "https://schema.org")
                .member("@type", "DiscussionForumPosting")
                .member("headline", headline(shown.subject()))
                .member("text", shown.summary())
                .name("author")
                .object()
                .member("@type", "Person")
                .member("name", people.name(message.from()))
                .endObject()
                .member("datePublished", Dates.iso(message.sent()))
                .member("url", base + page.encoded())
                .member("isPartOf", base + whole.encoded())
                .name("commentCount")
                .value(comments)
                .endObject();
    }

    /** As much of a subject as search engines take, ending with a word. */
    private static String headline(String subject) {
        if (subject.length() <= LONGEST_HEADLINE) {
            return subject;
        }
        int blank = subject.lastIndexOf(' ', LONGEST_HEADLINE - 1);
        int end = blank < LONGEST_HEADLINE / 2 ? LONGEST_HEADLINE - 1 : blank;
        if (Character.isHighSurrogate(subject.charAt(end - 1))) {
            end--;
        }
        return subject.substring(0, end) + "…";
    }

    /** A sentence on a message that has no text to begin with. */
    String description(ListThread thread, Shown shown) {
        return shown.summary().isEmpty()
                ? "A message of %s to %s"
                        .formatted(people.name(shown.message().from()), title(thread))
                : shown.summary();
    }

    /** A sentence on a thread: who took part, and when. */
    String description(ListThread thread) {
        Message first = thread.first();
        Message last = thread.last();
        String from = Dates.day(first.sent());
        String to = Dates.day(last.sent());
        return thread.held().length
                + (thread.held().length == 1 ? " message in " : " messages in ")
                + title(thread)
                + ", begun by "
                + people.name(first.from())
                + ", "
                + (from.equals(to) ? from : from + " to " + to);
    }

    private String title(ListThread thread) {
        return links.plan().mailingList(thread.list()).title();
    }
}
