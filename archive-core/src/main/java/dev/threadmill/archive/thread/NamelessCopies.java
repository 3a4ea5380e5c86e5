package dev.threadmill.archive.thread;

import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.mail.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Finds the other copies of messages that have no Message-ID of their own: it was made of their
 * bytes, or by Pipermail of a number. A copy in another source is one that the same person sent in
 * the same second under the same base subject, and that has the same words. Both go under the id
 * that one of them has of its own, else under that of the first, whose address may be known.
 */
final class NamelessCopies {

    private record Sent(String from, Sending sending) {

        static Sent of(Message message) {
            return new Sent(message.from().email().toLowerCase(Locale.ROOT), Sending.of(message));
        }
    }

    private NamelessCopies() {}

    /** The same messages, each under the id it goes under. */
    static List<Message> named(List<Message> messages, CopyReader reader) {
        Map<Sent, List<Integer>> sendings = new HashMap<>();
        for (Message message : messages) {
            if (!hasOwnId(message)) {
                sendings.put(Sent.of(message), new ArrayList<>(2));
            }
        }
        if (sendings.isEmpty()) {
            return messages;
        }
        for (int i = 0; i < messages.size(); i++) {
            List<Integer> sending = sendings.get(Sent.of(messages.get(i)));
            if (sending != null) {
                sending.add(i);
            }
        }
        List<Message> named = new ArrayList<>(messages);
        for (List<Integer> sending : sendings.values()) {
            List<Message> copies = sending.stream().map(messages::get).toList();
            if (!SourceCopies.areOfOneSource(copies)) {
                name(sending, named, reader);
            }
        }
        return named;
    }

    private static boolean hasOwnId(Message message) {
        return !message.idMissing() && message.id().value().indexOf('@') >= 0;
    }

    private static void name(List<Integer> sending, List<Message> named, CopyReader reader) {
        Map<Hash, List<Integer>> byWords = new HashMap<>();
        for (int i : sending) {
            byWords.computeIfAbsent(reader.words(named.get(i)), w -> new ArrayList<>(2)).add(i);
        }
        for (List<Integer> copies : byWords.values()) {
            Message first = named.get(copies.get(0));
            Message own = null;
            for (int i : copies) {
                own = own == null && hasOwnId(named.get(i)) ? named.get(i) : own;
            }
            Message namer = own == null ? first : own;
            for (int i : copies) {
                named.set(i, under(namer, named.get(i)));
            }
        }
    }

    private static Message under(Message namer, Message copy) {
        boolean other = namer.source() != copy.source() && !hasOwnId(copy);
        return other ? copy.under(namer.id(), namer.idMissing()) : copy;
    }
}
