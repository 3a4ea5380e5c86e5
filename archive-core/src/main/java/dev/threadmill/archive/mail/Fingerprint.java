package dev.threadmill.archive.mail;

import java.security.MessageDigest;

/**
 * A hash of values in their order, each with where it ends, so that no other values have the same.
 * Not safe for threads.
 */
public final class Fingerprint {

    private static final int FULL = 1 << 12;

    private final MessageDigest digest = Hash.sha256();
    private final byte[] buffer = new byte[FULL + Long.BYTES];
    private int size;

    /** Adds a text, whatever characters it holds, even halves of a pair. */
    public Fingerprint add(String text) {
        add(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                put(c);
            } else if (c < 0x800) {
                put(0xc0 | (c >> 6));
                put(0x80 | (c & 0x3f));
            } else {
                put(0xe0 | (c >> 12));
                put(0x80 | ((c >> 6) & 0x3f));
                put(0x80 | (c & 0x3f));
            }
        }
        return this;
    }

    /** Adds a number. */
    public Fingerprint add(long number) {
        flushWhenFull();
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            buffer[size++] = (byte) (number >>> shift);
        }
        return this;
    }

    /** Adds yes or no. */
    public Fingerprint add(boolean flag) {
        return add(flag ? 1L : 0L);
    }

    /** Adds the hash of something. */
    public Fingerprint add(Hash hash) {
        return add(hash.high()).add(hash.low());
    }

    /** Adds the first {@code length} bytes of an array. */
    public Fingerprint add(byte[] bytes, int length) {
        add(length);
        flush();
        digest.update(bytes, 0, length);
        return this;
    }

    /** The hash of all that was added; what is added from now on is something new. */
    public Hash hash() {
        flush();
        return Hash.of(digest);
    }

    private void put(int b) {
        flushWhenFull();
        buffer[size++] = (byte) b;
    }

    private void flushWhenFull() {
        if (size >= FULL) {
            flush();
        }
    }

    private void flush() {
        digest.update(buffer, 0, size);
        size = 0;
    }
}
