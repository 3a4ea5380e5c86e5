package dev.threadmill.archive.output;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Keeps every other run out of a folder for as long as this one works in it. The operating system
 * holds the lock, so that it ends with its process whatever becomes of that; the file says who has
 * it and is gone when the lock is.
 */
public final class FolderLock implements Closeable {

    /** Beyond all that is written, since some systems keep others from reading what is locked. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private static final int ATTEMPTS = 100;

    private final String key;
    private final FileChannel channel;
    private Path file;

    private FolderLock(String key, FileChannel channel, Path file) {
        this.key = key;
        this.channel = channel;
        this.file = file;
    }

    /**
     * Locks a folder.
     *
     * @param folder as sentences name it; its parent exists
     * @param file the lock's file; its parent exists
     * @throws IllegalArgumentException when another run has it, with a sentence that names that run
     */
    public static FolderLock take(Path folder, Path file) throws IOException {
        Path absolute = folder.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        Path real = parent == null ? absolute : parent.toRealPath().resolve(absolute.getFileName());
        // For the system a lock is the whole process's, and closing a second channel to the file
        // would undo it; what all class loaders of a JVM share is the system properties.
        String key = "dev.threadmill.lock:" + real;
        String holder =
                "process "
                        + ProcessHandle.current().pid()
                        + ", started "
                        + Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Object other = System.getProperties().putIfAbsent(key, holder);
        if (other != null) {
            throw held(folder, other.toString());
        }
        FileChannel channel = null;
        try {
            channel = lock(folder, file, holder);
            return new FolderLock(key, channel, file);
        } finally {
            if (channel == null) {
                System.getProperties().remove(key);
            }
        }
    }

    private static FileChannel lock(Path folder, Path file, String holder) throws IOException {
        for (int i = 0; i < ATTEMPTS; i++) {
            FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            boolean ours = false;
            try {
                FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
                if (lock == null) {
                    throw held(folder, read(file));
                }
                channel.truncate(0);
                channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.US_ASCII)));
                // Its last holder may have deleted the file between our opening and locking it.
                // No look inside: closing what we read it by would end the lock.
                ours = Files.exists(file) && Files.size(file) == holder.length();
                if (ours) {
                    return channel;
                }
            } catch (OverlappingFileLockException e) {
                throw held(folder, "");
            } finally {
                if (!ours) {
                    channel.close();
                }
            }
        }
        throw new IOException(folder + ": cannot be locked: its lock file keeps vanishing");
    }

    private static String read(Path file) throws IOException {
        try {
            return Files.readString(file, StandardCharsets.US_ASCII);
        } catch (NoSuchFileException e) {
            return "";
        }
    }

    private static IllegalArgumentException held(Path folder, String holder) {
        String name = holder.isEmpty() ? "" : " (" + holder + ")";
        return new IllegalArgumentException(
                folder + ": another run" + name + " is at work here; start again when it is done");
    }

    /** Says that the file now stands elsewhere, its folder having been renamed. */
    void moved(Path newFile) {
        file = newFile;
    }

    /** Lets other runs in. */
    @Override
    public void close() throws IOException {
        if (!channel.isOpen()) {
            return;
        }
        try (channel) {
            Files.deleteIfExists(file);
        } finally {
            System.getProperties().remove(key);
        }
    }
}
