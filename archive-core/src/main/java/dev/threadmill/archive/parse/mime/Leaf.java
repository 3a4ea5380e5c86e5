package dev.threadmill.archive.parse.mime;

import dev.threadmill.archive.parse.decode.TextDecoder;
import dev.threadmill.archive.parse.header.ContentHeader;
import org.jspecify.annotations.Nullable;

/**
 * A part without parts of its own, with its transfer encoding undone.
 *
 * @param type its media type; not always the one its header declares
 * @param whole whether it is all there is to its message
 */
@SuppressWarnings("ArrayRecordComponent") // compared and printed nowhere
record Leaf(
        String path,
        ContentHeader header,
        String type,
        byte[] bytes,
        boolean whole,
        @Nullable Branch branch) {

    /** Whether there is nothing to be seen in it, or in its text: no-break spaces and the like. */
    boolean isBlank() {
        boolean ascii = true;
        for (byte b : bytes) {
            if (b > ' ') {
                return false;
            }
            ascii &= b >= 0;
        }
        return ascii || isBlank(TextDecoder.decode(bytes, header.charset()).text());
    }

    private static boolean isBlank(String text) {
        return text.chars()
                .allMatch(
                        c ->
                                c <= ' '
                                        || Character.isSpaceChar(c)
                                        || Character.getType(c) == Character.FORMAT);
    }

    /** Whether nothing is to be seen in {@code bytes[from..to)}, taken as ASCII. */
    static boolean isBlank(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] > ' ' || bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is text, whatever it is called: no NUL, and hardly any control characters. */
    boolean isText() {
        int controls = 0;
        for (byte b : bytes) {
            if (b == 0) {
                return false;
            }
            controls += b > 0 && b < ' ' && (b < '\t' || b > '\r') ? 1 : 0;
        }
        return controls * 100L <= bytes.length;
    }
}
