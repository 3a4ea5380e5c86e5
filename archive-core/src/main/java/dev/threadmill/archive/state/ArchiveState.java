package dev.threadmill.archive.state;

import dev.threadmill.archive.mail.Account;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.Problem;
import dev.threadmill.archive.mail.Scratch;
import dev.threadmill.archive.output.FolderLock;
import dev.threadmill.archive.output.SiteOutput;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The state folder, held for one build: its lock keeps a second run out, its spool takes the
 * temporary files, and what it remembers makes the next build short. All that may be deleted at any
 * time: it decides how long a build takes, never what comes of it.
 */
public final class ArchiveState implements Scratch, Closeable {

    private static final String MARK = "threadmill-state";

    private final Path folder;
    private final FolderLock lock;
    private final SpoolFolder spool;

    private ArchiveState(Path folder, FolderLock lock, SpoolFolder spool) {
        this.folder = folder;
        this.lock = lock;
        this.spool = spool;
    }

    /**
     * Opens the folder, makes it where it does not exist, and removes what a killed run left.
     *
     * @throws IllegalArgumentException when it must not be used: it holds files that are not ours,
     *     or another run has it
     */
    public static ArchiveState open(Path stateDirectory) throws IOException {
        claim(stateDirectory);
        FolderLock lock = FolderLock.take(stateDirectory, stateDirectory.resolve("lock"));
        try {
            SpoolFolder spool = SpoolFolder.open(stateDirectory.resolve("spool"));
            return new ArchiveState(stateDirectory, lock, spool);
        } catch (IOException | RuntimeException e) {
            try (lock) {
                throw e;
            }
        }
    }

    /** Marks the folder as ours, so that nobody's files are taken for state. */
    private static void claim(Path folder) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw refusal(folder, "is a file; name a folder");
        }
        Path mark = folder.resolve(MARK);
        try {
            Files.createDirectories(folder);
            Optional<Path> foreign = anyIn(folder);
            // Another run may have claimed it between the two.
            if (foreign.isPresent() && !Files.exists(mark)) {
                String name = foreign.get().getFileName().toString();
                throw refusal(
                        folder,
                        "holds files that this program did not write, such as '"
                                + name
                                + "'; name a folder that is new or empty");
            }
            Files.write(mark, new byte[0]);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    folder + ": the state folder cannot be written to; name another folder", e);
        }
    }

    private static Optional<Path> anyIn(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny();
        }
    }

    private static IllegalArgumentException refusal(Path folder, String what) {
        return new IllegalArgumentException(folder + ": the state folder " + what);
    }

    /**
     * What the sources are known to hold.
     *
     * @param version of whatever else decides what is read from a source: what another version
     *     remembered is not believed
     */
    public SkeletonCache skeletons(String version) {
        return new SkeletonCache(folder.resolve("skeletons"), version);
    }

    /**
     * A sink for the pages of a build, which keeps what the last one made of the same.
     *
     * @param version of whatever decides how all pages look
     * @param output takes what is not kept
     * @param inMessages hears what is wrong in messages that are shown, found now or then
     * @param others hears what else is wrong
     */
    public RememberingSink remembering(
            String version,
            SiteOutput output,
            BiConsumer<Message, List<Problem>> inMessages,
            Consumer<Problem> others)
            throws IOException {
        return new RememberingSink(
                output,
                UnitFingerprints.open(folder.resolve("units"), version, output.last()),
                inMessages,
                others);
    }

    /**
     * What the last build came to.
     *
     * @param output its site
     */
    public LastBuild lastBuild(SiteOutput output) {
        return new LastBuild(folder.resolve("build"), output);
    }

    /**
     * Writes down what became of the messages of this build that are not simply shown, and what was
     * wrong with them, instead of what the last build wrote; returns the file.
     */
    public Path write(List<Account> accounts) throws IOException {
        Path file = folder.resolve("problems.jsonl");
        new ProblemsFile(file).write(accounts);
        return file;
    }

    /** Small answers that take long to find. */
    public Memo memo(String version) throws IOException {
        return Memo.open(folder.resolve("memo"), version);
    }

    @Override
    public Path store(String name, InputStream content) throws IOException {
        return spool.store(name, content);
    }

    @Override
    public Spool spool(String name) throws IOException {
        return spool.spool(name);
    }

    /** Removes the temporary files and lets go of the folder. */
    @Override
    public void close() throws IOException {
        try (lock) {
            spool.clear();
        }
    }
}
