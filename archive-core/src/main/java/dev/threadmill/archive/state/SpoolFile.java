package dev.threadmill.archive.state;

import dev.threadmill.archive.mail.Scratch;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A temporary file, written at its end and read anywhere, which is deleted when closed. */
final class SpoolFile implements Scratch.Spool {

    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final FileChannel channel;
    private final ByteBuffer pending = ByteBuffer.allocateDirect(BUFFER);
    private long flushed;

    SpoolFile(Path file) throws IOException {
        this.file = file;
        channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
    }

    @Override
    public long append(byte[] bytes, int offset, int length) throws IOException {
        long position = flushed + pending.position();
        int at = offset;
        while (at < offset + length) {
            if (!pending.hasRemaining()) {
                flush();
            }
            int fits = Math.min(pending.remaining(), offset + length - at);
            pending.put(bytes, at, fits);
            at += fits;
        }
        return position;
    }

    @Override
    public byte[] read(long position, int length) throws IOException {
        if (position + length > flushed) {
            flush();
        }
        byte[] bytes = new byte[length];
        ByteBuffer target = ByteBuffer.wrap(bytes);
        while (target.hasRemaining()) {
            if (channel.read(target, position + target.position()) < 0) {
                throw new EOFException(file + ": ends before " + (position + length));
            }
        }
        return bytes;
    }

    private void flush() throws IOException {
        pending.flip();
        while (pending.hasRemaining()) {
            flushed += channel.write(pending, flushed);
        }
        pending.clear();
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(file);
        }
    }
}
