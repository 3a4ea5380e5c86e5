package dev.threadmill.archive.render.download;

import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.MessageId;
import dev.threadmill.archive.site.Links;
import dev.threadmill.archive.site.ListThread;
import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.site.SitePath;
import dev.threadmill.archive.site.SiteSink;
import java.io.IOException;

/**
 * The mbox of a thread, made while its messages are read in source order. It stands at the top of
 * the thread and, where somebody wants to apply its patches, at each of its messages: b4 and other
 * tools look for it below whichever message they are given.
 */
public final class ThreadMbox {

    /** Each message of a thread has the whole of it, so a long one would grow beyond all bounds. */
    private static final int LONGEST_FOR_B4 = 50;

    private final Links links;
    private final SiteSink sink;
    private final ListThread thread;
    private final MailBuffers buffers;
    private final boolean everywhere;

    /** Begins the mbox of a thread in the buffers, which hold no other until it is finished. */
    public ThreadMbox(Links links, SiteSink sink, ListThread thread, MailBuffers buffers)
            throws IOException {
        this.links = links;
        this.sink = sink;
        this.thread = thread;
        this.buffers = buffers;
        this.everywhere =
                links.writes(PageKind.B4)
                        && thread.held().length <= LONGEST_FOR_B4
                        && !links.plan().patches().in(thread.planned()).isEmpty();
        if (isWanted()) {
            buffers.gzip.start();
        }
    }

    /** Whether it is written at all; nothing is done with what is added otherwise. */
    public boolean isWanted() {
        return everywhere || links.writes(PageKind.MBOX);
    }

    /**
     * Adds a message.
     *
     * @param isBuffered whether it stands in the buffers, since a {@link RawFile} of it alone was
     *     written last
     */
    public void add(Message message, byte[] bytes, boolean isBuffered) throws IOException {
        if (!isWanted()) {
            return;
        }
        if (!isBuffered) {
            buffers.mail.clear();
            MboxWriter.append(buffers.mail, bytes, message.arrived());
        }
        MboxWriter.separate(buffers.mail, bytes);
        buffers.gzip.write(buffers.mail.content());
    }

    /** Writes it at all its addresses. */
    public void finish() throws IOException {
        if (!isWanted()) {
            return;
        }
        Spill mbox = buffers.gzip.finish();
        if (links.writes(PageKind.MBOX)) {
            mbox.giveTo(sink, address(thread.root()), PageKind.MBOX);
        }
        if (everywhere) {
            for (int node : thread.held()) {
                if (node != 0 || !links.writes(PageKind.MBOX)) {
                    MessageId id = thread.nodes().get(node).id();
                    mbox.giveTo(sink, address(id), PageKind.B4);
                }
            }
        }
    }

    private SitePath address(MessageId id) {
        return links.permalinks().threadMbox(thread.list(), id);
    }
}
