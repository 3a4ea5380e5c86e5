package dev.threadmill.archive.render;

import dev.threadmill.archive.mail.MessageId;
import dev.threadmill.archive.site.Links;
import dev.threadmill.archive.site.ListThread;
import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.site.SitePath;
import dev.threadmill.archive.site.SiteSink;

/**
 * Writes the mbox of a thread that holds a patch at each of its messages: b4 and other tools of
 * those who apply patches look for it below whichever message they are given.
 */
final class B4Mboxes {

    /** Each message of a thread has the whole of it, so a long one would grow beyond all bounds. */
    private static final int LONGEST = 50;

    private final Links links;
    private final SiteSink sink;

    B4Mboxes(Links links, SiteSink sink) {
        this.links = links;
        this.sink = sink;
    }

    /** Whether the mbox of a thread is wanted at each of its messages. */
    boolean want(ListThread thread) {
        return links.writes(PageKind.B4)
                && thread.held().length <= LONGEST
                && !links.plan().patches().in(thread.planned()).isEmpty();
    }

    /** Writes it at the messages that have it not yet. */
    void write(ListThread thread, Spill mbox) {
        for (int node : thread.held()) {
            MessageId id = thread.nodes().get(node).id();
            if (node != 0 || !links.writes(PageKind.MBOX)) {
                SitePath path = links.permalinks().threadMbox(thread.list(), id);
                mbox.giveTo(sink, path, PageKind.B4);
            }
        }
    }
}
