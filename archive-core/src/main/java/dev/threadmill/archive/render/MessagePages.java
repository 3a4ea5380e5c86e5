package dev.threadmill.archive.render;

import dev.threadmill.archive.body.Html;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.MessageId;
import dev.threadmill.archive.site.NodeRef;
import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.site.Permalinks;
import dev.threadmill.archive.site.SitePath;
import dev.threadmill.archive.thread.ThreadNode;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the page of a message, and the page that speaks for a missing one. */
final class MessagePages {

    private final Links links;
    private final Pages pages;
    private final People people;
    private final Heads heads;
    private final Articles articles;
    private final ReplyInstructions replies;

    MessagePages(Links links, Pages pages, People people, Heads heads) {
        this.links = links;
        this.pages = pages;
        this.people = people;
        this.heads = heads;
        this.articles = new Articles(links, people);
        this.replies = new ReplyInstructions(people);
    }

    List<String> warnings(ThreadRenderer.Loaded loaded, boolean several) {
        return articles.warnings(loaded.message(), loaded.content().content(), several);
    }

    /**
     * Writes the page of a message.
     *
     * @param variants the messages of its id, at least one
     * @param bodies their texts
     */
    void write(
            ListThread thread,
            int node,
            List<ThreadRenderer.Loaded> variants,
            List<Shown> shown,
            List<Html> bodies,
            Overviews overviews,
            PageWriter buffer) {
        ThreadNode at = thread.nodes.get(node);
        MessageId id = at.id();
        int list = thread.list;
        SitePath page = links.permalinks.message(list, id);
        List<View.Article> views = new ArrayList<>(1);
        for (int i = 0; i < variants.size(); i++) {
            ThreadRenderer.Loaded variant = variants.get(i);
            Shown kept = shown.get(i);
            String prefix = i == 0 ? "" : (i + 1) + "-";
            PageHoles holes = new PageHoles(links, page, "", list, prefix, kept.files());
            views.add(
                    articles.article(
                            page,
                            variant.message(),
                            variant.content().content(),
                            i == 0 && variants.size() > 1,
                            Markup.of(bodies.get(i), holes)));
        }
        Message first = variants.get(0).message();
        String raw = links.writes(PageKind.RAW) ? page.linkTo(links.permalinks.raw(list, id)) : "";
        Page.Single view =
                new Page.Single(
                        heads.thread(
                                page,
                                list,
                                shown.get(0).subject() + " - " + people.name(first.from()),
                                links.permalinks.message(at.message().list(), id),
                                true,
                                links.permalinks.threadFeed(list, thread.root())),
                        people.text(id.value()),
                        Permalinks.anchor(id),
                        at.depth(),
                        raw,
                        views,
                        alsoIn(page, at, list),
                        nav(page, thread, node, first),
                        overviews.around(page, node),
                        replies.of(id, variants.get(0).content().content(), raw));
        pages.write(page, PageKind.MESSAGE, view.template(), view, buffer);
    }

    /** The other lists that hold a message. */
    private List<View.Link> alsoIn(SitePath page, ThreadNode node, int list) {
        if (node.messages().size() == 1) {
            return List.of();
        }
        List<View.Link> others = new ArrayList<>();
        int last = list;
        for (Message message : node.messages()) {
            if (message.list() != last && message.list() != list) {
                SitePath there = links.permalinks.message(message.list(), node.id());
                String name = links.plan.lists().get(message.list()).list().name();
                others.add(new View.Link(page.linkTo(there), name));
            }
            last = message.list();
        }
        return others;
    }

    private View.Nav nav(SitePath page, ListThread thread, int node, Message message) {
        Permalinks to = links.permalinks;
        int list = thread.list;
        YearMonth month =
                YearMonth.from(Instant.ofEpochSecond(message.arrived()).atOffset(ZoneOffset.UTC));
        boolean months = links.writes(PageKind.MONTHS);
        return new View.Nav(
                neighbour(page, thread, node, 1),
                neighbour(page, thread, node, -1),
                href(page, thread, thread.nodes.get(node).parent()),
                Dates.minute(message.sent()),
                page.linkTo(months ? to.month(list, month, 1) : to.list(list)),
                page.linkTo(to.list(list)));
    }

    /** The next message of the thread in reading order, or with -1 the one before. */
    private String neighbour(SitePath page, ListThread thread, int node, int step) {
        for (int i = node + step; i >= 0 && i < thread.nodes.size(); i += step) {
            if (!thread.nodes.get(i).isGhost()) {
                return href(page, thread, i);
            }
        }
        return "";
    }

    private String href(SitePath page, ListThread thread, int node) {
        Links.@Nullable Target target =
                node < 0
                        ? null
                        : links.find(thread.list, new NodeRef(thread.planned.index(), node));
        return target == null ? "" : target.from(page);
    }

    /** Writes the page of a thread's top that its list does not hold. */
    void missing(ListThread thread, Overviews overviews, PageWriter buffer) {
        ThreadNode root = thread.nodes.get(0);
        SitePath page = links.permalinks.message(thread.list, root.id());
        SitePath canonical = page;
        View.Link heldBy = null;
        String id = people.text(root.id().value());
        if (!root.isGhost()) {
            int other = root.message().list();
            canonical = links.permalinks.message(other, root.id());
            Links.Target there = links.message(other, new NodeRef(thread.planned.index(), 0));
            heldBy = new View.Link(there.from(page), links.plan.lists().get(other).list().title());
        }
        Page.Missing view =
                new Page.Missing(
                        heads.thread(
                                page,
                                thread.list,
                                "<" + id + ">",
                                canonical,
                                false,
                                links.permalinks.threadFeed(thread.list, root.id())),
                        id,
                        heldBy,
                        overviews.around(page, 0));
        // No message page: it may go when nobody answers any more.
        pages.write(page, PageKind.INDEX, view.template(), view, buffer);
    }
}
