package dev.threadmill.archive.thread;

import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.mail.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sorts the copies that the sources of a list hold under one Message-ID into those of one message
 * each. Copies of one source are the same message when they say the same. Copies of two sources,
 * which may have changed what it says, are the same when they were sent in the same second or have
 * the same base subject ({@link Sending}): one id for two messages that share neither was used
 * twice.
 */
final class SameMessage {

    private final CopyReader reader;
    private final Map<Integer, Integer> copiesOfSource = new HashMap<>();
    private final List<Group> groups = new ArrayList<>();
    private final Map<Object, Group> known = new HashMap<>();

    private record Group(List<Message> copies, Set<Integer> sources) {}

    private record Said(int source, Hash content) {}

    private SameMessage(CopyReader reader) {
        this.reader = reader;
    }

    /** The copies of each message, in the order of the first of them. */
    static List<List<Message>> groups(List<Message> copies, CopyReader reader) {
        SameMessage same = new SameMessage(reader);
        copies.forEach(copy -> same.copiesOfSource.merge(copy.source(), 1, Integer::sum));
        copies.forEach(same::add);
        return same.groups.stream().map(Group::copies).toList();
    }

    private void add(Message message) {
        boolean alone = copiesOfSource.get(message.source()) == 1;
        Object said = alone ? message : new Said(message.source(), reader.content(message));
        List<Object> loose = Sending.of(message).orHalf();
        Group group = known.get(message.bytes());
        if (group == null) {
            group = known.get(said);
        }
        for (int i = 0; i < loose.size() && group == null; i++) {
            group = ofAnotherSource(message, known.get(loose.get(i)));
        }
        if (group == null) {
            group = new Group(new ArrayList<>(1), new HashSet<>());
            groups.add(group);
        }
        group.copies().add(message);
        group.sources().add(message.source());
        known.putIfAbsent(message.bytes(), group);
        known.putIfAbsent(said, group);
        for (Object key : loose) {
            known.putIfAbsent(key, group);
        }
    }

    private static @Nullable Group ofAnotherSource(Message message, @Nullable Group group) {
        return group == null || group.sources().contains(message.source()) ? null : group;
    }
}
