package dev.threadmill.archive.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** The files of a generated site, as they lie on the disk. */
final class SiteFiles {

    private SiteFiles() {}

    /** How many files and folders there are, and how many bytes the files hold. */
    record Count(long files, long folders, long bytes) {}

    /**
     * Writes down all folders and files below {@code site}, each folder before what it holds: the
     * size of a file, or -1 for a folder, a tab, and the path.
     */
    static Count list(Path site, Path to) throws IOException {
        long[] count = new long[3];
        try (BufferedWriter out = Files.newBufferedWriter(to)) {
            Files.walkFileTree(
                    site,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult preVisitDirectory(
                                Path folder, BasicFileAttributes attributes) throws IOException {
                            count[1]++;
                            line(-1, folder);
                            return FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                                throws IOException {
                            count[0]++;
                            count[2] += attributes.size();
                            line(attributes.size(), file);
                            return FileVisitResult.CONTINUE;
                        }

                        private void line(long size, Path path) throws IOException {
                            out.write(size + "\t" + site.relativize(path) + "\n");
                        }
                    });
        }
        return new Count(count[0], count[1], count[2]);
    }

    /** Deletes a folder with all that it holds; one that does not exist is deleted already. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path emptied, IOException failure)
                            throws IOException {
                        Files.delete(emptied);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
