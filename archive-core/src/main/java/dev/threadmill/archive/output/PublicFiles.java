package dev.threadmill.archive.output;

import dev.threadmill.archive.site.LargeFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Makes files and folders that everybody may read, as web servers want them. Where the umask allows
 * that anyway, it costs nothing.
 */
final class PublicFiles {

    private static final Set<OpenOption> NEW =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    private static final Set<PosixFilePermission> FILE =
            PosixFilePermissions.fromString("rw-r--r--");
    private static final Set<PosixFilePermission> FOLDER =
            PosixFilePermissions.fromString("rwxr-xr-x");
    private static final Set<PosixFilePermission> PRIVATE =
            PosixFilePermissions.fromString("rwx------");

    /** The channel copies what it writes to native memory and keeps as much of that per thread. */
    private static final int SLICE = 1 << 18;

    private final boolean masked;

    private PublicFiles(boolean masked) {
        this.masked = masked;
    }

    /** Learns from a file that was just made what becomes of others. */
    static PublicFiles like(Path file) throws IOException {
        var posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return new PublicFiles(
                posix != null && !posix.readAttributes().permissions().containsAll(FILE));
    }

    /** Writes a file that does not exist; its folder does. */
    void write(Path file, ByteBuffer content) throws IOException {
        int limit = content.limit();
        try (FileChannel channel = FileChannel.open(file, NEW)) {
            while (content.position() < limit) {
                content.limit(Math.min(limit, content.position() + SLICE));
                channel.write(content);
            }
        }
        openFile(file);
    }

    /** Writes a file that does not exist, piece by piece; its folder does. */
    void write(Path file, LargeFile content) throws IOException {
        try (OutputStream out =
                new BufferedOutputStream(
                        Channels.newOutputStream(FileChannel.open(file, NEW)), SLICE)) {
            content.writeTo(out);
        }
        openFile(file);
    }

    /** Lets everybody read a file that was made otherwise. */
    void openFile(Path file) throws IOException {
        if (masked) {
            Files.setPosixFilePermissions(file, FILE);
        }
    }

    /** Makes a folder in one that exists; another thread may have been quicker. */
    void makeFolder(Path folder) throws IOException {
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
        openFolder(folder);
    }

    /** Lets everybody look into a folder that was made otherwise. */
    void openFolder(Path folder) throws IOException {
        if (masked) {
            Files.setPosixFilePermissions(folder, FOLDER);
        }
    }

    /** Makes a folder and those above it, down from {@code root}, which exists. */
    void makeFolders(Path root, Path folder) throws IOException {
        Path at = root;
        for (Path name : root.relativize(folder)) {
            at = at.resolve(name);
            if (!Files.isDirectory(at)) {
                makeFolder(at);
            }
        }
    }

    /** Makes a folder, in one that exists, that no web server looks into. */
    static void makePrivateFolder(Path folder) throws IOException {
        if (Files.getFileAttributeView(folder.getParent(), PosixFileAttributeView.class) == null) {
            Files.createDirectory(folder);
        } else {
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(PRIVATE));
        }
    }
}
