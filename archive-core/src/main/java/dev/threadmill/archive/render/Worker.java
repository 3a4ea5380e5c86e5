package dev.threadmill.archive.render;

/** What one thread of execution uses again for page after page. */
final class Worker implements AutoCloseable {

    /** The page that is being written. */
    final PageWriter page = new PageWriter();

    /** The lines of overviews, made while no page is. */
    final PageWriter lines = new PageWriter();

    /** A message as it came in. */
    final Bytes mail = new Bytes();

    final Gzip gzip = new Gzip();

    @Override
    public void close() {
        gzip.close();
    }
}
