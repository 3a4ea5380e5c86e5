package dev.threadmill.archive.thread;

import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.MessageId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the threads in the messages of all lists, as Jamie Zawinski describes it ("message
 * threading", 1997) and public-inbox practises it: one node per Message-ID, parents from References
 * and In-Reply-To, ghosts for parents that no list holds, loops broken, and no gathering by
 * subject.
 *
 * <p>The result depends on the messages alone, not on the order in which they come, except where
 * two were sent in the same second. Takes O(n log n), whatever mail refers to.
 */
public final class Threader {

    static final int NONE = -1;

    private final Map<MessageId, Integer> nodeOf;
    private final List<MessageId> ids = new ArrayList<>();

    /**
     * By node: all messages of its id, by list and then in source order, removed ones among them;
     * none for a ghost.
     */
    private final List<List<Message>> held = new ArrayList<>();

    private Threader(int messages) {
        nodeOf = new HashMap<>(messages * 2);
    }

    /**
     * Threads the messages of all lists at once.
     *
     * @param lists for each list its messages in source order; those left out have no part in it,
     *     but one that has a tombstone keeps its place
     * @param reader for telling copies from different messages under one id, and a richer copy from
     *     a poorer one; asked only where one list holds several
     */
    public static Threads thread(List<List<Message>> lists, CopyReader reader) {
        List<Threads.Duplicate> duplicates = new ArrayList<>();
        Threader threader = new Threader(lists.stream().mapToInt(List::size).sum());
        for (List<Message> list : lists) {
            for (Message message : SourceCopies.combine(list, reader, duplicates::add)) {
                threader.add(message);
            }
        }
        int[] parents = threader.link();
        return new ThreadBuilder(threader.ids, threader.held, parents).build(reader, duplicates);
    }

    private void add(Message message) {
        int node = node(message.id());
        List<Message> before = held.get(node);
        if (before.isEmpty()) {
            held.set(node, List.of(message));
        } else {
            List<Message> all = before.size() == 1 ? new ArrayList<>(before) : before;
            all.add(message);
            held.set(node, all);
        }
    }

    private int node(MessageId id) {
        Integer known = nodeOf.putIfAbsent(id, ids.size());
        if (known != null) {
            return known;
        }
        ids.add(id);
        held.add(List.of());
        return ids.size() - 1;
    }

    private Message first(int node) {
        return held.get(node).get(0);
    }

    private int[] link() {
        int messages = ids.size();
        Integer[] byDate = new Integer[messages];
        for (int node = 0; node < messages; node++) {
            byDate[node] = node;
            first(node).references().forEach(this::node);
        }
        // git-send-email counts the Date up within a series: nothing tells its order better.
        Arrays.sort(byDate, Comparator.comparingLong(node -> first(node).sent()));
        int[] parents = new int[ids.size()];
        Arrays.fill(parents, NONE);
        AncestorForest forest = new AncestorForest(parents.length);
        for (int node : byDate) {
            link(node, parents, forest);
        }
        return parents;
    }

    /**
     * JWZ step 1: the chain of references fills gaps where nothing is known yet; the last reference
     * is the parent for certain, unless that closed a loop.
     */
    private void link(int node, int[] parents, AncestorForest forest) {
        int previous = NONE;
        for (MessageId id : first(node).references()) {
            int reference = node(id);
            boolean free = previous != NONE && parents[reference] == NONE;
            if (free && !forest.isAbove(reference, previous)) {
                parents[reference] = previous;
                forest.link(reference, previous);
            }
            previous = reference;
        }
        if (previous == NONE || parents[node] == previous || forest.isAbove(node, previous)) {
            return;
        }
        if (parents[node] != NONE) {
            forest.cut(node);
        }
        parents[node] = previous;
        forest.link(node, previous);
    }
}
