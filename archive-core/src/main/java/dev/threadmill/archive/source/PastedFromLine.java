package dev.threadmill.archive.source;

/**
 * Judges From lines that people paste into mail, where the program that wrote the mbox quotes none
 * in text: what it put on top of the mbox tells them from its own.
 */
final class PastedFromLine {

    private boolean pipermail;
    private boolean git;

    /**
     * Takes note of the first From line of the mbox.
     *
     * @param top whether nothing stands before it
     */
    void learn(byte[] bytes, int at, int end, boolean top) {
        pipermail = FromLine.isPipermail(bytes, at, end);
        git = top && FromLine.isPatch(bytes, at, end);
    }

    /** Whether the line at {@code at}, which is not the first of the mbox, stands in text. */
    boolean isAt(byte[] bytes, int at, int end) {
        // Mail that was pasted with its From line was masked by Pipermail like all text.
        return (pipermail && FromLine.isMaskedText(bytes, at, end))
                || (!git && FromLine.isPatch(bytes, at, end));
    }
}
