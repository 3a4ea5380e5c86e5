package dev.threadmill.archive.state;

import dev.threadmill.archive.mail.Scratch;
import dev.threadmill.archive.output.FolderTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A folder of temporary files, which its owner alone may read, since mail is not always public.
 * Thread-safe.
 */
final class SpoolFolder implements Scratch {

    private static final int LONGEST_NAME = 60;
    private static final int BUFFER = 1 << 18;
    private static final OpenOption NEW = StandardOpenOption.CREATE_NEW;

    private final Path folder;
    private final AtomicInteger count = new AtomicInteger();

    private SpoolFolder(Path folder) {
        this.folder = folder;
    }

    /** Opens it empty: what is in it, a killed run has left. */
    static SpoolFolder open(Path folder) throws IOException {
        SpoolFolder spool = new SpoolFolder(folder);
        spool.clear();
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] attributes = {};
        if (posix) {
            var owner = PosixFilePermissions.fromString("rwx------");
            attributes = new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(owner)};
        }
        Files.createDirectory(folder, attributes);
        return spool;
    }

    /** Deletes the folder with all that is in it. */
    void clear() throws IOException {
        FolderTree.delete(folder);
    }

    @Override
    public Path store(String name, InputStream content) throws IOException {
        Path file = fresh(name);
        try (OutputStream out = Files.newOutputStream(file, NEW)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        return file;
    }

    @Override
    public Spool spool(String name) throws IOException {
        return new SpoolFile(fresh(name));
    }

    private Path fresh(String name) {
        StringBuilder safe = new StringBuilder().append(count.incrementAndGet()).append('-');
        for (int i = 0; i < Math.min(name.length(), LONGEST_NAME); i++) {
            char c = name.charAt(i);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || c == '.' || c == '-');
            safe.append(plain ? c : '_');
        }
        return folder.resolve(safe.toString());
    }
}
