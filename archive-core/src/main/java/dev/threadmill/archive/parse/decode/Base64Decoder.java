package dev.threadmill.archive.parse.decode;

import java.util.Arrays;

/**
 * Base64 as mail holds it (RFC 2045 §6.8): characters outside the alphabet are passed over, padding
 * may be missing, and what follows the padding is not read.
 */
public final class Base64Decoder {

    private static final byte[] VALUES = values();

    private Base64Decoder() {}

    /** The six bits that this character stands for; -1 when it stands for none. */
    static int value(byte character) {
        return character < 0 ? -1 : VALUES[character];
    }

    /** The bytes that {@code bytes[from..to)} stand for. */
    public static byte[] decode(byte[] bytes, int from, int to) {
        byte[] decoded = new byte[(int) ((to - from) * 3L / 4) + 3];
        int size = 0;
        int bits = 0;
        int count = 0;
        for (int i = from; i < to; i++) {
            int value = value(bytes[i]);
            if (value >= 0) {
                bits = (bits << 6) | value;
                if (++count == 4) {
                    decoded[size++] = (byte) (bits >> 16);
                    decoded[size++] = (byte) (bits >> 8);
                    decoded[size++] = (byte) bits;
                    count = 0;
                    bits = 0;
                }
            } else if (bytes[i] == '=' && count > 1) {
                break;
            }
        }
        if (count >= 2) {
            decoded[size++] = (byte) (count == 2 ? bits >> 4 : bits >> 10);
        }
        if (count == 3) {
            decoded[size++] = (byte) (bits >> 2);
        }
        return Arrays.copyOf(decoded, size);
    }

    /**
     * Where the base64 of a body ends: before the first line that cannot be any, such as the footer
     * that a list has put under it.
     */
    public static int end(byte[] bytes, int from, int to) {
        int line = from;
        while (line < to) {
            int eol = line;
            int foreign = 0;
            int digits = 0;
            boolean words = false;
            while (eol < to && bytes[eol] != '\n') {
                byte b = bytes[eol++];
                if (value(b) >= 0) {
                    digits++;
                    words |= foreign > 0;
                } else if (b != '=' && b != '\r') {
                    foreign++;
                }
            }
            boolean blank = digits == 0 && foreign == 0;
            boolean padding = digits == 0 && isBlankOrPadding(bytes, line, eol);
            // One stray character is transmission noise; blanks between letters are words.
            if (!blank && !padding && (digits == 0 || (words && foreign > 1))) {
                return line;
            }
            line = eol + 1;
        }
        return to;
    }

    private static boolean isBlankOrPadding(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] > ' ' && bytes[i] != '=') {
                return false;
            }
        }
        return true;
    }

    private static byte[] values() {
        byte[] values = new byte[128];
        Arrays.fill(values, (byte) -1);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < alphabet.length(); i++) {
            values[alphabet.charAt(i)] = (byte) i;
        }
        return values;
    }
}
