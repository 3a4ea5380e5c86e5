package dev.threadmill.archive.output;

import dev.threadmill.archive.mail.Hash;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;

/** A text file of lines whose last one, {@code # hash}, vouches for all before it. */
final class SealedWriter implements Closeable {

    static final String SEAL = "# ";

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final FileChannel channel;
    private final MessageDigest digest = Hash.sha256();
    private byte[] buffer = new byte[1 << 16];
    private int position;

    /** Starts the file anew where there is one. */
    SealedWriter(Path file) throws IOException {
        channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
    }

    /** Makes room for {@code length} bytes of a line, which are not to be more than 32,000. */
    private void reserve(int length) throws IOException {
        if (position + length > buffer.length) {
            flush();
        }
    }

    SealedWriter text(String ascii) throws IOException {
        reserve(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            buffer[position++] = (byte) ascii.charAt(i);
        }
        return this;
    }

    SealedWriter text(byte[] ascii) throws IOException {
        reserve(ascii.length);
        System.arraycopy(ascii, 0, buffer, position, ascii.length);
        position += ascii.length;
        return this;
    }

    SealedWriter hash(Hash hash) throws IOException {
        reserve(2 * Long.BYTES * 2);
        hex(hash.high());
        hex(hash.low());
        return this;
    }

    private void hex(long value) {
        for (int shift = Long.SIZE - 4; shift >= 0; shift -= 4) {
            buffer[position++] = HEX[(int) (value >>> shift) & 15];
        }
    }

    /** The path of a file in the table. */
    SealedWriter path(FileTable files, int file) throws IOException {
        reserve(1 << 12);
        position = files.copyPath(file, buffer, position);
        return this;
    }

    /** Ends the file and returns the hash of its lines. */
    Hash seal() throws IOException {
        flush();
        Hash hash = Hash.of(digest);
        text(SEAL).hash(hash).text("\n");
        flush();
        return hash;
    }

    /** Returns when a sealed file is on the disk, not only on its way there. */
    static void force(Path file) throws IOException {
        try (FileChannel sealed = FileChannel.open(file, StandardOpenOption.WRITE)) {
            sealed.force(true);
        }
    }

    private void flush() throws IOException {
        digest.update(buffer, 0, position);
        ByteBuffer rest = ByteBuffer.wrap(buffer, 0, position);
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
        position = 0;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
