package dev.threadmill.archive.thread;

import static dev.threadmill.archive.thread.Threader.NONE;

import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.MessageId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Turns parents into threads in reading order: siblings by the date of the topmost message of each,
 * ghosts without children left out. A removed message stands where it stood; a tree of removed
 * messages alone is no thread.
 */
final class ThreadBuilder {

    private final List<MessageId> ids;
    private final List<List<Message>> held;
    private final int[] parents;

    /** By node: how many ghosts stand between it and its topmost message; NONE without any. */
    private final int[] ghosts;

    /** By node: when its topmost message was sent. */
    private final long[] dates;

    ThreadBuilder(List<MessageId> ids, List<List<Message>> held, int[] parents) {
        this.ids = ids;
        this.held = held;
        this.parents = parents;
        this.ghosts = new int[parents.length];
        this.dates = new long[parents.length];
    }

    /**
     * Builds them.
     *
     * @param duplicates those known already, and then all
     */
    Threads build(CopyReader reader, List<Threads.Duplicate> duplicates) {
        int[] anyOrder = new int[parents.length];
        Arrays.setAll(anyOrder, node -> node);
        int[] topDown = topDown(new Children(anyOrder, parents));
        findTopmost(topDown);
        BitSet shows = showing(topDown);
        Children children = new Children(byDate(), parents);
        List<MailThread> threads = new ArrayList<>();
        for (int node = 0; node < parents.length; node++) {
            if (parents[node] == NONE && shows.get(node)) {
                threads.add(thread(node, children, reader, duplicates::add));
            }
        }
        threads.sort(Comparator.comparing(MailThread::earliest, Message.BY_SOURCE));
        duplicates.sort(Comparator.comparing(Threads.Duplicate::message, Message.BY_SOURCE));
        return new Threads(threads, duplicates);
    }

    /** All nodes, each after its parent. */
    private int[] topDown(Children children) {
        int[] order = new int[parents.length];
        int filled = 0;
        for (int node = 0; node < parents.length; node++) {
            if (parents[node] == NONE) {
                order[filled++] = node;
            }
        }
        for (int i = 0; i < filled; i++) {
            for (int at = children.first(order[i]); at < children.end(order[i]); at++) {
                order[filled++] = children.at(at);
            }
        }
        return order;
    }

    private void findTopmost(int[] topDown) {
        for (int node = 0; node < parents.length; node++) {
            boolean ghost = held.get(node).isEmpty();
            ghosts[node] = ghost ? NONE : 0;
            dates[node] = ghost ? Long.MAX_VALUE : held.get(node).get(0).sent();
        }
        for (int i = topDown.length - 1; i >= 0; i--) {
            int node = topDown[i];
            int parent = parents[node];
            if (parent == NONE || ghosts[node] == NONE || !held.get(parent).isEmpty()) {
                continue;
            }
            int distance = ghosts[node] + 1;
            if (ghosts[parent] == NONE || distance < ghosts[parent]) {
                ghosts[parent] = distance;
                dates[parent] = dates[node];
            } else if (distance == ghosts[parent]) {
                dates[parent] = Math.min(dates[parent], dates[node]);
            }
        }
    }

    /** The nodes that show a message, or have one that does below them. */
    private BitSet showing(int[] topDown) {
        BitSet shows = new BitSet(parents.length);
        for (int i = topDown.length - 1; i >= 0; i--) {
            int node = topDown[i];
            if (shows.get(node) || held.get(node).stream().anyMatch(m -> !m.isRemoved())) {
                shows.set(node);
                if (parents[node] != NONE) {
                    shows.set(parents[node]);
                }
            }
        }
        return shows;
    }

    private int[] byDate() {
        return IntStream.range(0, parents.length)
                .filter(node -> ghosts[node] != NONE)
                .boxed()
                .sorted(Comparator.comparingLong(node -> dates[node]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private MailThread thread(
            int root,
            Children children,
            CopyReader reader,
            Consumer<Threads.Duplicate> duplicates) {
        List<ThreadNode> nodes = new ArrayList<>();
        IntStack waiting = new IntStack();
        waiting.push(root, NONE);
        while (!waiting.isEmpty()) {
            int parent = waiting.pop();
            int node = waiting.pop();
            int depth = parent == NONE ? 0 : nodes.get(parent).depth() + 1;
            int index = nodes.size();
            List<Message> all = held.get(node);
            List<Message> removed = all.stream().filter(Message::isRemoved).toList();
            List<Message> shown =
                    removed.isEmpty() ? all : all.stream().filter(m -> !m.isRemoved()).toList();
            Copies copies = Copies.of(shown, reader, duplicates);
            nodes.add(
                    new ThreadNode(
                            ids.get(node), copies.shown(), copies.kept(), removed, depth, parent));
            for (int at = children.end(node) - 1; at >= children.first(node); at--) {
                waiting.push(children.at(at), index);
            }
        }
        return new MailThread(nodes);
    }

    /** The children of every node, in a given order, in two arrays. */
    private static final class Children {

        private final int[] first;
        private final int[] children;

        /** Counting sort by parent: keeps the order that {@code nodes} are in. */
        Children(int[] nodes, int[] parents) {
            first = new int[parents.length + 1];
            for (int node : nodes) {
                if (parents[node] != NONE) {
                    first[parents[node] + 1]++;
                }
            }
            for (int i = 0; i < parents.length; i++) {
                first[i + 1] += first[i];
            }
            children = new int[first[parents.length]];
            int[] next = first.clone();
            for (int node : nodes) {
                if (parents[node] != NONE) {
                    children[next[parents[node]]++] = node;
                }
            }
        }

        int first(int node) {
            return first[node];
        }

        int end(int node) {
            return first[node + 1];
        }

        int at(int index) {
            return children[index];
        }
    }

    private static final class IntStack {

        private int[] values = new int[64];
        private int size;

        boolean isEmpty() {
            return size == 0;
        }

        /** Pushes a pair; it comes back second first. */
        void push(int value, int second) {
            if (size + 2 > values.length) {
                values = Arrays.copyOf(values, values.length * 2);
            }
            values[size++] = value;
            values[size++] = second;
        }

        int pop() {
            return values[--size];
        }
    }
}
