package dev.threadmill.archive.render.thread;

import dev.threadmill.archive.mail.Dates;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.render.frame.People;
import dev.threadmill.archive.render.template.Copied;
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
import dev.threadmill.archive.site.PlannedThread;
import dev.threadmill.archive.site.SitePath;
import dev.threadmill.archive.thread.ThreadNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The overviews of one thread in one list. Each message's page shows the lines around it, so a line
 * is made once and copied: all pages that are equally deep in the site link alike.
 */
public final class Overviews {

    /** The most lines that the page of one message shows. */
    private static final int WINDOW = 100;

    /** A line that is deeper stands no further right: a long chain must not become a wide page. */
    private static final int DEEPEST = 40;

    private final Links links;
    private final People people;
    private final Pages pages;
    private final ListThread thread;
    private final PageWriter buffer;
    private final String[] subjects;

    /** How many messages the thread has: counted once, since the page of each one says it. */
    private final int messages;

    /** By node: the last one before it that is no ghost, or -1. */
    private final int[] previous;

    private final Map<Integer, Lines> byDepth = new HashMap<>();

    /** Lines as bytes; line {@code i} is from {@code ends[i]} to {@code ends[i + 1]}. */
    @SuppressWarnings("ArrayRecordComponent") // compared and printed nowhere
    private record Lines(byte[] bytes, int[] ends, byte[] loose) {}

    Overviews(Links links, People people, Pages pages, ListThread thread, PageWriter buffer) {
        this.links = links;
        this.people = people;
        this.pages = pages;
        this.thread = thread;
        this.buffer = buffer;
        this.messages = thread.planned().thread().size();
        this.subjects = new String[thread.nodes().size()];
        this.previous = new int[thread.nodes().size()];
        int last = -1;
        for (int node = 0; node < subjects.length; node++) {
            previous[node] = last;
            if (!thread.nodes().get(node).isGhost()) {
                subjects[node] = OverviewLines.withoutRe(message(node).subject().text());
                last = node;
            }
        }
    }

    /** The lines around a node, for the page of its message. */
    View.Overview around(SitePath page, int node) {
        int count = thread.nodes().size();
        int from = Math.max(0, Math.min(node - WINDOW / 2, count - WINDOW));
        int to = Math.min(count, from + WINDOW);
        Lines lines = byDepth.computeIfAbsent(depth(page), depth -> lines(page));
        List<Copied.Slice> slices = new ArrayList<>(4);
        int done = from;
        if (from > 0 && from != node) {
            slices.add(new Copied.Slice(made(line(page, from, -1, false))));
            done++;
        }
        if (thread.holds(node)) {
            slices.add(new Copied.Slice(lines.bytes(), lines.ends()[done], lines.ends()[node]));
            int before = node == from ? -1 : previous[node];
            slices.add(new Copied.Slice(made(line(page, node, before, true))));
            done = node + 1;
        }
        slices.add(new Copied.Slice(lines.bytes(), lines.ends()[done], lines.ends()[to]));
        return overview(
                page, node, from, count - to, new Copied(slices), Copied.all(lines.loose()));
    }

    /** The lines of all messages on one page of the thread, leading to where they stand on it. */
    View.Overview within(SitePath page, int[] nodes) {
        buffer.clear();
        int before = -1;
        for (int node : nodes) {
            append(OverviewLines.anchored(line(page, node, before, false), anchor(node)));
            if (!thread.nodes().get(node).isGhost()) {
                before = node;
            }
        }
        byte[] lines = buffer.toBytes();
        return overview(page, 0, 0, 0, Copied.all(lines), Copied.all(loose(page)));
    }

    private String anchor(int node) {
        return thread.holds(node) ? "#" + Permalinks.anchor(thread.nodes().get(node).id()) : "";
    }

    /**
     * What the overview offers.
     *
     * @param node the message at which the pages of the thread are to be opened
     */
    private View.Overview overview(
            SitePath page, int node, int before, int after, Markup lines, Markup loose) {
        PlannedThread planned = thread.planned();
        int list = thread.list();
        boolean nested = links.hasPages(planned, PageKind.NESTED);
        boolean flat = links.hasPages(planned, PageKind.FLAT);
        Permalinks to = links.permalinks();
        String place = node == 0 ? "" : anchor(node);
        return new View.Overview(
                messages,
                nested
                        ? page.linkTo(to.nested(list, thread.root(), thread.nestedPage(node)))
                                + place
                        : "",
                flat
                        ? page.linkTo(to.flat(list, thread.root(), thread.flatPage(node))) + place
                        : "",
                links.writes(PageKind.MBOX) ? page.linkTo(to.threadMbox(list, thread.root())) : "",
                links.writes(PageKind.FEEDS) ? page.linkTo(to.threadFeed(list, thread.root())) : "",
                before,
                after,
                lines,
                loose);
    }

    private static int depth(SitePath page) {
        return (int) page.value().chars().filter(c -> c == '/').count();
    }

    /** All lines for pages as deep as this one. */
    private Lines lines(SitePath page) {
        // A page of the same depth that shares no folder with any message: links fit all.
        StringBuilder folders = new StringBuilder(links.permalinks().list(thread.list()).value());
        int above = depth(new SitePath(folders.toString()));
        folders.append("_/".repeat(depth(page) - above));
        SitePath any = new SitePath(folders.toString());
        int[] ends = new int[thread.nodes().size() + 1];
        buffer.clear();
        for (int node = 0; node < thread.nodes().size(); node++) {
            append(line(any, node, previous[node], false));
            ends[node + 1] = buffer.length();
        }
        return new Lines(buffer.toBytes(), ends, loose(any));
    }

    private byte[] made(View.Line line) {
        buffer.clear();
        append(line);
        return buffer.toBytes();
    }

    private void append(View.Line line) {
        Page.OverviewLine view = new Page.OverviewLine(line);
        pages.append(view, buffer);
    }

    private Message message(int node) {
        ThreadNode at = thread.nodes().get(node);
        List<Message> here = at.messagesIn(thread.list());
        return here.isEmpty() ? at.message() : here.get(0);
    }

    /**
     * The line of a node.
     *
     * @param before the node of the line above, or -1: what it says of the subject is not repeated
     */
    private View.Line line(SitePath page, int node, int before, boolean here) {
        ThreadNode at = thread.nodes().get(node);
        String href = links.href(page, links.find(thread, node));
        String marks = marks(at.depth());
        if (at.isGhost()) {
            String id = people.text(at.id().value());
            return OverviewLines.ghost(at.depth(), marks, at.isRemoved(), id, href);
        }
        Message message = message(node);
        OverviewLines.Said subject =
                OverviewLines.subject(before < 0 ? "" : subjects[before], subjects[node]);
        return new View.Line(
                at.depth(),
                Dates.overview(message.sent()),
                marks,
                here,
                false,
                false,
                people.text(at.id().value()),
                here ? "#t" : href,
                people.text(subject.words()),
                subject.ditto(),
                people.name(message.from()),
                message.list() == thread.list()
                        ? ""
                        : links.plan().mailingList(message.list()).name());
    }

    /** Two blanks a level beyond the first, and a tick. */
    public static String marks(int depth) {
        return depth == 0 ? "" : "  ".repeat(Math.min(depth, DEEPEST) - 1) + "` ";
    }

    /** The lines of other threads with the same base subject. */
    private byte[] loose(SitePath page) {
        ListPlan list = links.plan().lists().get(thread.list());
        int start = buffer.length();
        for (int other : list.looseTo(thread.planned())) {
            PlannedThread planned = links.plan().threads().get(other);
            Message first = planned.thread().first();
            append(
                    new View.Line(
                            0,
                            Dates.overview(first.sent()),
                            "",
                            false,
                            false,
                            false,
                            people.text(first.id().value()),
                            links.thread(thread.list(), planned).from(page),
                            people.subject(first.subject().text()),
                            "",
                            people.name(first.from()),
                            ""));
        }
        return buffer.since(start);
    }
}
