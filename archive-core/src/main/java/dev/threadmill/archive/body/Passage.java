package dev.threadmill.archive.body;

/**
 * A run of whole lines of one kind.
 *
 * @param level how deeply it is quoted, from 1; 0 when it is no quote
 * @param from its first line
 * @param to the line after its last one
 */
record Passage(Kind kind, int level, int from, int to) {

    /** Roughly how many characters make a row on a page. */
    static final int ROW = 90;

    /** What a line of mail can be. */
    enum Kind {
        /** What the author wrote. */
        PROSE,
        /** Lines that start with {@code >}. */
        QUOTE,
        /** {@code On … somebody wrote:}, before a quote. */
        ATTRIBUTION,
        /** The list of changed files before a patch. */
        DIFFSTAT,
        /** The lines of a patch that name a file. */
        HEAD,
        /** The line of a patch that says where its next lines belong. */
        HUNK,
        /** Lines a patch adds. */
        ADDED,
        /** Lines a patch deletes. */
        DELETED,
        /** Lines of a patch that stay as they are. */
        CONTEXT,
        /** The author's signature, from its {@code -- } on. */
        SIGNATURE,
        /** What the list software appended. */
        FOOTER,
        /** The lines that OpenPGP puts around and below text (RFC 9580 §6.2). */
        ARMOUR
    }

    int lines() {
        return to - from;
    }

    /** Roughly how many rows it takes on a page: a long line takes several. */
    int rows(Text text) {
        return Math.max(lines(), (text.start(to) - text.start(from)) / ROW);
    }

    /** Whether it holds something the author of the message said. */
    boolean isOwn(Text text) {
        return switch (kind) {
            case PROSE, HEAD, HUNK, ADDED, DELETED, CONTEXT, DIFFSTAT -> !isBlank(text);
            default -> false;
        };
    }

    boolean isBlank(Text text) {
        return text.isBlank(text.start(from), text.start(to));
    }
}
