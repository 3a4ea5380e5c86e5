package dev.threadmill.archive.output;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.TreeSet;

/**
 * What publishing has to do, written down before any of it is done, so that whoever comes after a
 * killed run can do the rest: {@code put staged path}, {@code files} for the manifest, {@code
 * delete path}, in this order. Doing a line twice is as good as once.
 *
 * <p>Publishing itself goes by the journal, so that what follows a kill is what happens always.
 */
final class Journal {

    private static final String FORMAT = "threadmill-journal 1";
    private static final String PUT = "put ";
    private static final String DELETE = "delete ";

    /** The line for the manifest, and the name under which the new one waits. */
    static final String MANIFEST = "files";

    private final OutputFolder folder;
    private final PublicFiles disk;
    private String madeFolder = "";

    /** Folders that may have become empty, those inside others first. */
    private final TreeSet<String> emptied =
            new TreeSet<>(
                    Comparator.comparingInt(String::length)
                            .reversed()
                            .thenComparing(Comparator.naturalOrder()));

    private Journal(OutputFolder folder, PublicFiles disk) {
        this.folder = folder;
        this.disk = disk;
    }

    /** What became of a journal. */
    enum Ending {
        /** There was none. */
        NONE,
        /** All that stood in it is done. */
        DONE,
        /** It was damaged, which takes a power failure: what is in which place is not known. */
        LOST
    }

    /** Does what stands in the journal, if there is one, and deletes it. */
    static Ending finish(
            OutputFolder folder, PublicFiles disk, SiteOutput.Progress progress, long total)
            throws IOException {
        if (!Files.exists(folder.journal())) {
            return Ending.NONE;
        }
        boolean sound = SealedReader.sealOf(folder.journal()).isPresent();
        if (sound) {
            new Journal(folder, disk).run(progress, total);
        }
        Files.delete(folder.journal());
        return sound ? Ending.DONE : Ending.LOST;
    }

    private void run(SiteOutput.Progress progress, long total) throws IOException {
        try (SealedReader lines = new SealedReader(folder.journal())) {
            requireFormat(lines);
            for (long done = 1; lines.next(); done++) {
                step(lines.text());
                progress.published(done, Math.max(done, total));
            }
        }
        deleteEmptied();
        progress.published(total, total);
    }

    private void step(String line) throws IOException {
        if (line.startsWith(DELETE)) {
            delete(line.substring(DELETE.length()));
            return;
        }
        deleteEmptied();
        if (line.startsWith(PUT)) {
            int space = line.indexOf(' ', PUT.length());
            put(line.substring(PUT.length(), space), line.substring(space + 1));
        } else {
            move(folder.staging().resolve(MANIFEST), folder.manifest());
        }
    }

    private void requireFormat(SealedReader lines) throws IOException {
        if (!lines.next() || !lines.text().equals(FORMAT)) {
            throw new IOException(
                    folder.name()
                            + ": another version of this program was interrupted in publishing;"
                            + " run that once more");
        }
    }

    private void put(String staged, String path) throws IOException {
        Path target = folder.site().resolve(path);
        String above = path.substring(0, path.lastIndexOf('/') + 1);
        if (!above.equals(madeFolder)) {
            if (!Files.isDirectory(target.getParent())) {
                disk.makeFolders(folder.site(), target.getParent());
            }
            madeFolder = above;
        }
        move(folder.staging().resolve(staged), target);
    }

    private static void move(Path staged, Path target) throws IOException {
        try {
            Files.move(staged, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            if (Files.exists(staged)) {
                throw e;
            }
            // Done already by the run that was interrupted.
        }
    }

    private void delete(String path) throws IOException {
        Path file = folder.site().resolve(path);
        // When a line is done twice, a folder may stand there by now, or a file above it.
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            Files.delete(file);
        }
        emptied.add(path.substring(0, path.lastIndexOf('/') + 1));
    }

    private void deleteEmptied() throws IOException {
        while (!emptied.isEmpty()) {
            String path = emptied.pollFirst();
            if (!path.isEmpty() && deleteIfEmpty(folder.site().resolve(path))) {
                madeFolder = "";
                emptied.add(path.substring(0, path.lastIndexOf('/', path.length() - 2) + 1));
            }
        }
    }

    private static boolean deleteIfEmpty(Path folder) throws IOException {
        try {
            return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                    && Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException e) {
            return false;
        }
    }

    /** Writes a journal, which counts for nothing until it is committed. */
    static final class Writer implements Closeable {

        private final OutputFolder folder;
        private final Path draft;
        private final SealedWriter lines;

        Writer(OutputFolder folder) throws IOException {
            this.folder = folder;
            draft = folder.staging().resolve("journal");
            lines = new SealedWriter(draft);
            lines.text(FORMAT).text("\n");
        }

        void put(String staged, String path) throws IOException {
            lines.text(PUT).text(staged).text(" ").text(path).text("\n");
        }

        void manifest() throws IOException {
            lines.text(MANIFEST).text("\n");
        }

        void delete(String path) throws IOException {
            lines.text(DELETE).text(path).text("\n");
        }

        /** Puts the journal in force: from here on publishing is gone through with. */
        void commit() throws IOException {
            lines.seal();
            lines.close();
            SealedWriter.force(draft);
            SealedWriter.force(folder.staging().resolve(MANIFEST));
            Files.move(draft, folder.journal(), StandardCopyOption.ATOMIC_MOVE);
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
