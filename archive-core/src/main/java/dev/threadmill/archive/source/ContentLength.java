package dev.threadmill.archive.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Where a message ends by its own {@code Content-Length}, which counts the bytes of its body. */
final class ContentLength {

    private static final String NAME = "content-length:";

    /** NAME and as many digits as a length may have, and blanks. */
    private static final int LONGEST_FIELD = NAME.length() + 24;

    private ContentLength() {}

    /**
     * Where the message that begins at {@code start} ends; -1 when it does not say, or when neither
     * the file ends there nor a From line follows.
     */
    static long end(MailFile file, long start) throws IOException {
        byte[] header = new byte[DeclaredEnd.LONGEST_HEADER];
        int filled = file.read(start, header, 0, header.length);
        long length = DeclaredEnd.of(header, 0, filled).length();
        return length >= 0 && isFollowed(file, start + length) ? start + length : -1;
    }

    /** What the line says, if it is such a field; else -1. */
    static long value(byte[] header, int line, int lineEnd) {
        int to = Math.min(lineEnd, line + LONGEST_FIELD);
        String field = new String(header, line, to - line, StandardCharsets.ISO_8859_1);
        if (!field.toLowerCase(Locale.ROOT).startsWith(NAME)) {
            return -1;
        }
        String value = field.substring(NAME.length()).strip();
        return value.matches("\\d{1,12}") ? Long.parseLong(value) : -1;
    }

    private static boolean isFollowed(MailFile file, long end) throws IOException {
        byte[] next = new byte[MboxScanner.LOOK_AHEAD];
        int filled = file.read(end, next, 0, next.length);
        int line = 0;
        while (line < filled && FromLine.isBlankLine(next, line, filled)) {
            line = FromLine.lineEnd(next, line, filled) + 1;
        }
        boolean ends = line >= filled && end + filled >= file.size() && end <= file.size();
        return ends
                || (filled > 0
                        && (FromLine.startsMessage(next, line, filled)
                                || TimelessFromLine.isBare(next, line, filled)));
    }
}
