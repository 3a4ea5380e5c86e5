package dev.threadmill.archive.thread;

import java.util.Arrays;

/**
 * Trees that grow and are cut, and know at once who is above whom: a link-cut forest (Sleator and
 * Tarjan, "A Data Structure for Dynamic Trees", 1983). Each operation takes O(log n) amortised,
 * however deep mail makes the trees; walking up a chain of 100,000 replies for each of them would
 * take hours.
 *
 * <p>Nodes are numbers. A tree's paths are kept in splay trees, ordered from the top down: {@code
 * up} is a node's parent in its splay tree or, at the splay tree's root, the node above the path.
 */
final class AncestorForest {

    private static final int NONE = -1;

    private final int[] up;
    private final int[] left;
    private final int[] right;

    AncestorForest(int nodes) {
        up = filled(nodes);
        left = filled(nodes);
        right = filled(nodes);
    }

    private static int[] filled(int nodes) {
        int[] none = new int[nodes];
        Arrays.fill(none, NONE);
        return none;
    }

    /** Hangs {@code child}, the top of a tree, below {@code parent}, a node of another one. */
    void link(int child, int parent) {
        expose(child);
        up[child] = parent;
    }

    /** Makes {@code child} the top of a tree of its own. */
    void cut(int child) {
        expose(child);
        int above = left[child];
        if (above != NONE) {
            up[above] = NONE;
            left[child] = NONE;
        }
    }

    /** Whether {@code upper} is {@code lower} itself or stands anywhere above it. */
    boolean isAbove(int upper, int lower) {
        if (upper == lower) {
            return true;
        }
        // The exposed path runs from the top to lower; upper is on it when it is in its splay tree.
        expose(lower);
        splay(upper);
        return up[lower] != NONE && sameSplayTree(upper, lower);
    }

    private boolean sameSplayTree(int upper, int lower) {
        int node = lower;
        while (isInner(node)) {
            node = up[node];
        }
        return node == upper;
    }

    /**
     * Makes the path from the top of its tree down to {@code node} one splay tree, node its root.
     */
    private void expose(int node) {
        int below = NONE;
        for (int path = node; path != NONE; path = up[path]) {
            splay(path);
            right[path] = below;
            below = path;
        }
        splay(node);
    }

    private boolean isInner(int node) {
        int parent = up[node];
        return parent != NONE && (left[parent] == node || right[parent] == node);
    }

    private void splay(int node) {
        while (isInner(node)) {
            int parent = up[node];
            if (isInner(parent)) {
                int grandparent = up[parent];
                boolean straight = (left[grandparent] == parent) == (left[parent] == node);
                rotate(straight ? parent : node);
            }
            rotate(node);
        }
    }

    private void rotate(int node) {
        int parent = up[node];
        int grandparent = up[parent];
        boolean parentIsInner = isInner(parent);
        int moved;
        if (left[parent] == node) {
            moved = right[node];
            right[node] = parent;
            left[parent] = moved;
        } else {
            moved = left[node];
            left[node] = parent;
            right[parent] = moved;
        }
        if (moved != NONE) {
            up[moved] = parent;
        }
        up[parent] = node;
        up[node] = grandparent;
        if (parentIsInner) {
            if (left[grandparent] == parent) {
                left[grandparent] = node;
            } else {
                right[grandparent] = node;
            }
        }
    }
}
