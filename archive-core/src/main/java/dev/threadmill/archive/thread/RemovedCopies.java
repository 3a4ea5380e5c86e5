package dev.threadmill.archive.thread;

import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.MessageId;
import dev.threadmill.archive.mail.Tombstone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Removes, with a message, its copies: whichever list or source holds one, under the id of the
 * removed one. A copy is what has the same bytes, was sent in the same second under the same base
 * subject ({@link Sending}), or says the same; another message that only shares the id stays.
 */
public final class RemovedCopies {

    private final CopyReader reader;
    private final Map<MessageId, Gone> removed = new HashMap<>();

    /** What was removed under one id, and its tombstones by what a copy may have in common. */
    private static final class Gone {

        private final List<Message> messages = new ArrayList<>(1);
        private final Map<Object, Tombstone> outside = new HashMap<>();
        private @Nullable Map<Hash, Tombstone> contents;

        void add(Message message, Tombstone stone) {
            messages.add(message);
            outside.putIfAbsent(message.bytes(), stone);
            outside.putIfAbsent(Sending.of(message), stone);
        }

        @Nullable Tombstone of(Message message, CopyReader reader) {
            Tombstone stone = outside.get(message.bytes());
            stone = stone == null ? outside.get(Sending.of(message)) : stone;
            return stone == null ? contents(reader).get(reader.content(message)) : stone;
        }

        private Map<Hash, Tombstone> contents(CopyReader reader) {
            if (contents == null) {
                contents = new HashMap<>();
                for (Message message : messages) {
                    contents.putIfAbsent(reader.content(message), outside.get(message.bytes()));
                }
            }
            return contents;
        }
    }

    private RemovedCopies(CopyReader reader) {
        this.reader = reader;
    }

    /**
     * The same messages, of which the copies of removed ones are removed too.
     *
     * @param lists for each list its messages in source order
     * @param reader asked only about messages under an id of which one is removed, and those that
     *     have no id of their own
     */
    public static List<List<Message>> with(List<List<Message>> lists, CopyReader reader) {
        boolean any = lists.stream().flatMap(List::stream).anyMatch(Message::isRemoved);
        return any ? new RemovedCopies(reader).spread(lists) : lists;
    }

    private List<List<Message>> spread(List<List<Message>> lists) {
        List<List<Message>> named = lists.stream().map(this::named).toList();
        for (List<Message> list : named) {
            for (Message message : list) {
                Tombstone stone = message.tombstone();
                if (stone != null) {
                    removed.computeIfAbsent(message.id(), id -> new Gone()).add(message, stone);
                }
            }
        }
        List<List<Message>> all = new ArrayList<>();
        for (int list = 0; list < lists.size(); list++) {
            all.add(spread(lists.get(list), named.get(list)));
        }
        return all;
    }

    /** Those that are shown or removed, under the ids that they go under, in their order. */
    private List<Message> named(List<Message> list) {
        List<Message> there = list.stream().filter(Message::hasPlace).toList();
        return SourceCopies.areOfOneSource(there) ? there : NamelessCopies.named(there, reader);
    }

    private List<Message> spread(List<Message> list, List<Message> named) {
        List<Message> all = new ArrayList<>(list.size());
        Iterator<Message> next = named.iterator();
        for (Message message : list) {
            Gone gone = message.hasPlace() ? removed.get(next.next().id()) : null;
            Tombstone stone = gone == null || message.isRemoved() ? null : gone.of(message, reader);
            all.add(stone == null ? message : message.removed(stone));
        }
        return all;
    }
}
