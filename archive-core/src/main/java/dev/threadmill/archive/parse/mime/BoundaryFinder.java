package dev.threadmill.archive.parse.mime;

import dev.threadmill.archive.mail.ByteSearch;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Finds the boundary that a multipart really uses, where the declared one is missing or does not
 * occur, as when something has hidden an {@code @} in the header or in the body.
 */
final class BoundaryFinder {

    private static final byte[] CONTENT = "content-".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST = 200;

    private final byte[] bytes;

    BoundaryFinder(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Whether a line starts with {@code --} and this boundary. */
    boolean occurs(String boundary) {
        byte[] wanted = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        for (int line = 0; line < bytes.length; line = endOfLine(line) + 1) {
            int end = line + wanted.length;
            boolean fits = bytes[line] == '-' && end <= bytes.length;
            if (fits && Arrays.equals(bytes, line, end, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }

    /** What follows {@code --} on the first line that stands above a Content- field; else empty. */
    String guess() {
        for (int line = 0; line < bytes.length; line = endOfLine(line) + 1) {
            if (bytes[line] == '-' && line + 1 < bytes.length && bytes[line + 1] == '-') {
                int eol = endOfLine(line);
                int length = Math.min(eol - line, LONGEST) - 2;
                String rest = new String(bytes, line + 2, length, StandardCharsets.ISO_8859_1);
                if (!rest.isBlank() && startsField(eol + 1)) {
                    return rest.strip();
                }
            }
        }
        return "";
    }

    private boolean startsField(int line) {
        if (line + CONTENT.length > bytes.length) {
            return false;
        }
        for (int i = 0; i < CONTENT.length; i++) {
            if ((bytes[line + i] | 0x20) != CONTENT[i]) {
                return false;
            }
        }
        return true;
    }

    private int endOfLine(int line) {
        return ByteSearch.indexOf((byte) '\n', bytes, line, bytes.length);
    }
}
