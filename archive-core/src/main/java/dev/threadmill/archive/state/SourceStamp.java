package dev.threadmill.archive.state;

import dev.threadmill.archive.mail.Hash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * What a source looks like from outside: the size and time of its file, or the names, sizes and
 * times of all files of its folder, and of the folders that links in it lead to. Two looks that
 * agree mean the same mail.
 *
 * @param path the file or folder, absolute and free of links
 * @param size how many bytes the file has, or all of the folder's
 * @param look a hash of all names, sizes and times
 * @param settled whether whatever changed right after this look shows in the next one
 * @param version what the source itself says of its version, which says more than its files; empty
 *     where it says nothing
 */
public record SourceStamp(
        Path path, boolean isFile, long size, Hash look, boolean settled, String version) {

    /**
     * File systems may count time in steps of two seconds: in that time a file can change twice and
     * look the same.
     */
    private static final long STEP = TimeUnit.SECONDS.toNanos(2);

    /** Looks at a source; nothing is read. */
    public static SourceStamp of(Path source) throws IOException {
        long now = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
        Path path = source.toRealPath();
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        Looker looker = new Looker(path);
        if (attributes.isDirectory()) {
            Set<FileVisitOption> links = EnumSet.of(FileVisitOption.FOLLOW_LINKS);
            Files.walkFileTree(path, links, Integer.MAX_VALUE, looker);
        } else {
            looker.look(path, attributes);
        }
        Hash look = new Hash(looker.high, looker.low);
        boolean settled = looker.newest < now - STEP;
        return new SourceStamp(path, attributes.isRegularFile(), looker.size, look, settled, "");
    }

    /** The same source, which says of itself what it holds. */
    public SourceStamp withVersion(String version) {
        Hash look = Hash.of(version.getBytes(StandardCharsets.UTF_8));
        return new SourceStamp(path, false, 0, look, true, version);
    }

    /** Adds up the hashes of single files, since folders give them in any order. */
    private static final class Looker extends SimpleFileVisitor<Path> {

        private final Path root;
        private final MessageDigest digest = Hash.sha256();
        private long high;
        private long low;
        private long size;
        private long newest = Long.MIN_VALUE;

        Looker(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            look(file, attributes);
            return FileVisitResult.CONTINUE;
        }

        /** Mail programs rename files all the time, and a link may lead back to where we are. */
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException || e instanceof FileSystemLoopException) {
                return FileVisitResult.CONTINUE;
            }
            throw e;
        }

        void look(Path file, BasicFileAttributes attributes) {
            long modified = attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
            Encoder seen = new Encoder().text(root.relativize(file).toString());
            seen.signed(attributes.size()).signed(modified);
            digest.update(seen.written());
            Hash hash = Hash.of(digest);
            high += hash.high();
            low += hash.low();
            size += attributes.size();
            newest = Math.max(newest, modified);
        }
    }
}
