package dev.threadmill.archive.render;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Bytes in memory, used for one file after the other. */
final class Bytes extends ByteArrayOutputStream {

    private static final int USUAL = 1 << 16;

    /** What one huge thread needed is not kept for the small ones. */
    private static final int MOST_KEPT = 1 << 22;

    Bytes() {
        super(USUAL);
    }

    /** Forgets what was written. */
    void clear() {
        reset();
        if (buf.length > MOST_KEPT) {
            buf = new byte[USUAL];
        }
    }

    /** What was written, without a copy, until something else is. */
    ByteBuffer content() {
        return ByteBuffer.wrap(buf, 0, count);
    }
}
