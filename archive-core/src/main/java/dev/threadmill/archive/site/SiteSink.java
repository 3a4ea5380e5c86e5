package dev.threadmill.archive.site;

import java.nio.ByteBuffer;

/** Takes the finished files of the site, from any thread. */
public interface SiteSink {

    /**
     * Takes one file.
     *
     * @param path the file; each is given once in a build
     * @param content read before this returns, so that the caller may use the buffer again
     */
    void write(SitePath path, PageKind kind, ByteBuffer content);
}
