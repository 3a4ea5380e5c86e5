package dev.threadmill.archive.thread;

import dev.threadmill.archive.mail.Message;
import java.util.List;

/**
 * A tree of messages, in reading order: each node is followed by its children, oldest first, each
 * with its own. It may run through several lists. Never empty, and never of ghosts alone.
 */
public record MailThread(List<ThreadNode> nodes) {

    public MailThread {
        nodes = List.copyOf(nodes);
    }

    /** The top of the tree: a message, or a ghost that all of it answers to. */
    public ThreadNode root() {
        return nodes.get(0);
    }

    /** How many nodes some list holds. */
    public int size() {
        int held = 0;
        for (ThreadNode node : nodes) {
            held += node.isGhost() ? 0 : 1;
        }
        return held;
    }

    /** Whether some list holds more than one of its nodes; a long thread is not walked for it. */
    public boolean hasSeveral() {
        int held = 0;
        for (ThreadNode node : nodes) {
            held += node.isGhost() ? 0 : 1;
            if (held > 1) {
                return true;
            }
        }
        return false;
    }

    /** The first message in reading order: what the thread is named after. */
    public Message first() {
        for (ThreadNode node : nodes) {
            if (!node.isGhost()) {
                return node.message();
            }
        }
        throw new IllegalStateException("a thread of ghosts alone: " + root().id());
    }

    /** The message that stands first in its list, of the first list that holds any. */
    public Message earliest() {
        Message earliest = first();
        for (ThreadNode node : nodes) {
            if (!node.isGhost() && Message.BY_SOURCE.compare(node.message(), earliest) < 0) {
                earliest = node.message();
            }
        }
        return earliest;
    }
}
