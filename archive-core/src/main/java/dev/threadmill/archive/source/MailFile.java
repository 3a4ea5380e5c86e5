package dev.threadmill.archive.source;

import dev.threadmill.archive.mail.Problem;
import dev.threadmill.archive.mail.Scratch;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A file of mail, read by position from any thread. A compressed one is inflated into a temporary
 * file when the first byte is wanted, so that reading one message never means inflating what stands
 * before it.
 */
final class MailFile implements Closeable {

    private static final int HEAD = 1 << 16;

    /** Reading more at once makes the JDK keep as much memory outside the heap, for each thread. */
    private static final int CHUNK = 1 << 20;

    private final Path path;
    private final String place;
    private final Scratch scratch;
    private final Compression compression;
    private final long mostInflated;
    private @Nullable FileChannel channel;
    private @Nullable Problem damage;
    private boolean closed;
    private volatile long size;

    MailFile(Path path, String place, Scratch scratch, ReadingOptions options) throws IOException {
        this.path = path;
        this.place = place;
        this.scratch = scratch;
        this.compression = Compression.of(path);
        long bytes = Files.size(path);
        this.size = bytes * compression.usualRatio();
        this.mostInflated = options.mostInflated(bytes);
    }

    String place() {
        return place;
    }

    boolean isCompressed() {
        return compression != Compression.NONE;
    }

    /** How many bytes it holds, inflated; guessed as long as nothing was inflated. */
    long size() {
        return size;
    }

    /**
     * The first bytes, as many as it takes to see what this is; fewer where the file is damaged.
     */
    static byte[] head(Path path) throws IOException {
        try (InputStream file = Files.newInputStream(path);
                ReadableStart start =
                        new ReadableStart(file, Compression.of(path), Long.MAX_VALUE)) {
            return start.readNBytes(HEAD);
        }
    }

    /** Whether its first bytes cannot all be inflated. */
    static boolean isDamaged(Path path) throws IOException {
        try (InputStream file = Files.newInputStream(path);
                ReadableStart start =
                        new ReadableStart(file, Compression.of(path), Long.MAX_VALUE)) {
            start.readNBytes(HEAD);
            return start.damage("").isPresent();
        }
    }

    /**
     * Reads until {@code length} bytes are there or the file ends.
     *
     * @return how many bytes were read
     */
    int read(long offset, byte[] into, int at, int length) throws IOException {
        FileChannel file = channel();
        int read = 0;
        while (read < length) {
            int wanted = Math.min(length - read, CHUNK);
            int count = file.read(ByteBuffer.wrap(into, at + read, wanted), offset + read);
            if (count < 0) {
                break;
            }
            read += count;
        }
        return read;
    }

    /** Exactly these bytes. */
    byte[] read(long offset, int length) throws IOException {
        byte[] bytes = new byte[length];
        int read = read(offset, bytes, 0, length);
        if (read < length) {
            throw new IOException(
                    "%s: the file ends at byte %s, but a message was read there up to byte %s; it changed during the build, so start it again"
                            .formatted(place, offset + read, offset + length));
        }
        return bytes;
    }

    /** Says where the compressed data is damaged, if it is. */
    void reportDamage(Consumer<Problem> problems) throws IOException {
        channel();
        if (damage != null) {
            problems.accept(damage);
        }
    }

    private synchronized FileChannel channel() throws IOException {
        FileChannel open = channel;
        if (open == null) {
            if (closed) {
                throw new IOException(place + ": read after it was closed");
            }
            open = FileChannel.open(inflated(), StandardOpenOption.READ);
            channel = open;
            size = open.size();
        }
        return open;
    }

    private Path inflated() throws IOException {
        if (compression == Compression.NONE) {
            return path;
        }
        try (InputStream file = Files.newInputStream(path);
                ReadableStart start = new ReadableStart(file, compression, mostInflated)) {
            Path inflated = scratch.store(path.getFileName().toString(), start);
            damage = start.damage(place).orElse(null);
            return inflated;
        }
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        if (channel != null) {
            channel.close();
        }
    }
}
