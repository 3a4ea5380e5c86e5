package dev.threadmill.archive.render.download;

import dev.threadmill.archive.mail.Scratch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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

    /** Puts what was written aside. */
    void appendTo(Scratch.Spool spool) throws IOException {
        spool.append(buf, 0, count);
    }

    /** What was written, without a copy, until something else is. */
    ByteBuffer content() {
        return ByteBuffer.wrap(buf, 0, count);
    }
}
