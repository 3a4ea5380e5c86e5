package dev.threadmill.archive.render.thread;

import dev.threadmill.archive.body.HtmlStore;
import dev.threadmill.archive.mail.Dates;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.MessageId;
import dev.threadmill.archive.render.frame.Heads;
import dev.threadmill.archive.render.frame.PageHoles;
import dev.threadmill.archive.render.frame.People;
import dev.threadmill.archive.render.frame.Shown;
import dev.threadmill.archive.render.frame.TextShare;
import dev.threadmill.archive.render.template.Markup;
import dev.threadmill.archive.render.template.Page;
import dev.threadmill.archive.render.template.PageWriter;
import dev.threadmill.archive.render.template.Pages;
import dev.threadmill.archive.render.template.View;
import dev.threadmill.archive.site.Links;
import dev.threadmill.archive.site.ListThread;
import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.site.Permalinks;
import dev.threadmill.archive.site.PlannedThread;
import dev.threadmill.archive.site.SitePath;
import dev.threadmill.archive.thread.ThreadNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes the pages that show a thread with all its texts, as a tree and by date. */
final class ThreadPages {

    /** Deeper messages stand no further right. */
    private static final int DEEPEST_INDENT = 9;

    private final Links links;
    private final Pages pages;
    private final People people;
    private final Heads heads;
    private final SeriesLines seriesLines;

    ThreadPages(Links links, Pages pages, People people, Heads heads) {
        this.links = links;
        this.pages = pages;
        this.people = people;
        this.heads = heads;
        this.seriesLines = new SeriesLines(links, people);
    }

    /**
     * Writes both views, and what leads to them from where the thread once stood.
     *
     * @param shown by node, what the list shows of it
     * @param reviews what was said of the patches of the thread; null where it has none
     */
    void write(
            ListThread thread,
            List<List<Shown>> shown,
            HtmlStore bodies,
            Overviews overviews,
            @Nullable Reviews reviews,
            PageWriter buffer) {
        if (links.hasPages(thread.planned(), PageKind.NESTED)) {
            nested(thread, shown, bodies, overviews, reviews, buffer);
            redirects(thread, PageKind.NESTED, buffer);
        }
        if (links.hasPages(thread.planned(), PageKind.FLAT)) {
            flat(thread, shown, bodies, overviews, reviews, buffer);
            redirects(thread, PageKind.FLAT, buffer);
        }
    }

    private void nested(
            ListThread thread,
            List<List<Shown>> shown,
            HtmlStore bodies,
            Overviews overviews,
            @Nullable Reviews reviews,
            PageWriter buffer) {
        IntFunction<SitePath> address =
                p -> links.permalinks().nested(thread.list(), thread.root(), p);
        int from = 0;
        for (int page = 1; page <= thread.nestedPages(); page++) {
            int to = from;
            while (to < thread.nodes().size() && thread.nestedPage(to) == page) {
                to++;
            }
            int[] nodes = IntStream.range(from, to).toArray();
            SitePath path = address.apply(page);
            Page.Nested view =
                    new Page.Nested(
                            heads.nested(path, thread, page, subject(thread), first(thread, shown)),
                            subject(thread),
                            series(path, page, thread, nodes, reviews),
                            entries(path, thread, nodes, shown, bodies),
                            View.Pager.of(path, page, thread.nestedPages(), address),
                            overviews.within(path, nodes));
            pages.write(path, PageKind.NESTED, view, buffer);
            from = to;
        }
    }

    private void flat(
            ListThread thread,
            List<List<Shown>> shown,
            HtmlStore bodies,
            Overviews overviews,
            @Nullable Reviews reviews,
            PageWriter buffer) {
        IntFunction<SitePath> address =
                p -> links.permalinks().flat(thread.list(), thread.root(), p);
        for (int page = 1; page <= thread.flatPages(); page++) {
            int from = (page - 1) * ListThread.PAGE;
            int to = Math.min(from + ListThread.PAGE, thread.byDate().length);
            int[] byDate = Arrays.copyOfRange(thread.byDate(), from, to);
            int[] nodes = Arrays.stream(byDate).sorted().toArray();
            SitePath path = address.apply(page);
            Page.Flat view =
                    new Page.Flat(
                            heads.flat(path, thread, page, subject(thread), first(thread, shown)),
                            subject(thread),
                            series(path, page, thread, nodes, reviews),
                            entries(path, thread, byDate, shown, bodies),
                            View.Pager.of(path, page, thread.flatPages(), address),
                            overviews.within(path, nodes));
            pages.write(path, PageKind.FLAT, view, buffer);
        }
    }

    /** What the list shows of its first message. */
    private static Shown first(ListThread thread, List<List<Shown>> shown) {
        return shown.get(thread.held()[0]).get(0);
    }

    private String subject(ListThread thread) {
        return people.subject(thread.planned().thread().first().subject().text());
    }

    private List<View.Entry> entries(
            SitePath page,
            ListThread thread,
            int[] nodes,
            List<List<Shown>> shown,
            HtmlStore bodies) {
        List<View.Entry> entries = new ArrayList<>(nodes.length);
        BitSet here = set(nodes);
        TextShare share = TextShare.ofPage();
        String above = OverviewLines.withoutRe(subject(thread));
        for (int node : nodes) {
            List<Shown> variants = shown.get(node);
            if (variants.isEmpty()) {
                entries.add(line(page, thread, node));
            }
            for (Shown variant : variants) {
                String subject = OverviewLines.withoutRe(variant.subject());
                boolean same = subject.equals(above);
                above = subject;
                boolean whole = share.takes(bodies.weight(variant.body()));
                entries.add(entry(page, thread, node, variant, same, whole ? bodies : null, here));
            }
        }
        return entries;
    }

    /** A node that is not held here. */
    private View.Entry line(SitePath page, ListThread thread, int node) {
        ThreadNode at = thread.nodes().get(node);
        boolean ghost = at.isGhost();
        Message message = ghost ? null : at.message();
        return new View.Entry(
                people.text(at.id().value()),
                Permalinks.anchor(at.id()),
                at.depth(),
                Math.min(at.depth(), DEEPEST_INDENT),
                false,
                at.isRemoved(),
                message == null ? "" : links.plan().mailingList(message.list()).name(),
                links.href(page, links.find(thread, node)),
                "",
                message == null ? "" : people.subject(message.subject().text()),
                message == null ? "" : people.name(message.from()),
                message == null ? "" : Dates.minute(message.sent()),
                message == null ? "" : Dates.iso(message.sent()),
                "",
                "",
                "",
                List.of(),
                Markup.EMPTY);
    }

    /**
     * @param bodies null where the text has no room on this page
     */
    private View.Entry entry(
            SitePath page,
            ListThread thread,
            int node,
            Shown shown,
            boolean sameSubject,
            @Nullable HtmlStore bodies,
            BitSet here) {
        ThreadNode at = thread.nodes().get(node);
        String anchor = Permalinks.anchor(at.id());
        if (shown.variant() > 0) {
            anchor += "-" + (shown.variant() + 1);
        }
        Links.Target target = links.find(thread, node);
        PageHoles holes =
                new PageHoles(links, page, "", thread.list(), anchor + "-", shown.files(), target);
        boolean raw = links.writes(PageKind.RAW);
        boolean alone = links.writes(PageKind.MESSAGE);
        return new View.Entry(
                people.text(at.id().value()),
                anchor,
                at.depth(),
                Math.min(at.depth(), DEEPEST_INDENT),
                true,
                false,
                "",
                target.from(page),
                raw ? page.linkTo(links.permalinks().raw(thread.list(), at.id())) : "",
                sameSubject ? "" : shown.subject(),
                shown.from(),
                Dates.minute(shown.message().sent()),
                Dates.iso(shown.message().sent()),
                shown.to(),
                shown.cc(),
                place(page, thread, at.parent(), here),
                bodies == null
                        ? shown.warningsWithoutText(
                                alone ? "the page of the message" : "the raw file")
                        : shown.warnings(),
                bodies == null ? Markup.EMPTY : Markup.of(() -> bodies.get(shown.body()), holes));
    }

    /** The tables of a thread's patch series, on the first of its pages. */
    private List<View.Series> series(
            SitePath path, int page, ListThread thread, int[] nodes, @Nullable Reviews reviews) {
        if (reviews == null || page > 1) {
            return List.of();
        }
        BitSet here = set(nodes);
        return seriesLines.tables(path, thread, reviews, node -> place(path, thread, node, here));
    }

    private static BitSet set(int[] nodes) {
        BitSet set = new BitSet();
        for (int node : nodes) {
            set.set(node);
        }
        return set;
    }

    /** Where a node stands: on this page, or else wherever it is shown; empty for none. */
    private String place(SitePath page, ListThread thread, int node, BitSet here) {
        if (node < 0) {
            return "";
        }
        if (here.get(node) && thread.holds(node)) {
            return "#" + Permalinks.anchor(thread.nodes().get(node).id());
        }
        return links.href(page, links.find(thread, node));
    }

    /** Pages at the addresses that the thread had before its first messages came in. */
    private void redirects(ListThread thread, PageKind kind, PageWriter buffer) {
        int list = thread.list();
        for (PlannedThread.InList in : thread.planned().lists()) {
            if (in.list() != list) {
                continue;
            }
            for (MessageId id : in.redirects()) {
                boolean nested = kind == PageKind.NESTED;
                Permalinks to = links.permalinks();
                SitePath page = nested ? to.nested(list, id, 1) : to.flat(list, id, 1);
                SitePath target =
                        nested
                                ? to.nested(list, thread.root(), 1)
                                : to.flat(list, thread.root(), 1);
                Page.Redirect view =
                        new Page.Redirect(
                                heads.standIn(page, thread, subject(thread), target),
                                page.linkTo(target));
                pages.write(page, kind, view, buffer);
            }
        }
    }
}
