package dev.threadmill.archive.source;

/**
 * How sources are read, where looking at them does not tell.
 *
 * @param mboxForm what tells the messages of an mbox apart
 * @param mostInflated how many bytes a compressed file may hold; 0 for 50 times its size and at
 *     least a gigabyte, which no mail exceeds
 */
public record ReadingOptions(MboxForm mboxForm, long mostInflated) {

    /** What suits nearly all mail. */
    public static final ReadingOptions DEFAULT = new ReadingOptions(MboxForm.MBOXRD, 0);

    private static final int MOST_RATIO = 50;
    private static final long ALWAYS_ALLOWED = 1L << 30;

    public ReadingOptions {
        if (mostInflated < 0) {
            throw new IllegalArgumentException(
                    "archive.inflateLimit is " + mostInflated + "; it cannot be negative");
        }
    }

    /** How many bytes a file of this size may hold. */
    long mostInflated(long compressed) {
        return mostInflated > 0 ? mostInflated : Math.max(ALWAYS_ALLOWED, MOST_RATIO * compressed);
    }
}
