package dev.threadmill.archive.render;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A gzip file (RFC 1952) built up in memory that says neither when nor on what system it was made.
 * Used again for one file after the other; not safe for threads.
 */
final class Gzip implements AutoCloseable {

    /**
     * Measured on threads of list mail: 96 MB/s and 32.4 % of the size; level 6 takes a quarter
     * longer for 31.5 %, level 1 two thirds of the time for 35.7 %.
     */
    private static final int LEVEL = 4;

    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    private final Deflater deflater = new Deflater(LEVEL, true);
    private final CRC32 crc = new CRC32();
    private final byte[] buffer = new byte[1 << 15];
    private final Bytes out = new Bytes();

    void start() {
        deflater.reset();
        crc.reset();
        out.clear();
        out.writeBytes(HEADER);
    }

    void write(ByteBuffer bytes) {
        crc.update(bytes.duplicate());
        deflater.setInput(bytes);
        while (!deflater.needsInput()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
    }

    /** Ends the file; its content stands until the next start. */
    ByteBuffer finish() {
        long length = deflater.getBytesRead();
        deflater.finish();
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        little((int) crc.getValue());
        little((int) length);
        return out.content();
    }

    private void little(int number) {
        for (int shift = 0; shift < 32; shift += 8) {
            out.write(number >>> shift);
        }
    }

    @Override
    public void close() {
        deflater.end();
    }
}
