package dev.threadmill.archive.source;

import dev.threadmill.archive.mail.Origin;
import dev.threadmill.archive.mail.Problem;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZIOException;

/**
 * The content of a compressed file as far as it can be read: at damage it ends like any stream, and
 * remembers why.
 */
final class ReadableStart extends InputStream {

    private final Counting compressed;
    private final Compression compression;
    private @Nullable InputStream content;
    private final long most;
    private long inflated;
    private boolean holdsMore;
    private @Nullable IOException damage;

    /**
     * @param most how many bytes of content are read
     */
    ReadableStart(InputStream file, Compression compression, long most) {
        this.most = most;
        this.compressed = new Counting(file);
        this.compression = compression;
    }

    /** Why the stream ended before the content did; empty where it did not. */
    Optional<Problem> damage(String place) {
        if (holdsMore) {
            return Optional.of(
                    Problem.error(
                            new Origin.Slice(place, inflated, 0),
                            "the compressed file holds more than %s bytes, out of %s; its content was read up to here, mail behind is missing: look whether it is mail, and set archive.inflateLimit to as many bytes as it may hold"
                                    .formatted(most, compressed.count)));
        }
        if (damage == null) {
            return Optional.empty();
        }
        return Optional.of(
                Problem.error(
                        new Origin.Slice(place, inflated, 0),
                        "the compressed file is damaged near its byte %s ('%s'); its content was read up to here, mail behind is missing: get the file again ('%s' tests it)"
                                .formatted(
                                        compressed.count,
                                        damage.getMessage(),
                                        compression.test())));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (damage != null || holdsMore) {
            return -1;
        }
        try {
            InputStream stream = content;
            if (stream == null) {
                stream = compression.inflate(compressed);
                content = stream;
            }
            if (inflated >= most) {
                // Only one byte more tells whether that was all.
                holdsMore = stream.read() >= 0;
                return -1;
            }
            int count = stream.read(into, offset, (int) Math.min(length, most - inflated));
            inflated += Math.max(count, 0);
            return count;
        } catch (EOFException | ZipException | XZIOException e) {
            damage = e;
            return -1;
        }
    }

    @Override
    public void close() throws IOException {
        if (content != null) {
            content.close();
        }
        compressed.close();
    }

    private static final class Counting extends FilterInputStream {

        private long count;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            count += Math.max(read, 0);
            return read;
        }
    }
}
