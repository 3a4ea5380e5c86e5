package dev.threadmill.archive.render.thread;

import dev.threadmill.archive.body.BodyRenderer;
import dev.threadmill.archive.body.Html;
import dev.threadmill.archive.body.HtmlStore;
import dev.threadmill.archive.mail.ContentLoader;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.MessageContent;
import dev.threadmill.archive.mail.Scratch;
import dev.threadmill.archive.render.download.AttachedFile;
import dev.threadmill.archive.render.download.Attachments;
import dev.threadmill.archive.render.download.RawFile;
import dev.threadmill.archive.render.download.ThreadMbox;
import dev.threadmill.archive.render.feed.Feeds;
import dev.threadmill.archive.render.feed.Summaries;
import dev.threadmill.archive.render.frame.Buffers;
import dev.threadmill.archive.render.frame.Heads;
import dev.threadmill.archive.render.frame.People;
import dev.threadmill.archive.render.frame.Shown;
import dev.threadmill.archive.render.frame.TextShare;
import dev.threadmill.archive.render.template.PageWriter;
import dev.threadmill.archive.render.template.Pages;
import dev.threadmill.archive.site.HeldIds;
import dev.threadmill.archive.site.Links;
import dev.threadmill.archive.site.ListThread;
import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.site.PlannedThread;
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
public final class ThreadRenderer {

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
    private final Summaries summaries;
    private final SiteSink sink;
    private final Scratch scratch;

    public ThreadRenderer(
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
        this.attachments = new Attachments(links, sink);
        this.messagePages = new MessagePages(links, pages, people, heads);
        this.tombstones = tombstones;
        this.threadPages = new ThreadPages(links, pages, people, heads);
        this.feeds = feeds;
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
    public void render(
            PlannedThread planned,
            int list,
            @Nullable Reviews reviews,
            List<AttachedFile> found,
            Buffers buffers)
            throws IOException {
        ListThread thread = new ListThread(planned, list);
        Overviews overviews = new Overviews(links, people, pages, thread, buffers.lines());
        List<List<Shown>> shown = new ArrayList<>(thread.nodes().size());
        thread.nodes().forEach(node -> shown.add(List.of()));
        ThreadMbox mbox = new ThreadMbox(links, sink, thread, buffers.mail());
        try (HtmlStore store = new HtmlStore(scratch, BUDGET)) {
            Work work = new Work(thread, overviews, reviews, store, found, buffers);
            for (Copy copy : inSourceOrder(thread)) {
                if (copy.isFirst()) {
                    held.listen();
                    ContentLoader.Loaded loaded = loader.load(copy.message());
                    shown.set(copy.node(), message(work, copy, loaded));
                    boolean isBuffered = copy.all().size() == 1 && links.writes(PageKind.RAW);
                    mbox.add(copy.message(), loaded.raw(), isBuffered);
                } else if (mbox.isWanted()) {
                    mbox.add(copy.message(), loader.raw(copy.message()), false);
                }
            }
            mbox.finish();
            if (reviews != null && links.hasPages(planned)) {
                reviews.readOthers(loader, bodies);
            }
            threadPages.write(thread, shown, store, overviews, reviews, buffers.page());
            if (links.writes(PageKind.FEEDS)) {
                feeds.thread(thread, shown, store, buffers.page());
            }
        }
        if (links.writes(PageKind.MESSAGE)) {
            standIns(thread, overviews, buffers.page());
        }
    }

    /** The pages of messages that are not there: removed ones, and a top that is missing. */
    private void standIns(ListThread thread, Overviews overviews, PageWriter buffer) {
        for (int node = 0; node < thread.nodes().size(); node++) {
            ThreadNode at = thread.nodes().get(node);
            if (at.isRemovedFrom(thread.list()) || (node == 0 && at.isRemoved())) {
                tombstones.write(thread, node, overviews, buffer);
            } else if (node == 0 && !thread.holds(0)) {
                messagePages.missing(thread, overviews, buffer);
            }
        }
    }

    private static List<Copy> inSourceOrder(ListThread thread) {
        List<Copy> copies = new ArrayList<>(thread.held().length);
        for (int node : thread.held()) {
            List<Message> all = thread.nodes().get(node).copiesIn(thread.list());
            for (Message message : all) {
                copies.add(new Copy(node, message, all));
            }
        }
        copies.sort(Comparator.comparingInt(copy -> copy.message().number()));
        return copies;
    }

    /**
     * Reads all that a list holds under one id, writes it as one file and as a page, and keeps what
     * thread pages show of it. Where it is one message alone, that stays in the buffers.
     *
     * @param copy the first of them
     */
    private List<Shown> message(Work work, Copy copy, ContentLoader.Loaded first)
            throws IOException {
        ThreadNode node = work.thread().nodes().get(copy.node());
        List<Message> messages = node.messagesIn(work.thread().list());
        List<MessagePages.Variant> variants = new ArrayList<>(1);
        TextShare share = TextShare.ofPage();
        RawFile raw = new RawFile(work.buffers().mail(), copy.all().size() > 1);
        for (Message one : copy.all()) {
            boolean isFirst = one.number() == copy.message().number();
            ContentLoader.Loaded loaded = isFirst ? first : loader.load(one);
            if (links.writes(PageKind.RAW)) {
                raw.add(loaded.raw(), one.arrived());
            }
            int variant = variants.size();
            if (variant < messages.size() && messages.get(variant).number() == one.number()) {
                boolean several = variant == 0 && messages.size() > 1;
                variants.add(
                        variant(work, copy.node(), variant, several, one, loaded.content(), share));
            }
        }
        if (links.writes(PageKind.RAW)) {
            raw.giveTo(sink, links.permalinks().raw(work.thread().list(), node.id()));
        }
        if (links.writes(PageKind.MESSAGE)) {
            messagePages.write(
                    work.thread(),
                    copy.node(),
                    variants,
                    work.overviews(),
                    work.reviews(),
                    work.buffers().page());
        }
        return variants.stream().map(MessagePages.Variant::shown).toList();
    }

    /**
     * Lays out one of the messages of an id.
     *
     * @param several whether others follow
     * @param share what their page has room for
     */
    private MessagePages.Variant variant(
            Work work,
            int node,
            int variant,
            boolean several,
            Message message,
            MessageContent content,
            TextShare share)
            throws IOException {
        Html body = bodies.render(message.id(), content);
        Shown shown = shown(work, message, content, variant, several, body);
        if (variant == 0 && links.writes(PageKind.FEEDS)) {
            summaries.put(message, shown.summary(), held.heard());
        }
        Reviews reviews = work.reviews();
        if (variant == 0 && reviews != null) {
            reviews.read(node, message, content, bodies);
        }
        boolean fits = share.takes(body.weight()) || variant == 0;
        return new MessagePages.Variant(content.header(), shown, fits ? body : null);
    }

    private Shown shown(
            Work work,
            Message message,
            MessageContent content,
            int variant,
            boolean several,
            Html body)
            throws IOException {
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
