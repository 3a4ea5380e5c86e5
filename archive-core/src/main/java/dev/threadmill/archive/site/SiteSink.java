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

    /**
     * Takes one file that does not fit into memory.
     *
     * @param content read before this returns, and more than once
     */
    void write(SitePath path, PageKind kind, LargeFile content);

    /**
     * A file as it will be published, to make another one of it.
     *
     * @throws IllegalArgumentException when this build has not taken it
     */
    LargeFile taken(SitePath path);
}
