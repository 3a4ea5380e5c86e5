package dev.threadmill.archive.parse.decode;

import dev.threadmill.archive.mail.ByteSearch;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Japanese in seven bits: each run of it stands between an escape that begins it and one that ends
 * it (RFC 1468), and programs cut or lose them. A line is read as if it began in ASCII, whatever
 * the one before left open, so that damage goes no further than its line.
 */
final class Iso2022Jp {

    private static final byte ESCAPE = 0x1b;

    private Iso2022Jp() {}

    /** The text of bytes that are not legal as a whole; null where no line holds Japanese. */
    static @Nullable String decodeLines(byte[] bytes, int from, int to, Charset charset) {
        StringBuilder text = new StringBuilder(to - from);
        boolean found = false;
        int start = from;
        while (start < to) {
            int end = ByteSearch.indexOf((byte) '\n', bytes, start, to);
            boolean japanese = isJapanese(bytes, start, end);
            Charset ofLine = japanese ? charset : StandardCharsets.ISO_8859_1;
            text.append(new String(bytes, start, end - start, ofLine));
            text.append(end < to ? "\n" : "");
            found |= japanese;
            start = end + 1;
        }
        return found ? text.toString() : null;
    }

    /** Whether there is {@code ESC $} in a line; terminals are sent other escapes. */
    private static boolean isJapanese(byte[] bytes, int from, int to) {
        int at = ByteSearch.indexOf(ESCAPE, bytes, from, to);
        while (at + 1 < to && bytes[at + 1] != '$') {
            at = ByteSearch.indexOf(ESCAPE, bytes, at + 1, to);
        }
        return at + 1 < to;
    }
}
