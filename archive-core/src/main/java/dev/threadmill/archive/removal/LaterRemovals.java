package dev.threadmill.archive.removal;

import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.Origin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes out of a list what one of its sources took back of another: the epochs of a public-inbox
 * may be sources of their own, and a removal is a commit of the newest.
 */
public final class LaterRemovals {

    private LaterRemovals() {}

    /**
     * The same messages, those marked as removed that a later source removed or purged.
     *
     * @param messages those of one list, in source order
     */
    public static List<Message> applied(List<Message> messages) {
        Map<String, Integer> removals = new HashMap<>();
        for (Message message : messages) {
            if (isTakenBack(message) && message.origin() instanceof Origin.Blob blob) {
                removals.put(blob.objectId(), message.number());
            }
        }
        return removals.isEmpty()
                ? messages
                : messages.stream().map(message -> applied(message, removals)).toList();
    }

    private static boolean isTakenBack(Message message) {
        return message.leftOut().equals(Message.REMOVED)
                || message.leftOut().equals(Message.PURGED);
    }

    private static Message applied(Message message, Map<String, Integer> removals) {
        boolean removed =
                !message.isLeftOut()
                        && message.origin() instanceof Origin.Blob blob
                        && message.number() < removals.getOrDefault(blob.objectId(), 0);
        return removed ? message.leftOut(Message.REMOVED) : message;
    }
}
