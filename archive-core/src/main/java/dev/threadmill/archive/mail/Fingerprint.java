package dev.threadmill.archive.mail;

import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * A hash of values in their order, each with where it ends, so that no other values have the same.
 * Not safe for threads.
 *
 * <p>Values are gathered and turned into bytes many at a time: this is called in many places for
 * every message, and a short method is soon compiled in each of them.
 */
public final class Fingerprint {

    private static final int GATHERED = 1 << 7;
    private static final int FULL = 1 << 12;

    private final MessageDigest digest = Hash.sha256();
    private final byte[] buffer = new byte[FULL + Long.BYTES];
    private int size;

    /** What was added last: a text, or where there is none, a number. */
    private final @Nullable String[] texts = new String[GATHERED];

    private final long[] numbers = new long[GATHERED];
    private int gathered;

    /** Adds a text, whatever characters it holds, even halves of a pair. */
    public Fingerprint add(String text) {
        if (gathered == GATHERED) {
            encode();
        }
        texts[gathered++] = text;
        return this;
    }

    /** Adds a number. */
    public Fingerprint add(long number) {
        if (gathered == GATHERED) {
            encode();
        }
        numbers[gathered++] = number;
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
        encode();
        flush();
        digest.update(bytes, 0, length);
        return this;
    }

    /** The hash of all that was added; what is added from now on is something new. */
    public Hash hash() {
        encode();
        flush();
        return Hash.of(digest);
    }

    private void encode() {
        for (int i = 0; i < gathered; i++) {
            String text = texts[i];
            if (text == null) {
                put(numbers[i]);
            } else {
                put(text);
                texts[i] = null;
            }
        }
        gathered = 0;
    }

    private void put(long number) {
        flushWhenFull();
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            buffer[size++] = (byte) (number >>> shift);
        }
    }

    private void put(String text) {
        put((long) text.length());
        for (int i = 0; i < text.length(); i++) {
            flushWhenFull();
            char c = text.charAt(i);
            if (c < 0x80) {
                buffer[size++] = (byte) c;
            } else {
                putWide(c);
            }
        }
    }

    /** As UTF-8 has it, but for pairs, of which each half stands for itself. */
    private void putWide(char c) {
        if (c < 0x800) {
            buffer[size++] = (byte) (0xc0 | (c >> 6));
        } else {
            buffer[size++] = (byte) (0xe0 | (c >> 12));
            buffer[size++] = (byte) (0x80 | ((c >> 6) & 0x3f));
        }
        buffer[size++] = (byte) (0x80 | (c & 0x3f));
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
