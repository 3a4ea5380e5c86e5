package dev.threadmill.archive.parse.mime;

import java.io.InputStream;

/**
 * Hands out bytes up to the end of a line at a time, as far as the reader's buffer allows: Mime4j
 * takes the start of a longer boundary for a shorter one when its buffer ends between the two.
 */
final class LineStream extends InputStream {

    private final byte[] bytes;
    private int at;

    LineStream(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public int available() {
        return bytes.length - at;
    }

    @Override
    public int read() {
        return at == bytes.length ? -1 : bytes[at++] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (at == bytes.length) {
            return -1;
        }
        int end = at + Math.min(length, bytes.length - at);
        if (end < bytes.length) {
            int line = end;
            while (line > at && bytes[line - 1] != '\n') {
                line--;
            }
            end = line > at ? line : end;
        }
        int read = end - at;
        System.arraycopy(bytes, at, target, offset, read);
        at = end;
        return read;
    }
}
