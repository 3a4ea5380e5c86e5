package dev.threadmill.archive.site;

import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.mail.MessageId;
import java.nio.ByteBuffer;
import java.util.function.Supplier;

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
     *
     * @return a hash of all that decided what is in its files
     */
    default Hash make(SiteUnit unit) {
        unit.found(unit.write());
        return unit.inputs();
    }

    /**
     * Keeps a page as the last build made it, if it made it of the same view.
     *
     * @param view a hash of path, template and all that the template is shown
     * @return false when the page is to be written
     */
    default boolean keep(SitePath path, PageKind kind, Supplier<Hash> view) {
        return false;
    }

    /**
     * Hears of each id that a page looked for, so that it is made again when that leads elsewhere.
     */
    default void mention(MessageId id) {}
}
