package dev.threadmill.archive.parse.decode;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The order of the bytes of UTF-16 that does not say it. RFC 2781 has the high one first then, but
 * the programs that leave out the mark are those of Windows, which write the low one first.
 */
final class Utf16 {

    /** So many bytes show what the rest is like. */
    private static final int LOOKED_AT = 2000;

    private Utf16() {}

    /**
     * The order in which more characters are of Latin script, or blanks, of which one byte is zero;
     * where neither is, that of the standard.
     */
    static Charset order(byte[] bytes, int from, int to) {
        int mark = to - from > 1 ? (bytes[from] & 0xff) << 8 | (bytes[from + 1] & 0xff) : 0;
        boolean marked = mark == 0xFFFE || mark == 0xFEFF;
        int highFirst = 0;
        int lowFirst = 0;
        for (int i = from; i + 1 < to && i < from + LOOKED_AT; i += 2) {
            highFirst += bytes[i] == 0 ? 1 : 0;
            lowFirst += bytes[i + 1] == 0 ? 1 : 0;
        }
        boolean turned = !marked && lowFirst > highFirst;
        return turned ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16;
    }
}
