package dev.threadmill.archive.render.thread;

import dev.threadmill.archive.body.Html;
import dev.threadmill.archive.mail.Dates;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.MessageContent;
import dev.threadmill.archive.mail.MessageId;
import dev.threadmill.archive.render.frame.Heads;
import dev.threadmill.archive.render.frame.PageHoles;
import dev.threadmill.archive.render.frame.People;
import dev.threadmill.archive.render.frame.Shown;
import dev.threadmill.archive.render.template.Markup;
import dev.threadmill.archive.render.template.Page;
import dev.threadmill.archive.render.template.PageWriter;
import dev.threadmill.archive.render.template.Pages;
import dev.threadmill.archive.render.template.View;
import dev.threadmill.archive.site.Links;
import dev.threadmill.archive.site.ListPlan;
import dev.threadmill.archive.site.ListThread;
import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.site.Permalinks;
import dev.threadmill.archive.site.SitePath;
import dev.threadmill.archive.thread.ThreadNode;
import java.time.YearMonth;
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
    private final SeriesLines seriesLines;
    private final ReplyInstructions replies;

    MessagePages(Links links, Pages pages, People people, Heads heads) {
        this.links = links;
        this.pages = pages;
        this.people = people;
        this.heads = heads;
        this.articles = new Articles(links, people);
        this.seriesLines = new SeriesLines(links, people);
        this.replies = new ReplyInstructions(people);
    }

    /**
     * One of the messages under an id, as their page shows it.
     *
     * @param header its content without the parts
     * @param shown what of it other pages show, too
     * @param body null where the texts before it have used up the page
     */
    record Variant(MessageContent header, Shown shown, @Nullable Html body) {}

    /**
     * What is uncertain about a message, in sentences.
     *
     * @param several whether others of its id follow
     */
    List<String> warnings(Message message, MessageContent content, boolean several) {
        return articles.warnings(message, content, several);
    }

    /**
     * Writes the page of a message.
     *
     * @param variants the messages of its id, at least one
     * @param reviews the patches of its thread; null where it has none
     */
    void write(
            ListThread thread,
            int node,
            List<Variant> variants,
            Overviews overviews,
            @Nullable Reviews reviews,
            PageWriter buffer) {
        ThreadNode at = thread.nodes().get(node);
        MessageId id = at.id();
        int list = thread.list();
        SitePath page = links.permalinks().message(list, id);
        List<View.Article> views = new ArrayList<>(1);
        for (int i = 0; i < variants.size(); i++) {
            Variant variant = variants.get(i);
            String prefix = i == 0 ? "" : (i + 1) + "-";
            Links.Target here = new Links.Target(page);
            PageHoles holes =
                    new PageHoles(links, page, "", list, prefix, variant.shown().files(), here);
            views.add(
                    articles.article(
                            page,
                            variant.shown().message(),
                            variant.header(),
                            variant.body() == null
                                    ? variant.shown().warningsWithoutText("the raw file")
                                    : variant.shown().warnings(),
                            variant.body() == null
                                    ? Markup.EMPTY
                                    : Markup.of(variant.body(), holes)));
        }
        Shown first = variants.get(0).shown();
        String raw =
                links.writes(PageKind.RAW) ? page.linkTo(links.permalinks().raw(list, id)) : "";
        Page.Single view =
                new Page.Single(
                        heads.message(page, thread, node, first),
                        people.text(id.value()),
                        Permalinks.anchor(id),
                        at.depth(),
                        raw,
                        views,
                        alsoIn(page, at, list),
                        reviews == null ? null : seriesLines.line(page, thread, node, reviews),
                        nav(page, thread, node, first.message()),
                        overviews.around(page, node),
                        replies.of(
                                id,
                                variants.get(0).header(),
                                raw,
                                links.plan().mailingList(list).address()));
        pages.write(page, PageKind.MESSAGE, view, buffer);
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
                SitePath there = links.permalinks().message(message.list(), node.id());
                String name = links.plan().mailingList(message.list()).name();
                others.add(new View.Link(page.linkTo(there), name));
            }
            last = message.list();
        }
        return others;
    }

    private View.Nav nav(SitePath page, ListThread thread, int node, Message message) {
        Permalinks to = links.permalinks();
        int list = thread.list();
        YearMonth month = ListPlan.monthOf(message.arrived());
        boolean months = links.writes(PageKind.MONTHS);
        return new View.Nav(
                neighbour(page, thread, node, 1),
                neighbour(page, thread, node, -1),
                href(page, thread, thread.nodes().get(node).parent()),
                Dates.minute(message.sent()),
                page.linkTo(months ? to.month(list, month, 1) : to.list(list)),
                links.href(page, links.byDate(list, thread.ref(node))),
                page.linkTo(to.list(list)));
    }

    /** The next message of the thread in reading order, or with -1 the one before. */
    private String neighbour(SitePath page, ListThread thread, int node, int step) {
        for (int i = node + step; i >= 0 && i < thread.nodes().size(); i += step) {
            if (!thread.nodes().get(i).isGhost()) {
                return href(page, thread, i);
            }
        }
        return "";
    }

    private String href(SitePath page, ListThread thread, int node) {
        return node < 0 ? "" : links.href(page, links.find(thread, node));
    }

    /** Writes the page of a thread's top that its list does not hold. */
    void missing(ListThread thread, Overviews overviews, PageWriter buffer) {
        ThreadNode root = thread.nodes().get(0);
        SitePath page = links.permalinks().message(thread.list(), root.id());
        SitePath canonical = page;
        View.Link heldBy = null;
        String id = people.text(root.id().value());
        if (!root.isGhost()) {
            int other = root.message().list();
            canonical = links.permalinks().message(other, root.id());
            Links.Target there = links.message(other, thread.ref(0));
            heldBy = new View.Link(there.from(page), links.plan().mailingList(other).title());
        }
        Page.Missing view =
                new Page.Missing(
                        heads.standIn(page, thread, "<" + id + ">", canonical),
                        id,
                        heldBy,
                        overviews.around(page, 0));
        // No message page: it may go when nobody answers any more.
        pages.write(page, PageKind.INDEX, view, buffer);
    }
}
