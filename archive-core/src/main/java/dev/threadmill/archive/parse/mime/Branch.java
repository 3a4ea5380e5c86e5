package dev.threadmill.archive.parse.mime;

import org.jspecify.annotations.Nullable;

/**
 * One of the versions that a multipart/alternative offers, and the one around it when they are
 * nested. A leaf stands in none, one or several.
 */
record Branch(@Nullable Branch outer, Alternative alternative, int index) {

    /** Takes note that this branch, and those around it, hold this leaf. */
    static void note(@Nullable Branch branch, Leaf leaf) {
        for (Branch b = branch; b != null; b = b.outer) {
            b.alternative.note(b.index, leaf);
        }
    }

    /** Whether what stands in this branch is shown; what stands in none is. */
    static boolean isShown(@Nullable Branch branch) {
        for (Branch b = branch; b != null; b = b.outer) {
            if (!b.alternative.isChosen(b.index)) {
                return false;
            }
        }
        return true;
    }

    /**
     * A multipart/alternative: its first version in plain text is shown, else the first in HTML,
     * else the first in other formatted text, else all of them. A plain version that is empty was
     * only put there by a program and does not count.
     */
    static final class Alternative {

        private static final int NONE = -1;

        private int plain = NONE;
        private int html = NONE;
        private int other = NONE;

        private void note(int index, Leaf leaf) {
            if (leaf.header().isAttachment()) {
                return;
            }
            switch (leaf.type()) {
                case "text/plain" -> plain = plain == NONE && !leaf.isBlank() ? index : plain;
                case "text/html" -> html = html == NONE ? index : html;
                case "text/enriched", "text/richtext", "text/markdown" ->
                        other = other == NONE ? index : other;
                default -> {}
            }
        }

        private boolean isChosen(int index) {
            int chosen = plain != NONE ? plain : html != NONE ? html : other;
            return chosen == NONE || chosen == index;
        }
    }
}
