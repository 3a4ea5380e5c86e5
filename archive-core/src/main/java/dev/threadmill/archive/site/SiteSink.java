package dev.threadmill.archive.site;

import dev.threadmill.archive.mail.MessageId;
import java.nio.ByteBuffer;

/**
 * Takes the finished files of the site, from any thread. One that remembers the last build leaves
 * out what would come out the same; one that does not has everything made.
 */
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

    /**
     * Has a unit write its files here, unless those of the last build are kept. What is written,
     * mentioned and found by this thread meanwhile is the unit's.
     */
    default void make(SiteUnit unit) {
        unit.found(unit.write());
    }

    /**
     * Hears of each id that a page looked for, so that it is made again when that leads elsewhere.
     */
    default void mention(MessageId id) {}
}
