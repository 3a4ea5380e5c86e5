package dev.threadmill.archive.site;

import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.MessageId;
import dev.threadmill.archive.thread.ThreadNode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A thread as one list shows it: which of its nodes the list holds, and on which page they are. */
public final class ListThread {

    /** As many messages as a thread page shows. */
    public static final int PAGE = ListPlan.PAGE_LENGTH;

    /** As many lines as a page of the tree has, those of messages in other lists among them. */
    static final int LINES = 5 * PAGE;

    private final int list;
    private final PlannedThread planned;
    private final List<ThreadNode> nodes;
    private final int[] held;
    private final int[] byDate;

    /** By node: the page of the tree on which it stands. */
    private final int[] nested;

    /** By node: its place by date, where it has one in the list. */
    private final int[] flat;

    /** By node: how many messages answer it, held here or not. */
    private final int[] replies;

    /** By list: whether it shows all that this one does; each page of the thread asks. */
    private final Map<Integer, Boolean> shownBy = new ConcurrentHashMap<>(2);

    /** A thread as a list shows it that holds at least one of its messages. */
    public ListThread(PlannedThread planned, int list) {
        this.list = list;
        this.planned = planned;
        this.nodes = planned.thread().nodes();
        this.nested = new int[nodes.size()];
        this.flat = new int[nodes.size()];
        this.replies = new int[nodes.size()];
        int[] here = new int[nodes.size()];
        int[] places = new int[nodes.size()];
        int count = 0;
        int placed = 0;
        for (int node = 0; node < nodes.size(); node++) {
            if (!nodes.get(node).isGhost() && nodes.get(node).parent() >= 0) {
                replies[nodes.get(node).parent()]++;
            }
            if (nodes.get(node).isIn(list)) {
                here[count++] = node;
            }
            if (nodes.get(node).hasPlaceIn(list)) {
                places[placed++] = node;
            }
        }
        held = Arrays.copyOf(here, count);
        cut(places, placed);
        byDate =
                Arrays.stream(places, 0, placed)
                        .boxed()
                        .sorted(
                                Comparator.comparingLong((Integer node) -> placed(node).sent())
                                        .thenComparingInt(node -> placed(node).number()))
                        .mapToInt(Integer::intValue)
                        .toArray();
        for (int place = 0; place < byDate.length; place++) {
            flat[byDate[place]] = place;
        }
    }

    /**
     * Cuts the tree into pages.
     *
     * @param places the nodes that have a place in this list; there are {@code placed} of them
     */
    private void cut(int[] places, int placed) {
        int page = 1;
        int from = 0;
        int here = 0; // places on the page
        int done = 0; // places on it and before it
        for (int node = 0; node < nodes.size(); node++) {
            if ((here == PAGE && done < placed) || node - from == LINES) {
                page++;
                from = node;
                here = 0;
            }
            nested[node] = page;
            if (done < placed && places[done] == node) {
                here++;
                done++;
            }
        }
    }

    public int list() {
        return list;
    }

    public PlannedThread planned() {
        return planned;
    }

    public List<ThreadNode> nodes() {
        return nodes;
    }

    /** The nodes that this list holds, in reading order; not to be changed. */
    public int[] held() {
        return held;
    }

    /**
     * The same by date, and with them the tombstones of those that the list held; not to be
     * changed.
     */
    public int[] byDate() {
        return byDate;
    }

    /** The first message by date that this list holds. */
    public Message first() {
        int place = 0;
        while (!holds(byDate[place])) {
            place++;
        }
        return message(byDate[place]);
    }

    /** The last message by date that this list holds. */
    public Message last() {
        int place = byDate.length - 1;
        while (!holds(byDate[place])) {
            place--;
        }
        return message(byDate[place]);
    }

    /** The id on top of the tree, held or not: by it the thread is addressed. */
    public MessageId root() {
        return nodes.get(0).id();
    }

    /** A node of this thread among those of the plan. */
    public NodeRef ref(int node) {
        return new NodeRef(planned.index(), node);
    }

    /** What this list holds of a node: the first message of its id. */
    public Message message(int node) {
        return nodes.get(node).messageIn(list);
    }

    /** What has the place of a node in this list, shown or removed. */
    private Message placed(int node) {
        ThreadNode at = nodes.get(node);
        return holds(node) ? message(node) : at.removedFrom(list).get(0);
    }

    /** Whether this list holds a message of the node. */
    public boolean holds(int node) {
        return nodes.get(node).isIn(list);
    }

    /** Whether another list shows at least what this one does, on pages that hold the same. */
    boolean isShownBy(int other) {
        return shownBy.computeIfAbsent(other, this::showsAll);
    }

    private boolean showsAll(int other) {
        int count = 0;
        for (ThreadNode node : nodes) {
            if (!node.isIn(other) && node.isIn(list)) {
                return false;
            }
            count += node.hasPlaceIn(other) ? 1 : 0;
        }
        return count == byDate.length || count <= PAGE;
    }

    /** How many messages answer a node, held here or not. */
    public int replies(int node) {
        return replies[node];
    }

    /** How many pages the tree has, at least one. */
    public int nestedPages() {
        return nested[nested.length - 1];
    }

    /** How many pages the thread has by date, at least one. */
    public int flatPages() {
        return Math.max(1, (byDate.length + PAGE - 1) / PAGE);
    }

    /** The page of the tree on which a node stands, held here or not; from 1. */
    public int nestedPage(int node) {
        return nested[node];
    }

    /** The page by date on which a node stands that has a place in this list; from 1. */
    public int flatPage(int node) {
        return flat[node] / PAGE + 1;
    }
}
