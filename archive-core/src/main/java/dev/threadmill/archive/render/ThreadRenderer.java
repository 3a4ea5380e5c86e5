package dev.threadmill.archive.render;

import dev.threadmill.archive.body.BodyRenderer;
import dev.threadmill.archive.body.Html;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.MessageId;
import dev.threadmill.archive.mail.Scratch;
import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.site.PlannedThread;
import dev.threadmill.archive.site.SitePath;
import dev.threadmill.archive.site.SiteSink;
import dev.threadmill.archive.thread.ThreadNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes everything that belongs to one thread in one list. Messages are read once, in source
 * order, which is how the mbox wants them and how their files have them; thread pages and feeds
 * come from what was kept of them.
 */
final class ThreadRenderer {

    /** What is kept of the bodies of a thread in memory. */
    private static final long BUDGET = 16 << 20;

    private final Links links;
    private final Pages pages;
    private final ContentLoader loader;
    private final BodyRenderer bodies;
    private final People people;
    private final Attachments attachments;
    private final MessagePages messagePages;
    private final Tombstones tombstones;
    private final ThreadPages threadPages;
    private final Feeds feeds;
    private final Patches patches;
    private final Summaries summaries;
    private final SiteSink sink;
    private final Scratch scratch;

    ThreadRenderer(
            Links links,
            Pages pages,
            ContentLoader loader,
            BodyRenderer bodies,
            People people,
            Heads heads,
            Tombstones tombstones,
            Feeds feeds,
            Summaries summaries,
            SiteSink sink,
            Scratch scratch) {
        this.links = links;
        this.pages = pages;
        this.loader = loader;
        this.bodies = bodies;
        this.people = people;
        this.attachments = new Attachments(links, pages);
        this.messagePages = new MessagePages(links, pages, people, heads);
        this.tombstones = tombstones;
        this.threadPages = new ThreadPages(links, pages, people, heads);
        this.feeds = feeds;
        this.patches = new Patches(links, sink);
        this.summaries = summaries;
        this.sink = sink;
        this.scratch = scratch;
    }

    /** A message of one node, to be read. */
    private record Copy(int node, Message message) {}

    /**
     * Writes a thread in one list.
     *
     * @param reviews of all lists of the thread; null where it holds no patch
     * @param found takes the files that came with its messages
     */
    void render(
            PlannedThread planned,
            int list,
            @Nullable Reviews reviews,
            List<AttachedFile> found,
            Buffers buffers)
            throws IOException {
        ListThread thread = new ListThread(planned, list);
        Overviews overviews = new Overviews(links, people, pages, thread, buffers.lines);
        List<List<Shown>> shown = new ArrayList<>(thread.nodes.size());
        thread.nodes.forEach(node -> shown.add(List.of()));
        boolean everywhere = patches.want(thread);
        boolean mbox = links.writes(PageKind.MBOX) || everywhere;
        if (mbox) {
            buffers.gzip.start();
        }
        try (HtmlStore store = new HtmlStore(scratch, BUDGET)) {
            for (Copy copy : inSourceOrder(thread)) {
                ContentLoader.Loaded loaded = loader.load(copy.message());
                buffers.mail.clear();
                Mboxrd.append(buffers.mail, loaded.raw(), copy.message().arrived());
                ThreadNode node = thread.nodes.get(copy.node());
                List<Message> copies = node.copiesIn(list);
                if (copies.size() == 1) {
                    raw(list, node.id(), buffers.mail);
                    List<Loaded> one = List.of(new Loaded(copy.message(), loaded));
                    shown.set(
                            copy.node(),
                            message(
                                    thread,
                                    copy.node(),
                                    one,
                                    overviews,
                                    reviews,
                                    store,
                                    buffers,
                                    found));
                } else if (copies.get(0).number() == copy.message().number()) {
                    List<Loaded> variants = several(list, node, loaded);
                    shown.set(
                            copy.node(),
                            message(
                                    thread,
                                    copy.node(),
                                    variants,
                                    overviews,
                                    reviews,
                                    store,
                                    buffers,
                                    found));
                }
                if (mbox) {
                    Mboxrd.separate(buffers.mail, loaded.raw());
                    buffers.gzip.write(buffers.mail.content());
                }
            }
            if (mbox) {
                mbox(thread, everywhere, buffers.gzip.finish());
            }
            if (reviews != null && threadPages.any(planned)) {
                reviews.readOthers(loader, bodies);
            }
            threadPages.write(thread, shown, store, overviews, reviews, buffers.page);
            if (links.writes(PageKind.FEEDS)) {
                feeds.thread(thread, shown, store, buffers.page);
            }
        }
        if (links.writes(PageKind.MESSAGE)) {
            standIns(thread, overviews, buffers.page);
        }
    }

    /** The pages of messages that are not there: removed ones, and a top that is missing. */
    private void standIns(ListThread thread, Overviews overviews, PageWriter buffer) {
        for (int node = 0; node < thread.nodes.size(); node++) {
            ThreadNode at = thread.nodes.get(node);
            if (at.isRemovedFrom(thread.list) || (node == 0 && at.isRemoved())) {
                tombstones.write(thread, node, overviews, buffer);
            } else if (node == 0 && !thread.holds(0)) {
                messagePages.missing(thread, overviews, buffer);
            }
        }
    }

    private void mbox(ListThread thread, boolean everywhere, Spill mbox) {
        if (links.writes(PageKind.MBOX)) {
            SitePath path = links.permalinks.threadMbox(thread.list, thread.root());
            mbox.giveTo(sink, path, PageKind.MBOX);
        }
        if (everywhere) {
            patches.write(thread, mbox);
        }
    }

    /** A message and what it says. */
    record Loaded(Message message, ContentLoader.Loaded content) {}

    private static List<Copy> inSourceOrder(ListThread thread) {
        List<Copy> copies = new ArrayList<>(thread.held.length);
        for (int node : thread.held) {
            for (Message message : thread.nodes.get(node).copiesIn(thread.list)) {
                copies.add(new Copy(node, message));
            }
        }
        copies.sort(Comparator.comparingInt(copy -> copy.message().number()));
        return copies;
    }

    /**
     * Reads all that a list holds under one id, and writes it as one file.
     *
     * @return those that are shown
     */
    private List<Loaded> several(int list, ThreadNode node, ContentLoader.Loaded first)
            throws IOException {
        Bytes raw = new Bytes();
        List<Loaded> shown = new ArrayList<>();
        List<Message> copies = node.copiesIn(list);
        byte[] before = first.raw();
        for (int i = 0; i < copies.size(); i++) {
            Message copy = copies.get(i);
            ContentLoader.Loaded loaded = i == 0 ? first : loader.load(copy);
            if (i > 0) {
                Mboxrd.separate(raw, before);
            }
            Mboxrd.append(raw, loaded.raw(), copy.arrived());
            before = loaded.raw();
            if (node.messagesIn(list).stream().anyMatch(m -> m.number() == copy.number())) {
                shown.add(new Loaded(copy, loaded));
            }
        }
        raw(list, node.id(), raw);
        return shown;
    }

    private void raw(int list, MessageId id, Bytes mail) {
        if (links.writes(PageKind.RAW)) {
            pages.write(links.permalinks.raw(list, id), PageKind.RAW, mail.content());
        }
    }

    /** Writes the page of a message, and keeps what thread pages show of it. */
    private List<Shown> message(
            ListThread thread,
            int node,
            List<Loaded> variants,
            Overviews overviews,
            @Nullable Reviews reviews,
            HtmlStore store,
            Buffers buffers,
            List<AttachedFile> found)
            throws IOException {
        List<Shown> shown = new ArrayList<>(1);
        List<Html> texts = new ArrayList<>(1);
        boolean files = links.writesFiles();
        for (Loaded loaded : variants) {
            var content = loaded.content().content();
            int variant = shown.size();
            Html html = bodies.render(loaded.message().id(), content);
            String summary = html.summary();
            if (texts.isEmpty() && links.writes(PageKind.FEEDS)) {
                summaries.put(loaded.message(), summary);
            }
            texts.add(html);
            shown.add(
                    new Shown(
                            loaded.message(),
                            variant,
                            people.subject(content.subject()),
                            people.names(content.from()),
                            people.names(content.to()),
                            people.names(content.cc()),
                            summary,
                            messagePages.warnings(loaded, variants.size() > 1),
                            files
                                    ? attachments.write(loaded.message(), variant, content, found)
                                    : Map.of(),
                            store.put(html)));
        }
        if (reviews != null) {
            Loaded first = variants.get(0);
            reviews.read(node, first.message(), first.content().content(), bodies);
        }
        if (links.writes(PageKind.MESSAGE)) {
            messagePages.write(
                    thread, node, variants, shown, texts, overviews, reviews, buffers.page);
        }
        return shown;
    }
}
