package dev.threadmill.archive.render.frame;

/**
 * How much of texts one page or feed shows: a thread may hold hundreds of messages of megabytes,
 * which neither a browser nor the memory of a build would bear. Whoever comes when it is used up is
 * shown without its text, on the way to where it stands.
 */
public final class TextShare {

    private static final int PAGE = 16 << 20;
    private static final int FEED = 4 << 20;

    private int left;

    private TextShare(int bytes) {
        left = bytes;
    }

    public static TextShare ofPage() {
        return new TextShare(PAGE);
    }

    public static TextShare ofFeed() {
        return new TextShare(FEED);
    }

    /** Whether a text of so many bytes is shown; then it takes its part. */
    public boolean takes(int bytes) {
        if (bytes > left) {
            return false;
        }
        left -= bytes;
        return true;
    }
}
