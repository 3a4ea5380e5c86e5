package dev.threadmill.archive.output;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Where things stand in an output folder, and whether it may be one. What is not for readers is in
 * its {@code .threadmill}: the manifest {@code files}, and while a build is at work {@code lock},
 * {@code staging} and {@code journal}.
 *
 * <p>A folder that does not exist yet is built under another name beside it and put in place by one
 * rename.
 */
final class OutputFolder implements Closeable {

    private static final String OWN = ".threadmill";

    private final Path name;
    private final Path site;
    private final FolderLock lock;
    private Path base;

    private OutputFolder(Path name, Path site, Path base, FolderLock lock) {
        this.name = name;
        this.site = site;
        this.base = base;
        this.lock = lock;
    }

    /**
     * Checks a folder and locks it.
     *
     * @throws IllegalArgumentException when nothing may be written there
     */
    static OutputFolder take(Path name) throws IOException {
        Path site = name.toAbsolutePath().normalize();
        while (true) {
            refuse(name, site);
            boolean exists = Files.isDirectory(site);
            Path base = exists ? site : site.resolveSibling("." + site.getFileName() + ".staging");
            makeOwn(name, base);
            try {
                FolderLock lock = FolderLock.take(name, base.resolve(OWN).resolve("lock"));
                OutputFolder folder = new OutputFolder(name, site, base, lock);
                if (exists == Files.isDirectory(site)) {
                    return folder;
                }
                // Another run has put its first build in place between our look and our lock.
                folder.close();
            } catch (NoSuchFileException e) {
                // Another run has ended just now and removed its empty folder.
            }
        }
    }

    private static void refuse(Path name, Path site) throws IOException {
        if (Files.isSymbolicLink(site)) {
            throw refusal(name, "is a symbolic link; name the folder that it leads to");
        }
        if (!Files.exists(site)) {
            return;
        }
        if (!Files.isDirectory(site)) {
            throw refusal(name, "is a file; name a folder for the site");
        }
        if (!Files.isWritable(site)) {
            throw refusal(name, "cannot be written to; allow it or name another folder");
        }
        Path own = site.resolve(OWN);
        for (Path file : new Path[] {own, own.resolve("files"), own.resolve("staging")}) {
            if (Files.isSymbolicLink(file)) {
                String link = site.relativize(file).toString();
                throw refusal(name, "holds a symbolic link, '" + link + "'; remove the link");
            }
        }
        Optional<Path> foreign = firstBeside(own);
        if (foreign.isPresent()
                && !Files.exists(own.resolve("files"))
                && !Files.exists(own.resolve("journal"))) {
            throw refusal(
                    name,
                    "holds files that this program did not write, such as '"
                            + foreign.get().getFileName()
                            + "', or its record of them, '"
                            + OWN
                            + "', is gone; name a folder that is new or empty");
        }
    }

    private static Optional<Path> firstBeside(Path own) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(own.getParent())) {
            for (Path entry : entries) {
                if (!entry.equals(own)) {
                    return Optional.of(entry);
                }
            }
            return Optional.empty();
        }
    }

    private static boolean isEmptyFolder(Path folder) throws IOException {
        return Files.isDirectory(folder) && firstBeside(folder.resolve(OWN)).isEmpty();
    }

    private static void makeOwn(Path name, Path base) throws IOException {
        Path own = base.resolve(OWN);
        boolean beside = !base.equals(name.toAbsolutePath().normalize());
        boolean foreign = Files.exists(base) && !Files.isDirectory(own) && !isEmptyFolder(base);
        if (beside && (Files.isSymbolicLink(base) || foreign)) {
            throw refusal(name, "is built in '" + base.getFileName() + "' beside it; remove that");
        }
        try {
            Files.createDirectories(own);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    name + ": cannot be made (" + reason(e) + "); name another folder", e);
        }
    }

    private static IllegalArgumentException refusal(Path name, String what) {
        return new IllegalArgumentException(name + ": the output folder " + what);
    }

    /** Why a file could not be read or written, in words for people. */
    static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof NoSuchFileException) {
            return "no such file or folder";
        }
        String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
        return reason == null ? e.getClass().getSimpleName() : reason;
    }

    /** Whether a path of the site would meet what is ours alone. */
    static boolean isOwn(String path) {
        boolean starts = path.regionMatches(true, 0, OWN, 0, OWN.length());
        return starts && (path.length() == OWN.length() || path.charAt(OWN.length()) == '/');
    }

    /** As the settings name it, for sentences. */
    Path name() {
        return name;
    }

    /** Where the site stands, or will. */
    Path site() {
        return site;
    }

    /** Whether the site does not stand there yet, so that it is built beside it. */
    boolean isBeside() {
        return !base.equals(site);
    }

    Path lockFile() {
        return base.resolve(OWN).resolve("lock");
    }

    Path manifest() {
        return base.resolve(OWN).resolve("files");
    }

    Path journal() {
        return base.resolve(OWN).resolve("journal");
    }

    Path staging() {
        return base.resolve(OWN).resolve("staging");
    }

    /** Makes room for a new build, of which no web server shows anything. */
    void clearStaging() throws IOException {
        FolderTree.delete(staging());
        PublicFiles.makePrivateFolder(staging());
    }

    /** Discards what is left beside the site of a first build that was killed. */
    void clearBeside() throws IOException {
        if (!isBeside()) {
            return;
        }
        Path own = base.resolve(OWN);
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(base)) {
            for (Path entry : entries) {
                if (!entry.equals(own)) {
                    FolderTree.delete(entry);
                }
            }
        }
        Files.deleteIfExists(manifest());
    }

    /** Where a first build is made, with all its files as they will stand. */
    Path tree() {
        return isBeside() ? base : staging().resolve("site");
    }

    /** Puts a site in place that was built beside it. */
    void moveIntoPlace() throws IOException {
        Files.move(staging().resolve(Journal.MANIFEST), manifest());
        FolderTree.delete(staging());
        try {
            Files.move(base, site, StandardCopyOption.ATOMIC_MOVE);
        } catch (AccessDeniedException e) {
            // Windows renames no folder in which a file is open.
            lock.close();
            Files.move(base, site, StandardCopyOption.ATOMIC_MOVE);
        }
        base = site;
        lock.moved(lockFile());
    }

    /** Discards what was not published and lets other runs in. */
    @Override
    public void close() throws IOException {
        Path own = base.resolve(OWN);
        try (lock) {
            clearBeside();
            if (!Files.exists(journal())) {
                FolderTree.delete(staging());
            }
        }
        if (!Files.exists(manifest()) && !Files.exists(journal())) {
            deleteIfEmpty(own);
            if (isBeside()) {
                deleteIfEmpty(base);
            }
        }
    }

    private static void deleteIfEmpty(Path folder) throws IOException {
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException e) {
            // Another run has it already.
        }
    }
}
