package dev.threadmill.archive.output;

import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.site.SitePath;
import dev.threadmill.archive.site.SiteSink;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The output folder of a site, opened for one build. Files are staged by {@link #write} and put in
 * their place by {@link #publish}; without it, {@link #close} leaves the site as it was.
 */
@SuppressWarnings("DoNotCallSuggester") // not built yet
public final class SiteOutput implements SiteSink, Closeable {

    /** Hears how far publishing is. */
    public interface Progress {

        /** Hears that {@code done} of {@code total} files are in their place. */
        void published(long done, long total);
    }

    private SiteOutput() {}

    /**
     * Opens the folder, which need not exist, and finishes what an interrupted build left undone.
     *
     * @throws IllegalArgumentException when it cannot or must not be written to: a folder of files
     *     that are not ours, a file, a link that leads elsewhere, a folder another run writes to
     */
    public static SiteOutput open(Path outputDirectory) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** The manifest of the last build, for {@code state} to know whether they belong together. */
    public Optional<Hash> last() {
        throw new UnsupportedOperationException();
    }

    /**
     * @throws IllegalStateException when the file was given before in this build, or another one
     *     whose path differs in case only
     * @throws java.io.UncheckedIOException when the disk is full or fails; the site is untouched
     */
    @Override
    public void write(SitePath path, PageKind kind, ByteBuffer content) {
        throw new UnsupportedOperationException();
    }

    /**
     * Carries over a file of the last build as it is.
     *
     * @return false when the last build had no such file, so that it must be written
     */
    public boolean keep(SitePath path) {
        throw new UnsupportedOperationException();
    }

    /** What {@link #publish} would remove if it came now. */
    public Removals pending() {
        throw new UnsupportedOperationException();
    }

    /** Puts everything in its place; the last call before {@link #close}. */
    public Published publish(Progress progress) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Lets go of the folder; what was not published is discarded. */
    @Override
    public void close() throws IOException {
        throw new UnsupportedOperationException();
    }
}
