package dev.threadmill.archive.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Inflates a gzip file, all members of it (RFC 1952 §2.2). Unlike the JDK's stream it hands on all
 * that stands before damage, and takes damage between two members for what it is, not for the end.
 */
final class GzipInput extends InputStream {

    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int limit;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private boolean inMember;
    private boolean ended;

    GzipInput(InputStream in) throws IOException {
        this.in = in;
        if (buffered()) {
            readHeader();
        } else {
            ended = true;
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!ended) {
            if (!inMember) {
                nextMember();
                continue;
            }
            if (inflater.finished()) {
                position = limit - inflater.getRemaining();
                inMember = false;
                readTrailer();
                continue;
            }
            int count = inflate(into, offset, length);
            if (count > 0) {
                crc.update(into, offset, count);
                return count;
            }
        }
        return -1;
    }

    private int inflate(byte[] into, int offset, int length) throws IOException {
        if (inflater.needsInput()) {
            position = limit;
            if (!buffered()) {
                throw new EOFException("the file ends within compressed data");
            }
            inflater.setInput(buffer, position, limit - position);
        }
        long before = inflater.getBytesWritten();
        try {
            return inflater.inflate(into, offset, length);
        } catch (DataFormatException e) {
            int readable = (int) (inflater.getBytesWritten() - before);
            if (readable > 0) {
                return readable; // what comes next fails again
            }
            ZipException damage = new ZipException(String.valueOf(e.getMessage()));
            damage.initCause(e);
            throw damage;
        }
    }

    private void nextMember() throws IOException {
        // Zeros fill up the last block on tapes.
        while (buffered() && buffer[position] == 0) {
            position++;
        }
        if (buffered()) {
            readHeader();
        } else {
            ended = true;
        }
    }

    private void readHeader() throws IOException {
        if (next() != 0x1f || next() != 0x8b || next() != 8) {
            throw new ZipException("no gzip member begins here");
        }
        int flags = next();
        skip(6);
        if ((flags & EXTRA) != 0) {
            skip(next() | (next() << 8));
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CRC) != 0) {
            skip(2);
        }
        inflater.reset();
        inflater.setInput(buffer, position, limit - position);
        crc.reset();
        inMember = true;
    }

    private void readTrailer() throws IOException {
        long expected = next() | (next() << 8) | (next() << 16) | ((long) next() << 24);
        skip(4);
        if (expected != crc.getValue()) {
            throw new ZipException("the checksum does not agree");
        }
    }

    private int next() throws IOException {
        if (!buffered()) {
            throw new EOFException(
                    "the file ends within the header or the trailer of its gzip data");
        }
        return buffer[position++] & 0xff;
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            next();
        }
    }

    private void skipText() throws IOException {
        int last;
        do {
            last = next();
        } while (last != 0);
    }

    /** Whether there is a byte at the position, after reading on where that is needed. */
    private boolean buffered() throws IOException {
        if (position < limit) {
            return true;
        }
        position = 0;
        limit = Math.max(0, in.read(buffer));
        return limit > 0;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
