package dev.threadmill.archive.render.download;

import dev.threadmill.archive.mail.Scratch;
import java.io.Closeable;
import java.io.IOException;

/** What one thread of execution uses again for file after file of mail. */
public final class MailBuffers implements Closeable {

    /** A message as it came in. */
    final Bytes mail = new Bytes();

    /** All that came in under one id. */
    final Spill copies;

    final Gzip gzip;

    /** Buffers that put aside what does not fit into memory. */
    public MailBuffers(Scratch scratch) {
        copies = new Spill(scratch);
        gzip = new Gzip(scratch);
    }

    @Override
    public void close() throws IOException {
        gzip.close();
        copies.close();
    }
}
