package dev.threadmill.archive.render;

import dev.threadmill.archive.mail.Scratch;
import java.io.Closeable;
import java.io.IOException;

/** What one thread of execution uses again for page after page. */
final class Buffers implements Closeable {

    /** The page that is being written. */
    final PageWriter page = new PageWriter();

    /** The lines of overviews, made while no page is. */
    final PageWriter lines = new PageWriter();

    /** A message as it came in. */
    final Bytes mail = new Bytes();

    /** All that came in under one id. */
    final Spill copies;

    final Gzip gzip;

    Buffers(Scratch scratch) {
        copies = new Spill(scratch);
        gzip = new Gzip(scratch);
    }

    @Override
    public void close() throws IOException {
        gzip.close();
        copies.close();
    }
}
