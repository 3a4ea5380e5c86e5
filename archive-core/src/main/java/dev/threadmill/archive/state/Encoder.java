package dev.threadmill.archive.state;

import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.mail.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Writes values as bytes that {@link Decoder} reads: small numbers in one, a text once. */
final class Encoder {

    static final int UTF_16 = 1;

    private byte[] bytes = new byte[1 << 8];
    private int size;
    private final Map<String, Integer> texts = new HashMap<>();

    int size() {
        return size;
    }

    ByteBuffer written() {
        return ByteBuffer.wrap(bytes, 0, size);
    }

    Encoder bytes(ByteBuffer content) {
        int length = content.remaining();
        reserve(length);
        content.get(bytes, size, length);
        size += length;
        return this;
    }

    /** A number that is not negative. */
    Encoder number(long number) {
        reserve(10);
        long rest = number;
        while ((rest & ~0x7fL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
        return this;
    }

    /** Any number; those near zero are short. */
    Encoder signed(long number) {
        return number((number << 1) ^ (number >> 63));
    }

    /** A number of eight bytes. */
    Encoder fixed(long number) {
        reserve(Long.BYTES);
        for (int shift = Long.SIZE - 8; shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (number >>> shift);
        }
        return this;
    }

    Encoder hash(Hash hash) {
        return fixed(hash.high()).fixed(hash.low());
    }

    /** A text that is likely to come again: then it takes but a number. */
    Encoder shared(String text) {
        Integer known = texts.putIfAbsent(text, texts.size());
        return known == null ? number(0).text(text) : number(known + 1L);
    }

    /** A text, whatever characters it holds, even halves of a pair. */
    Encoder text(String text) {
        byte[] latin = text.getBytes(StandardCharsets.ISO_8859_1);
        if (new String(latin, StandardCharsets.ISO_8859_1).equals(text)) {
            return number((long) text.length() << 1).bytes(ByteBuffer.wrap(latin));
        }
        number(((long) text.length() << 1) | UTF_16);
        reserve(2 * text.length());
        for (int i = 0; i < text.length(); i++) {
            bytes[size++] = (byte) (text.charAt(i) >>> 8);
            bytes[size++] = (byte) text.charAt(i);
        }
        return this;
    }

    Encoder problem(Problem problem) {
        text(problem.severity().name()).text(problem.place()).text(problem.sentence());
        return number(problem.isCount() ? 1 : 0);
    }

    private void reserve(int length) {
        if (bytes.length - size < length) {
            int wanted = Math.addExact(size, length);
            bytes = Arrays.copyOf(bytes, Math.max(wanted, size + (size >> 1)));
        }
    }
}
