package dev.threadmill.archive.thread;

import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.mail.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Tells copies of one message from different messages that share a Message-ID, within each list.
 *
 * @param shown one of each content, the first in source order
 * @param kept one of each sequence of bytes
 */
record Copies(List<Message> shown, List<Message> kept) {

    /**
     * Sorts out the messages of one id.
     *
     * @param messages by list, then in source order
     * @param reader asked only where bytes differ
     */
    static Copies of(
            List<Message> messages, CopyReader reader, Consumer<Threads.Duplicate> duplicates) {
        if (messages.size() < 2) {
            return new Copies(messages, messages);
        }
        List<Message> shown = new ArrayList<>();
        List<Message> kept = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= messages.size(); i++) {
            if (i == messages.size() || messages.get(i).list() != messages.get(start).list()) {
                sort(messages.subList(start, i), reader, shown, kept, duplicates);
                start = i;
            }
        }
        return new Copies(shown, kept);
    }

    /** Sorts out what one list holds. */
    private static void sort(
            List<Message> messages,
            CopyReader reader,
            List<Message> shown,
            List<Message> kept,
            Consumer<Threads.Duplicate> duplicates) {
        Map<Hash, Message> byBytes = new LinkedHashMap<>();
        for (Message message : messages) {
            Message same = byBytes.putIfAbsent(message.bytes(), message);
            if (same != null) {
                duplicates.accept(new Threads.Duplicate(message, same, Threads.Reason.SAME_BYTES));
            }
        }
        kept.addAll(byBytes.values());
        if (byBytes.size() == 1) {
            shown.addAll(byBytes.values());
            return;
        }
        Map<Hash, Message> byContent = new LinkedHashMap<>();
        for (Message message : byBytes.values()) {
            Message same = byContent.putIfAbsent(reader.content(message), message);
            if (same != null) {
                duplicates.accept(
                        new Threads.Duplicate(message, same, Threads.Reason.SAME_CONTENT));
            }
        }
        shown.addAll(byContent.values());
    }
}
