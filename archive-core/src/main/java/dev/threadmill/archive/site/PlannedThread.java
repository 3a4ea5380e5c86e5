package dev.threadmill.archive.site;

import dev.threadmill.archive.mail.MessageId;
import dev.threadmill.archive.thread.MailThread;
import java.util.List;

/**
 * A thread and what the site makes of it.
 *
 * @param index its place among the plan's threads
 * @param lists what each list that holds one of its messages makes of it, by list
 */
public record PlannedThread(int index, MailThread thread, List<InList> lists) {

    public PlannedThread {
        lists = List.copyOf(lists);
    }

    /** Whether a list shows a message of it. */
    public boolean isIn(int list) {
        return lists.stream().anyMatch(in -> in.list() == list);
    }

    /** Whether it has pages of its own, besides those of its messages. */
    public boolean hasPages() {
        return thread.hasSeveral();
    }

    /**
     * The thread in one list.
     *
     * @param redirects the ids that stood on top of this thread before, and no longer do: their
     *     thread addresses lead here
     */
    public record InList(int list, List<MessageId> redirects) {
        public InList {
            redirects = List.copyOf(redirects);
        }
    }
}
