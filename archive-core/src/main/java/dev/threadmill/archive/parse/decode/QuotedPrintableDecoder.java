package dev.threadmill.archive.parse.decode;

import java.util.Arrays;

/**
 * Quoted-printable (RFC 2045 §6.7): what is no encoding stands as it came, and blanks at the ends
 * of lines, which only transport can have put there, are dropped.
 */
public final class QuotedPrintableDecoder {

    private QuotedPrintableDecoder() {}

    public static byte[] decode(byte[] bytes, int from, int to) {
        byte[] decoded = new byte[to - from];
        int size = 0;
        int solid = 0;
        int i = from;
        while (i < to) {
            byte b = bytes[i];
            if (b == '=') {
                int hex = i + 2 < to ? hex(bytes[i + 1], bytes[i + 2]) : -1;
                int soft = hex >= 0 ? -1 : softBreak(bytes, i + 1, to);
                if (hex >= 0) {
                    decoded[size++] = (byte) hex;
                    i += 3;
                } else if (soft >= 0) {
                    i = soft;
                } else {
                    decoded[size++] = b;
                    i++;
                }
                solid = size;
            } else if (b == '\n' || (b == '\r' && i + 1 < to && bytes[i + 1] == '\n')) {
                size = solid;
                decoded[size++] = b;
                i++;
                if (b == '\r') {
                    decoded[size++] = '\n';
                    i++;
                }
                solid = size;
            } else {
                decoded[size++] = b;
                i++;
                solid = b == ' ' || b == '\t' ? solid : size;
            }
        }
        return Arrays.copyOf(decoded, size);
    }

    /** Where the next line starts when nothing but blanks follows the {@code =}; else -1. */
    private static int softBreak(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && (bytes[i] == ' ' || bytes[i] == '\t' || bytes[i] == '\r')) {
            i++;
        }
        if (i == to) {
            return to;
        }
        return bytes[i] == '\n' ? i + 1 : -1;
    }

    private static int hex(byte high, byte low) {
        return high < 0 || low < 0 ? -1 : EncodedWords.hex((char) high, (char) low);
    }
}
