package dev.threadmill.archive.render;

import dev.threadmill.archive.body.BodyRenderer;
import dev.threadmill.archive.body.Html;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.MessageContent;
import dev.threadmill.archive.mail.Scratch;
import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.site.PlannedThread;
import dev.threadmill.archive.site.SitePath;
import dev.threadmill.archive.site.SiteSink;
import dev.threadmill.archive.thread.ThreadNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final HeldIds held;
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
            HeldIds held,
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
        this.held = held;
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

    /**
     * A message of one node, to be read.
     *
     * @param all what the list holds of the node, in source order
     */
    private record Copy(int node, Message message, List<Message> all) {

        /** Whether it is the first of its id, with which the others are read. */
        boolean isFirst() {
            return all.get(0).number() == message.number();
        }
    }

    /** A message and what it says. */
    private record Read(Message message, MessageContent content) {}

    /** One thread in one list, while its messages are gone through. */
    private record Work(
            ListThread thread,
            Overviews overviews,
            @Nullable Reviews reviews,
            HtmlStore bodies,
            List<AttachedFile> found,
            Buffers buffers) {}

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
            Work work = new Work(thread, overviews, reviews, store, found, buffers);
            for (Copy copy : inSourceOrder(thread)) {
                if (copy.isFirst()) {
                    held.listen();
                    ContentLoader.Loaded loaded = loader.load(copy.message());
                    List<Read> read = read(work, copy, loaded);
                    if (mbox) {
                        add(buffers, copy, loaded.raw());
                    }
                    shown.set(copy.node(), message(work, copy.node(), read));
                } else if (mbox) {
                    add(buffers, copy, loader.raw(copy.message()));
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

    private static List<Copy> inSourceOrder(ListThread thread) {
        List<Copy> copies = new ArrayList<>(thread.held.length);
        for (int node : thread.held) {
            List<Message> all = thread.nodes.get(node).copiesIn(thread.list);
            for (Message message : all) {
                copies.add(new Copy(node, message, all));
            }
        }
        copies.sort(Comparator.comparingInt(copy -> copy.message().number()));
        return copies;
    }

    /** Adds a message to the mbox of its thread. */
    private void add(Buffers buffers, Copy copy, byte[] bytes) throws IOException {
        boolean isThere = copy.all().size() == 1 && links.writes(PageKind.RAW);
        if (!isThere) {
            buffers.mail.clear();
            Mboxrd.append(buffers.mail, bytes, copy.message().arrived());
        }
        Mboxrd.separate(buffers.mail, bytes);
        buffers.gzip.write(buffers.mail.content());
    }

    /**
     * Reads all that a list holds under one id, and writes it as one file, which stays in the
     * buffer.
     *
     * @param copy the first of them
     * @return those that are shown
     */
    private List<Read> read(Work work, Copy copy, ContentLoader.Loaded first) throws IOException {
        int list = work.thread().list;
        ThreadNode node = work.thread().nodes.get(copy.node());
        Set<Integer> numbers = new HashSet<>();
        node.messagesIn(list).forEach(message -> numbers.add(message.number()));
        Bytes raw = work.buffers().mail;
        raw.clear();
        List<Read> shown = new ArrayList<>(1);
        byte[] before = first.raw();
        for (Message one : copy.all()) {
            boolean isFirst = one.number() == copy.message().number();
            ContentLoader.Loaded loaded = isFirst ? first : loader.load(one);
            if (links.writes(PageKind.RAW)) {
                if (!isFirst) {
                    Mboxrd.separate(raw, before);
                }
                Mboxrd.append(raw, loaded.raw(), one.arrived());
            }
            before = loaded.raw();
            if (numbers.contains(one.number())) {
                shown.add(new Read(one, loaded.content()));
            }
        }
        if (links.writes(PageKind.RAW)) {
            pages.write(links.permalinks.raw(list, node.id()), PageKind.RAW, raw.content());
        }
        return shown;
    }

    /** Writes the page of a message, and keeps what thread pages show of it. */
    private List<Shown> message(Work work, int node, List<Read> read) throws IOException {
        List<MessagePages.Variant> variants = new ArrayList<>(1);
        for (Read one : read) {
            Html body = bodies.render(one.message().id(), one.content());
            boolean several = variants.isEmpty() && read.size() > 1;
            Shown shown = shown(work, one, variants.size(), several, body);
            if (variants.isEmpty() && links.writes(PageKind.FEEDS)) {
                summaries.put(one.message(), shown.summary(), held.heard());
            }
            variants.add(new MessagePages.Variant(one.content(), shown, body));
        }
        Reviews reviews = work.reviews();
        if (reviews != null) {
            reviews.read(node, read.get(0).message(), read.get(0).content(), bodies);
        }
        if (links.writes(PageKind.MESSAGE)) {
            messagePages.write(
                    work.thread(), node, variants, work.overviews(), reviews, work.buffers().page);
        }
        return variants.stream().map(MessagePages.Variant::shown).toList();
    }

    private Shown shown(Work work, Read read, int variant, boolean several, Html body)
            throws IOException {
        Message message = read.message();
        MessageContent content = read.content();
        return new Shown(
                message,
                variant,
                people.subject(content.subject()),
                people.names(content.from()),
                people.names(content.to()),
                people.names(content.cc()),
                body.summary(),
                messagePages.warnings(message, content, several),
                links.writesFiles()
                        ? attachments.write(message, variant, content, work.found())
                        : Map.of(),
                work.bodies().put(body));
    }
}
