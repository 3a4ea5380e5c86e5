package dev.threadmill.archive.render.download;

import dev.threadmill.archive.mail.Scratch;
import dev.threadmill.archive.site.LargeFile;
import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.site.SitePath;
import dev.threadmill.archive.site.SiteSink;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that stand in memory as long as they are few, and in a temporary file beyond. Used for one
 * file after the other; not safe for threads.
 */
final class Spill extends OutputStream implements LargeFile, Closeable {

    /** What stays in memory. */
    private static final int MOST = 1 << 22;

    private static final int SLICE = 1 << 16;

    private final Scratch scratch;
    private final Bytes memory = new Bytes();
    private Scratch.@Nullable Spool spool;
    private long spilled;

    Spill(Scratch scratch) {
        this.scratch = scratch;
    }

    /** Forgets what was written. */
    void clear() throws IOException {
        memory.clear();
        spilled = 0;
        if (spool != null) {
            spool.close();
            spool = null;
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (memory.size() + length > MOST) {
            if (spool == null) {
                spool = scratch.spool("mbox");
            }
            memory.appendTo(spool);
            spilled += memory.size();
            memory.clear();
        }
        memory.write(bytes, offset, length);
    }

    /** Writes it as a file of the site. */
    void giveTo(SiteSink sink, SitePath path, PageKind kind) {
        if (spool == null) {
            sink.write(path, kind, memory.content());
        } else {
            sink.write(path, kind, this);
        }
    }

    @Override
    public long size() {
        return spilled + memory.size();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        for (long at = 0; spool != null && at < spilled; at += SLICE) {
            out.write(spool.read(at, (int) Math.min(SLICE, spilled - at)));
        }
        memory.writeTo(out);
    }

    @Override
    public void close() throws IOException {
        clear();
    }
}
