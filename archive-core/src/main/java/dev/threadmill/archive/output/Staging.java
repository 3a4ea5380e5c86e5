package dev.threadmill.archive.output;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Where files wait to be published. Thread-safe. */
sealed interface Staging {

    /** Writes the content of a file to the place where it waits. */
    interface Writing {
        void to(Path file) throws IOException;
    }

    /** Writes a file of this build. */
    void write(FileTable.Claim claim, String path, Writing content) throws IOException;

    /** Where a file of this build waits. */
    Path place(int file, String path);

    /**
     * A first build, as it will stand: to be put in place as a whole, without a rename for each
     * file.
     */
    record Tree(Path root, PublicFiles disk) implements Staging {

        @Override
        public void write(FileTable.Claim claim, String path, Writing content) throws IOException {
            Path file = place(claim.file(), path);
            int slash = path.indexOf('/', claim.knownFolder());
            try {
                for (; slash >= 0; slash = path.indexOf('/', slash + 1)) {
                    disk.makeFolder(root.resolve(path.substring(0, slash)));
                }
                content.to(file);
            } catch (NoSuchFileException e) {
                // The thread that was first in this folder has not made it, or one above, yet.
                disk.makeFolders(root, file.getParent());
                content.to(file);
            }
        }

        @Override
        public Path place(int file, String path) {
            return root.resolve(path);
        }
    }

    /**
     * The new files of a later build, by their number and with no names, a thousand in a folder.
     */
    record Pieces(Path root, PublicFiles disk) implements Staging {

        @Override
        public void write(FileTable.Claim claim, String path, Writing content) throws IOException {
            Path file = place(claim.file(), path);
            try {
                content.to(file);
            } catch (NoSuchFileException e) {
                disk.makeFolder(file.getParent());
                content.to(file);
            }
        }

        @Override
        public Path place(int file, String path) {
            return root.resolve(name(file));
        }

        /** Where a file waits, seen from the folder of those that do. */
        static String name(int file) {
            return (file / 1000) + "/" + file;
        }
    }
}
