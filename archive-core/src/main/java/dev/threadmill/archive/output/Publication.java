package dev.threadmill.archive.output;

import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.site.PageKind;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/**
 * Works out what publishing has to do and refuses what it must not: all that can fail should fail
 * here, while the site is still as it was.
 *
 * <p>New pages come first, so that nothing links to one that is not there; then changed ones, then
 * the indexes that lead to both, the front page last; what is deleted, nothing leads to any more.
 */
final class Publication {

    private static final Set<PageKind> INDEXES =
            EnumSet.of(
                    PageKind.INDEX,
                    PageKind.MONTHS,
                    PageKind.AUTHORS,
                    PageKind.SUBJECTS,
                    PageKind.STATS,
                    PageKind.FEEDS,
                    PageKind.ASSET);

    private static final String FRONT_PAGE = "index.html";

    private final OutputFolder folder;
    private final FileTable files;
    private final int[] sorted;
    private final Tally leftAlone = new Tally();

    /** Whether a file has to make way for a folder or a folder for a file. */
    private boolean deleteFirst;

    /** The folder that was looked at last: files come sorted. */
    private String checked = "";

    private long written;
    private long removed;

    Publication(OutputFolder folder, FileTable files) {
        this.folder = folder;
        this.files = files;
        sorted = files.sorted();
    }

    /** How many files are put in their place. */
    long written() {
        return written;
    }

    /** How many files are deleted. */
    long removed() {
        return removed;
    }

    /** Files that a damaged manifest names, which are not deleted for that. */
    Tally leftAlone() {
        return leftAlone;
    }

    /** For each file its line in the new manifest, from 0. */
    int[] lines() {
        int[] lines = new int[sorted.length];
        int line = 0;
        for (int file : sorted) {
            lines[file] = files.isInNow(file) ? line++ : FileTable.NONE;
        }
        return lines;
    }

    /**
     * Looks at every place where something is to change, unless it is a first build, which finds
     * nothing.
     *
     * @throws IllegalArgumentException when something of somebody else's is in the way
     */
    void check(boolean first) throws IOException {
        for (int file : sorted) {
            if (files.isStaged(file)) {
                if (!first) {
                    checkTarget(file);
                }
            } else if (isRemoved(file)) {
                checkFolders(files.path(file));
                removed++;
            } else if (!files.isInNow(file) && files.isInLast(file)) {
                leftAlone.add(files.path(file));
            }
            if (files.isStaged(file)) {
                written++;
            }
        }
    }

    /** Writes the new manifest, which waits with the pages, and returns its hash. */
    Hash writeManifest() throws IOException {
        return Manifest.write(folder.staging().resolve(Journal.MANIFEST), files, sorted);
    }

    /** Writes down what there is to do; from then on it will be done. */
    void commit() throws IOException {
        try (Journal.Writer journal = new Journal.Writer(folder)) {
            if (deleteFirst) {
                delete(journal);
            }
            put(journal, file -> !files.isInLast(file) && !isIndex(file));
            put(journal, file -> files.isInLast(file) && !isIndex(file));
            put(journal, file -> isIndex(file) && !files.path(file).equals(FRONT_PAGE));
            put(journal, file -> isIndex(file) && files.path(file).equals(FRONT_PAGE));
            journal.manifest();
            if (!deleteFirst) {
                delete(journal);
            }
            journal.commit();
        }
    }

    /** Writes down how a first build takes its place in an empty folder: a few whole folders. */
    void commitTree() throws IOException {
        Path tree = folder.tree();
        Set<String> names = new TreeSet<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(tree)) {
            entries.forEach(entry -> names.add(entry.getFileName().toString()));
        }
        boolean front = names.remove(FRONT_PAGE);
        try (Journal.Writer journal = new Journal.Writer(folder)) {
            for (String name : names) {
                journal.put(tree.getFileName() + "/" + name, name);
            }
            if (front) {
                journal.put(tree.getFileName() + "/" + FRONT_PAGE, FRONT_PAGE);
            }
            journal.manifest();
            journal.commit();
        }
    }

    private boolean isIndex(int file) {
        return INDEXES.contains(files.kind(file));
    }

    private boolean isRemoved(int file) {
        return files.isInLast(file) && !files.isInNow(file) && !files.isUnknown(file);
    }

    private void put(Journal.Writer journal, IntPredicate wanted) throws IOException {
        for (int file : sorted) {
            if (files.isStaged(file) && wanted.test(file)) {
                journal.put(Staging.Pieces.name(file), files.path(file));
            }
        }
    }

    private void delete(Journal.Writer journal) throws IOException {
        for (int file : sorted) {
            if (isRemoved(file) && !isOneWithTwin(file)) {
                journal.delete(files.path(file));
            }
        }
    }

    /** Whether the file system takes the file for one of this build, spelt in another case. */
    private boolean isOneWithTwin(int file) throws IOException {
        int twin = files.twin(file);
        if (twin == FileTable.NONE || !files.isInNow(twin)) {
            return false;
        }
        Path other = folder.site().resolve(files.path(twin));
        return Files.exists(other)
                && Files.isSameFile(folder.site().resolve(files.path(file)), other);
    }

    private void checkTarget(int file) throws IOException {
        String path = files.path(file);
        if (!checkFolders(path)) {
            return;
        }
        Path target = folder.site().resolve(path);
        Optional<BasicFileAttributes> there = look(target);
        if (there.isEmpty()) {
            return;
        }
        if (there.get().isDirectory() && files.hasFolder(path + "/")) {
            deleteFirst = true;
        } else if (!there.get().isRegularFile()) {
            throw inTheWay(path);
        } else if (!files.isInLast(file) && files.twin(file) == FileTable.NONE) {
            if (there.get().size() != files.size(file)
                    || !Manifest.hashOf(target).equals(files.hash(file))) {
                throw inTheWay(path);
            }
            files.unstage(file);
        }
    }

    /** Looks at the folders above a file; false when it can't be there since one of them is not. */
    private boolean checkFolders(String path) throws IOException {
        String above = path.substring(0, path.lastIndexOf('/') + 1);
        if (above.equals(checked)) {
            return true;
        }
        int from = commonFolder(above, checked);
        for (int to = above.indexOf('/', from); to >= 0; to = above.indexOf('/', from)) {
            String name = above.substring(0, to);
            Optional<BasicFileAttributes> there = look(folder.site().resolve(name));
            if (there.isEmpty() || !there.get().isDirectory()) {
                if (there.isPresent()) {
                    deleteFirst = true;
                    requireRemoved(name, there.get());
                }
                checked = above.substring(0, from);
                return false;
            }
            from = to + 1;
        }
        checked = above;
        return true;
    }

    private void requireRemoved(String path, BasicFileAttributes there) {
        int file = files.find(path);
        if (!there.isRegularFile() || file == FileTable.NONE || !isRemoved(file)) {
            throw inTheWay(path);
        }
    }

    /** How much of two folders is one, up to and with the last slash of that. */
    private static int commonFolder(String a, String b) {
        int common = 0;
        for (int i = 0; i < Math.min(a.length(), b.length()) && a.charAt(i) == b.charAt(i); i++) {
            if (a.charAt(i) == '/') {
                common = i + 1;
            }
        }
        return common;
    }

    private static Optional<BasicFileAttributes> look(Path path) throws IOException {
        try {
            return Optional.of(
                    Files.readAttributes(
                            path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private IllegalArgumentException inTheWay(String path) {
        return new IllegalArgumentException(
                folder.name()
                        + ": '"
                        + path
                        + "' is where the site has a page, and this program did not write it;"
                        + " move it elsewhere");
    }
}
