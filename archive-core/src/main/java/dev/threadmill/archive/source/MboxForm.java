package dev.threadmill.archive.source;

import dev.threadmill.archive.mail.Mboxrd;

/** The forms of mbox. They cannot be told from each other by looking, so one is chosen. */
public enum MboxForm {
    /**
     * From lines part the messages, in which such lines are quoted by {@code >}. Mboxo and
     * Pipermail's text are read so, too. {@code Content-Length} alone is not believed: list
     * archives carry stale ones.
     */
    MBOXRD(false, true),
    /** {@code Content-Length} says how long a message is, and From lines in it are quoted. */
    MBOXCL(true, true),
    /** {@code Content-Length} says how long a message is, and nothing is quoted. */
    MBOXCL2(true, false);

    private final boolean counts;
    private final boolean quotes;

    MboxForm(boolean counts, boolean quotes) {
        this.counts = counts;
        this.quotes = quotes;
    }

    /** Whether Content-Length is believed, where a From line stands behind as many bytes. */
    boolean counts() {
        return counts;
    }

    /** The message that stands as {@code bytes} in a file of this form. */
    byte[] unquoted(byte[] bytes) {
        return quotes ? Mboxrd.unquote(bytes) : bytes;
    }
}
