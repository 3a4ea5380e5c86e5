package dev.threadmill.archive.render.index;

import dev.threadmill.archive.mail.Dates;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.render.frame.People;
import dev.threadmill.archive.render.template.View;
import dev.threadmill.archive.site.ArrivalPages;
import dev.threadmill.archive.site.Author;
import dev.threadmill.archive.site.Links;
import dev.threadmill.archive.site.ListPlan;
import dev.threadmill.archive.site.NodeRef;
import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.site.Permalinks;
import dev.threadmill.archive.site.PlannedThread;
import dev.threadmill.archive.site.SitePath;
import dev.threadmill.archive.thread.ThreadNode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** What the indexes of a list have in common: the way from one to another, and their lines. */
public final class Indexes {

    private final Links links;
    private final People people;

    public Indexes(Links links, People people) {
        this.links = links;
        this.people = people;
    }

    /**
     * The links to the indexes of a list, but for its newest month: a page with these stays as it
     * is when a month begins.
     */
    View.Indexes of(SitePath page, ListPlan plan) {
        return indexes(page, plan.index(), "");
    }

    /** The same with the newest month, for pages that change with every message. */
    public View.Indexes withNewest(SitePath page, ListPlan plan) {
        YearMonth latest = plan.months().isEmpty() ? null : plan.months().lastKey();
        String newest = latest == null ? "" : byDate(page, plan.index(), latest);
        return indexes(page, plan.index(), newest);
    }

    private View.Indexes indexes(SitePath page, int list, String newest) {
        return new View.Indexes(
                newest,
                links.writes(PageKind.AUTHORS)
                        ? page.linkTo(links.permalinks().authors(list, 1))
                        : "",
                links.writes(PageKind.SUBJECTS)
                        ? page.linkTo(links.permalinks().subjects(list, 1))
                        : "",
                links.writesFiles()
                        ? page.linkTo(links.permalinks().attachments(list, ArrivalPages.NEWEST))
                        : "");
    }

    /** The link to a month by date; empty where months are not written. */
    String byDate(SitePath page, int list, YearMonth month) {
        return links.writes(PageKind.MONTHS)
                ? page.linkTo(links.permalinks().byDate(list, month, ArrivalPages.NEWEST))
                : "";
    }

    /**
     * The way to older entries, and back to the newest.
     *
     * @param entries how many the index has
     * @param address where its pages are, by number
     */
    View.Past past(
            SitePath page, ArrivalPages.Stretch at, int entries, IntFunction<SitePath> address) {
        if (!at.isNewest()) {
            return new View.Past(
                    at.page(),
                    page.linkTo(address.apply(ArrivalPages.NEWEST)),
                    at.page() > 1 ? page.linkTo(address.apply(at.page() - 1)) : "",
                    at.page() > 1 ? page.linkTo(address.apply(1)) : "",
                    List.of());
        }
        if (at.from() == 0) {
            return new View.Past(at.page(), "", "", "", List.of());
        }
        List<View.Link> pages = new ArrayList<>();
        for (int full = ArrivalPages.full(entries); full > 0; full--) {
            pages.add(new View.Link(page.linkTo(address.apply(full)), Integer.toString(full)));
        }
        SitePath older = address.apply(ArrivalPages.pageOf(at.from() - 1, entries));
        return new View.Past(
                at.page(),
                "",
                page.linkTo(older) + "#" + Permalinks.anchor(at.from() - 1),
                page.linkTo(address.apply(1)),
                pages);
    }

    /** What of a message's date stands above its line, and what in it. */
    interface Dating {
        String of(long arrived);
    }

    /**
     * Messages below headings, the newest first.
     *
     * @param messages all of the index, oldest first
     */
    List<View.Group> groups(
            SitePath page,
            int list,
            List<NodeRef> messages,
            ArrivalPages.Stretch at,
            Dating heading,
            Dating dating) {
        List<View.Group> groups = new ArrayList<>();
        List<View.MessageLine> lines = new ArrayList<>();
        String title = "";
        for (int entry = at.to() - 1; entry >= at.from(); entry--) {
            NodeRef ref = messages.get(entry);
            String next = heading.of(message(ref, list).arrived());
            if (!next.equals(title) && !lines.isEmpty()) {
                groups.add(new View.Group(title, lines));
                lines = new ArrayList<>();
            }
            title = next;
            lines.add(line(page, list, ref, Permalinks.anchor(entry), dating));
        }
        if (!lines.isEmpty()) {
            groups.add(new View.Group(title, lines));
        }
        return groups;
    }

    /** A message as one line. */
    View.MessageLine line(SitePath page, int list, NodeRef ref, String anchor, Dating dating) {
        Message message = message(ref, list);
        return new View.MessageLine(
                anchor,
                links.message(list, ref).from(page),
                people.subject(message.subject().text()),
                author(page, message),
                dating.of(message.arrived()),
                Dates.iso(message.arrived()));
    }

    /** Who wrote a message; without a link where authors have no page. */
    View.Link author(SitePath page, Message message) {
        return new View.Link(links.href(page, links.author(message)), people.name(message.from()));
    }

    Message message(NodeRef ref, int list) {
        return links.plan().node(ref).messageIn(list);
    }

    /** A thread as one line, with how many messages of it the list holds. */
    View.ThreadLine thread(SitePath page, int list, PlannedThread thread) {
        int messages = 0;
        for (ThreadNode node : thread.thread().nodes()) {
            messages += node.isIn(list) ? 1 : 0;
        }
        return thread(page, list, thread, messages);
    }

    /** The same with another number of messages. */
    View.ThreadLine thread(SitePath page, int list, PlannedThread thread, int messages) {
        long last = Long.MIN_VALUE;
        Message first = null;
        for (ThreadNode node : thread.thread().nodes()) {
            for (Message message : node.messagesIn(list)) {
                first = first == null ? message : first;
                last = Math.max(last, message.arrived());
            }
        }
        if (first == null) {
            throw new IllegalArgumentException("thread without a message in its list");
        }
        return new View.ThreadLine(
                links.thread(list, thread).from(page),
                people.subject(first.subject().text()),
                author(page, first),
                messages,
                Dates.day(first.sent()),
                Dates.minute(last),
                Dates.iso(last));
    }

    /** An author as one line, with how many messages to tell of. */
    View.AuthorLine author(SitePath page, int list, Author author, int messages) {
        return author(page, list, author, messages, "", "");
    }

    /**
     * The same in an index.
     *
     * @param anchor the id of the line; empty without one
     * @param email what tells them from somebody else of the same name; empty where nobody is
     */
    View.AuthorLine author(
            SitePath page, int list, Author author, int messages, String anchor, String email) {
        List<NodeRef> all = author.messages();
        long first = message(all.get(0), list).arrived();
        long last = message(all.get(all.size() - 1), list).arrived();
        boolean linked = links.writes(PageKind.AUTHORS) && !author.key().isEmpty();
        SitePath there =
                linked ? links.permalinks().author(list, author, ArrivalPages.NEWEST) : null;
        return new View.AuthorLine(
                anchor,
                there == null ? "" : page.linkTo(there),
                people.name(author.person()),
                email,
                messages,
                Dates.day(first),
                Dates.day(last));
    }
}
