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

    /**
     * A copy of a message that the same list shows already.
     *
     * @param identical whether its bytes are the same too, so that nothing of it is kept
     */
    public record Duplicate(Message message, Message of, boolean identical) {}
}
