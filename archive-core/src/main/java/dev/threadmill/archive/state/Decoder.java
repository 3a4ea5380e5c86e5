package dev.threadmill.archive.state;

import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.mail.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what {@link Encoder} wrote, in the same order. Bytes that it did not write make some {@link
 * RuntimeException}, or nonsense: their seal has to be looked at before.
 */
final class Decoder {

    private final byte[] bytes;
    private int at;
    private final List<String> texts = new ArrayList<>();

    Decoder(byte[] bytes, int at) {
        this.bytes = bytes;
        this.at = at;
    }

    int position() {
        return at;
    }

    /** Another reader of the same bytes, which knows no shared texts. */
    Decoder at(int position) {
        return new Decoder(bytes, position);
    }

    long number() {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes[at++];
            number |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return number;
            }
        }
    }

    int count() {
        return Math.toIntExact(number());
    }

    long signed() {
        long number = number();
        return (number >>> 1) ^ -(number & 1);
    }

    long fixed() {
        long number = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            number = (number << 8) | (bytes[at++] & 0xff);
        }
        return number;
    }

    Hash hash() {
        return new Hash(fixed(), fixed());
    }

    byte[] bytes(int length) {
        byte[] copy = new byte[length];
        System.arraycopy(bytes, at, copy, 0, length);
        at += length;
        return copy;
    }

    /** The number of a shared text, in order of their first coming. */
    int shared() {
        int known = count();
        if (known > 0) {
            return known - 1;
        }
        texts.add(text());
        return texts.size() - 1;
    }

    String shared(int number) {
        return texts.get(number);
    }

    String text() {
        long header = number();
        int length = Math.toIntExact(header >>> 1);
        if ((header & Encoder.UTF_16) == 0) {
            String text = new String(bytes, at, length, StandardCharsets.ISO_8859_1);
            at += length;
            return text;
        }
        char[] chars = new char[length];
        for (int i = 0; i < length; i++) {
            chars[i] = (char) ((bytes[at] << 8) | (bytes[at + 1] & 0xff));
            at += 2;
        }
        return new String(chars);
    }

    Problem problem() {
        return new Problem(Problem.Severity.valueOf(text()), text(), text(), number() == 1);
    }
}
