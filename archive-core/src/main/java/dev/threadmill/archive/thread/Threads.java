package dev.threadmill.archive.thread;

import dev.threadmill.archive.mail.Message;
import java.util.List;

/**
 * All threads of an archive.
 *
 * @param threads by their first message, in list and then source order
 * @param duplicates the messages that are not shown because their list shows another copy
 */
public record Threads(List<MailThread> threads, List<Duplicate> duplicates) {

    public Threads {
        threads = List.copyOf(threads);
        duplicates = List.copyOf(duplicates);
    }

    /** Why a copy is not shown. */
    public enum Reason {
        /** The shown one has the same bytes: nothing of it is kept. */
        SAME_BYTES,
        /** It says the same, but came another way: the raw file and the mboxes hold it. */
        SAME_CONTENT,
        /** Another source of the list has a richer copy: nothing of it is kept. */
        POORER_SOURCE
    }

    /**
     * A copy of a message that the same list shows already.
     *
     * @param of the copy that stays
     */
    public record Duplicate(Message message, Message of, Reason reason) {}
}
