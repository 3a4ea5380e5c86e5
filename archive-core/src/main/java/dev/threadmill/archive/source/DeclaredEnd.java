package dev.threadmill.archive.source;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a message ends by what its own header says: behind as many bytes as its {@code
 * Content-Length} counts, and behind the line that closes its parts.
 *
 * @param length how long header and body are together; -1 when it does not say
 * @param boundary what stands between its parts (RFC 2046 §5.1.1); empty when it names none
 */
record DeclaredEnd(long length, String boundary) {

    /** Longer headers say nothing. */
    static final int LONGEST_HEADER = 1 << 16;

    /** How far back from its end the line may reach that closes the parts of a message. */
    static final int LONGEST_LINE = 120;

    private static final DeclaredEnd NONE = new DeclaredEnd(-1, "");

    /** RFC 2046 allows 70 characters; some programs need more. */
    private static final Pattern BOUNDARY =
            Pattern.compile("(?i)\\bboundary\\s*=\\s*(?:\"([^\"]{1,100})\"|([^\\s;\"]{1,100}))");

    /** What the header says that begins at {@code from}, if it ends before {@code to}. */
    static DeclaredEnd of(byte[] bytes, int from, int to) {
        long length = -1;
        int line = from;
        while (line < to && !FromLine.isBlankLine(bytes, line, to)) {
            int lineEnd = FromLine.lineEnd(bytes, line, to);
            length = length < 0 ? ContentLength.value(bytes, line, lineEnd) : length;
            line = lineEnd + 1;
        }
        if (line >= to) {
            return NONE;
        }
        int body = FromLine.lineEnd(bytes, line, to) + 1;
        String header = new String(bytes, from, line - from, StandardCharsets.ISO_8859_1);
        return new DeclaredEnd(length < 0 ? -1 : body - from + length, boundary(header));
    }

    private static String boundary(String header) {
        Matcher found = BOUNDARY.matcher(header);
        if (!found.find()) {
            return "";
        }
        return found.group(1) == null ? found.group(2) : found.group(1).stripTrailing();
    }

    /**
     * Whether the message ends right before the line at {@code at}.
     *
     * @param behind how many bytes of the message stand before it
     */
    boolean isBefore(byte[] bytes, int at, long behind) {
        return length == behind
                || (length >= 0 && isLineEnd(bytes, at, behind - length))
                || (!boundary.isEmpty() && isClosed(bytes, at));
    }

    /**
     * Whether the {@code count} bytes before {@code at} are one line end: many count none behind a
     * body, and write it.
     */
    static boolean isLineEnd(byte[] bytes, int at, long count) {
        return (count == 1 && bytes[at - 1] == '\n')
                || (count == 2 && bytes[at - 1] == '\n' && bytes[at - 2] == '\r');
    }

    private boolean isClosed(byte[] bytes, int at) {
        int from = Math.max(0, at - LONGEST_LINE);
        String before = new String(bytes, from, at - from, StandardCharsets.ISO_8859_1);
        return before.stripTrailing().endsWith("\n--" + boundary + "--");
    }
}
