package dev.threadmill.archive.state;

import dev.threadmill.archive.mail.Scratch;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * The state folder, held for one build: its lock keeps a second run out, and its spool takes the
 * temporary files.
 */
@SuppressWarnings("DoNotCallSuggester") // not built yet
public final class ArchiveState implements Scratch, Closeable {

    private ArchiveState() {}

    /**
     * Opens the folder, makes it where it does not exist, and removes what a killed run left.
     *
     * @throws IllegalArgumentException when it must not be used: it holds files that are not ours,
     *     or another run has it
     */
    public static ArchiveState open(Path stateDirectory) throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    public Path store(String name, InputStream content) throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    public Spool spool(String name) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Removes the temporary files and lets go of the folder. */
    @Override
    public void close() throws IOException {
        throw new UnsupportedOperationException();
    }
}
