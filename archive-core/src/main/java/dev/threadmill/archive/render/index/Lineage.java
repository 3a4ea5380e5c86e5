package dev.threadmill.archive.render.index;

import dev.threadmill.archive.thread.ThreadNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who stands above whom among some nodes of a thread, such as those of one month, taken in reading
 * order: the nodes between them are passed over.
 */
final class Lineage {

    /** What stands above a node below none of them. */
    static final int NONE = -1;

    private final List<ThreadNode> nodes;

    /** By node: itself where it is one of them, else the nearest of them above it, once asked. */
    private final Map<Integer, Integer> nearest = new HashMap<>();

    /** The lineage of some nodes among all of a thread. */
    Lineage(List<ThreadNode> nodes) {
        this.nodes = nodes;
    }

    /**
     * Takes the next of them; returns the nearest of those before that stands above it, or {@link
     * #NONE}.
     */
    int above(int node) {
        int parent = nodes.get(node).parent();
        int known = parent;
        while (known != NONE && !nearest.containsKey(known)) {
            known = nodes.get(known).parent();
        }
        int above = known == NONE ? NONE : nearest.get(known);
        for (int passed = parent; passed != known; passed = nodes.get(passed).parent()) {
            nearest.put(passed, above);
        }
        nearest.put(node, node);
        return above;
    }
}
