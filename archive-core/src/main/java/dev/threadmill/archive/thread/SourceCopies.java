package dev.threadmill.archive.thread;

import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.MessageId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Makes one list of the sources of one list: of a message that several of them hold, the copies of
 * the source with the richest one stay. Where none is richer, the first in source order does.
 */
final class SourceCopies {

    private final CopyReader reader;
    private final Consumer<Threads.Duplicate> duplicates;
    private final List<Message> kept = new ArrayList<>();

    private SourceCopies(CopyReader reader, Consumer<Threads.Duplicate> duplicates) {
        this.reader = reader;
        this.duplicates = duplicates;
    }

    /**
     * The messages of one list that stay, in source order; of those left out only such as have a
     * tombstone.
     *
     * @param messages in source order
     */
    static List<Message> combine(
            List<Message> messages, CopyReader reader, Consumer<Threads.Duplicate> duplicates) {
        List<Message> shown = messages.stream().filter(m -> !m.isLeftOut()).toList();
        List<Message> stay = ofSources(shown, reader, duplicates);
        List<Message> removed = messages.stream().filter(Message::isRemoved).toList();
        if (removed.isEmpty()) {
            return stay;
        }
        // The same copies as if they were shown, so that all stands where it stood.
        List<Message> all = new ArrayList<>(stay);
        all.addAll(ofSources(removed, reader, duplicate -> {}));
        all.sort(Comparator.comparingInt(Message::number));
        return all;
    }

    private static List<Message> ofSources(
            List<Message> messages, CopyReader reader, Consumer<Threads.Duplicate> duplicates) {
        return areOfOneSource(messages)
                ? messages
                : new SourceCopies(reader, duplicates).combine(messages);
    }

    private List<Message> combine(List<Message> messages) {
        Map<MessageId, List<Message>> byId = new LinkedHashMap<>();
        for (Message message : NamelessCopies.named(messages, reader)) {
            byId.computeIfAbsent(message.id(), id -> new ArrayList<>(1)).add(message);
        }
        for (List<Message> copies : byId.values()) {
            if (areOfOneSource(copies)) {
                kept.addAll(copies);
            } else {
                SameMessage.groups(copies, reader).forEach(this::keepRichest);
            }
        }
        kept.sort(Comparator.comparingInt(Message::number));
        return kept;
    }

    static boolean areOfOneSource(List<Message> messages) {
        for (Message message : messages) {
            if (message.source() != messages.get(0).source()) {
                return false;
            }
        }
        return true;
    }

    private void keepRichest(List<Message> copies) {
        Message richest = copies.get(0);
        for (Message message : copies) {
            // Equal bytes are equally rich: so are most copies, and need not be read again.
            if (!message.bytes().equals(richest.bytes())
                    && reader.richness(message).compareTo(reader.richness(richest)) > 0) {
                richest = message;
            }
        }
        for (Message message : copies) {
            if (message.source() == richest.source()) {
                kept.add(message);
            } else {
                boolean same = message.bytes().equals(richest.bytes());
                Threads.Reason reason =
                        same ? Threads.Reason.SAME_BYTES : Threads.Reason.POORER_SOURCE;
                duplicates.accept(new Threads.Duplicate(message, richest, reason));
            }
        }
    }
}
