package dev.threadmill.archive.thread;

import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.MessageId;
import java.util.List;

/**
 * One Message-ID in a thread.
 *
 * @param messages all messages of this id that any list holds, by list and then in source order;
 *     empty for a ghost: a parent that mail refers to but no list holds
 * @param depth 0 for the top of the thread
 * @param parent the index of its parent in the thread's nodes, or -1 for the top
 */
public record ThreadNode(MessageId id, List<Message> messages, int depth, int parent) {

    public ThreadNode {
        messages = List.copyOf(messages);
    }

    public boolean isGhost() {
        return messages.isEmpty();
    }

    /** The message that stands for this node where one has to: the first of them. */
    public Message message() {
        return messages.get(0);
    }

    /** The messages of this id that {@code list} holds, in source order. */
    public List<Message> in(int list) {
        if (messages.size() == 1) {
            return messages.get(0).list() == list ? messages : List.of();
        }
        return messages.stream().filter(m -> m.list() == list).toList();
    }

    public boolean isIn(int list) {
        for (Message message : messages) {
            if (message.list() == list) {
                return true;
            }
        }
        return false;
    }
}
