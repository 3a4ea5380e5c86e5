package dev.threadmill.archive.mail;

/** Finds {@code From }, with which the messages of an mbox begin, wherever it stands. */
public final class FromSearch {

    /** How long {@code From } is. */
    public static final int LENGTH = 5;

    private FromSearch() {}

    /**
     * The index of the first {@code From } that stands wholly between {@code from} and {@code to};
     * else the first index at which one might still begin once more bytes are there.
     */
    public static int next(byte[] bytes, int from, int to) {
        int at = from;
        while (true) {
            at = ByteSearch.indexOf((byte) 'F', bytes, at, to); // rare in mail
            if (at + LENGTH > to) {
                return at;
            }
            if (bytes[at + 1] == 'r'
                    && bytes[at + 2] == 'o'
                    && bytes[at + 3] == 'm'
                    && bytes[at + 4] == ' ') {
                return at;
            }
            at++;
        }
    }
}
