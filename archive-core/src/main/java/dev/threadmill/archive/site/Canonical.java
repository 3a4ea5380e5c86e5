package dev.threadmill.archive.site;

import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.thread.ThreadNode;
import java.util.List;

/**
 * Which of several pages that show the same stands for them all, so that search engines know one:
 * of two lists the one that stands first in the settings, of two views of a thread the tree. A list
 * that is not for search engines stands for no other.
 */
public final class Canonical {

    private final Links links;

    public Canonical(Links links) {
        this.links = links;
    }

    /** The page of a message that a list holds. */
    public SitePath message(ThreadNode node) {
        return links.permalinks().message(list(node), node.id());
    }

    /** The list whose page of a message stands for those of all lists that hold it. */
    public int list(ThreadNode node) {
        for (Message message : node.messages()) {
            if (isIndexed(message.list())) {
                return message.list();
            }
        }
        return node.message().list();
    }

    /** For a page of a thread as a tree. */
    public SitePath nested(ListThread thread, int page) {
        return links.permalinks().nested(list(thread), thread.root(), page);
    }

    /** For a page of a thread by date. */
    public SitePath flat(ListThread thread, int page) {
        return hasTwin(thread)
                ? nested(thread, page)
                : links.permalinks().flat(list(thread), thread.root(), page);
    }

    /** Whether a page by date adds nothing to the index of a search engine, nor equals a page. */
    public boolean isSpare(ListThread thread) {
        return thread.nestedPages() > 1 && links.hasPages(thread.planned(), PageKind.NESTED);
    }

    /** Whether the only page by date shows what the only page of the tree does. */
    private boolean hasTwin(ListThread thread) {
        return thread.nestedPages() == 1 && links.hasPages(thread.planned(), PageKind.NESTED);
    }

    private boolean isIndexed(int list) {
        return links.plan().unindexed().admits(list);
    }

    /** The first list that shows at least what this one does, on pages that hold the same. */
    private int list(ListThread thread) {
        List<PlannedThread.InList> lists = thread.planned().lists();
        for (PlannedThread.InList in : lists) {
            boolean fit = isIndexed(in.list()) || !isIndexed(thread.list());
            if (in.list() == thread.list() || (fit && thread.isShownBy(in.list()))) {
                return in.list();
            }
        }
        throw new IllegalArgumentException("thread in none of its lists");
    }
}
