package dev.threadmill.archive.source;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.Set;

/** Looks through a folder and those below it, until something there may be mail. */
final class MailSearch extends SimpleFileVisitor<Path> {

    /** Parts of a Maildir, which may wait for its first message, and of a repository. */
    private static final Set<String> OF_STORES = Set.of("cur", "new", ".git");

    private final Path root;
    private boolean found;

    private MailSearch(Path root) {
        this.root = root;
    }

    /** Whether the folder holds nothing but folders and what people put beside mail. */
    static boolean findsNothing(Path folder) throws IOException {
        MailSearch search = new MailSearch(folder);
        Set<FileVisitOption> links = EnumSet.of(FileVisitOption.FOLLOW_LINKS);
        Files.walkFileTree(folder, links, Integer.MAX_VALUE, search);
        return !search.found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        if (folder.equals(root)) {
            return FileVisitResult.CONTINUE;
        }
        if (OF_STORES.contains(Folder.fileName(folder))) {
            return found();
        }
        return Folder.mayBeMail(folder) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        boolean mail = Folder.mayBeMail(file) && !Folder.isEmpty(file);
        return mail ? found() : FileVisitResult.CONTINUE;
    }

    /** What cannot be looked at is said when it is opened, but a link may lead back to here. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
        return e instanceof FileSystemLoopException ? FileVisitResult.CONTINUE : found();
    }

    private FileVisitResult found() {
        found = true;
        return FileVisitResult.TERMINATE;
    }
}
