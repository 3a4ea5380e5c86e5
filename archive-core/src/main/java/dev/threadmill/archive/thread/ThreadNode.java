package dev.threadmill.archive.thread;

import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.MessageId;
import dev.threadmill.archive.mail.Tombstone;
import java.util.List;
import java.util.Objects;

/**
 * One Message-ID in a thread.
 *
 * @param messages the messages of this id that are shown, by list and then in source order: one a
 *     list, or several where a list holds different messages under one id; empty for a ghost, a
 *     parent that mail refers to but no list holds, and for one that was removed
 * @param copies all messages of this id whose bytes differ within their list, in the same order:
 *     those shown, and those that differ from one only in their way to the list
 * @param removed the messages of this id that were taken out of the archive, in the same order;
 *     tombstones stand in their place
 * @param depth 0 for the top of the thread
 * @param parent the index of its parent in the thread's nodes, or -1 for the top
 */
public record ThreadNode(
        MessageId id,
        List<Message> messages,
        List<Message> copies,
        List<Message> removed,
        int depth,
        int parent) {

    public ThreadNode {
        messages = List.copyOf(messages);
        copies = List.copyOf(copies);
        removed = List.copyOf(removed);
    }

    /** Whether no list shows anything of it: it is missing, or it was removed. */
    public boolean isGhost() {
        return messages.isEmpty();
    }

    /** Whether all that there was of it was taken out of the archive. */
    public boolean isRemoved() {
        return messages.isEmpty() && !removed.isEmpty();
    }

    /** Whether a tombstone is all that {@code list} has of it. */
    public boolean isRemovedFrom(int list) {
        return !removed.isEmpty() && !removedFrom(list).isEmpty() && !isIn(list);
    }

    /** Whether it has a place in {@code list}: a message, or the tombstone of one. */
    public boolean hasPlaceIn(int list) {
        return isIn(list) || isRemovedFrom(list);
    }

    /**
     * What stands in the place of a removed message, as {@code list} says it, else the first list
     * that had it.
     */
    public Tombstone tombstone(int list) {
        List<Message> here = removedFrom(list);
        return Objects.requireNonNull((here.isEmpty() ? removed : here).get(0).tombstone());
    }

    /** The message that stands for this node where one has to: the first of them. */
    public Message message() {
        return messages.get(0);
    }

    /** The first message of this id that {@code list} shows; it has to show one. */
    public Message messageIn(int list) {
        return messagesIn(list).get(0);
    }

    /** The messages of this id that {@code list} shows, in source order. */
    public List<Message> messagesIn(int list) {
        return in(list, messages);
    }

    /** The messages of this id that the raw file and the mboxes of {@code list} hold. */
    public List<Message> copiesIn(int list) {
        return in(list, copies);
    }

    /** The messages of this id that {@code list} had. */
    public List<Message> removedFrom(int list) {
        return in(list, removed);
    }

    private static List<Message> in(int list, List<Message> messages) {
        if (messages.size() < 2) {
            boolean empty = messages.isEmpty() || messages.get(0).list() == list;
            return empty ? messages : List.of();
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
