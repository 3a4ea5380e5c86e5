package dev.threadmill.archive.parse;

import dev.threadmill.archive.mail.Problem;
import dev.threadmill.archive.source.RawMessage;
import java.time.Instant;

/** What is said of broken headers. */
final class HeaderProblems {

    private static final int LONGEST_VALUE = 80;

    private HeaderProblems() {}

    static Problem cut(RawMessage raw) {
        return Problem.warning(
                raw.origin(),
                "header of over %d KB or %d fields; the rest of it was not read"
                        .formatted(Header.MOST_BYTES >> 10, Header.MOST_FIELDS));
    }

    /** A value as it stands in a sentence: in quotes, on one line, its beginning. */
    static String quoted(String value) {
        String line = Controls.inLine(value);
        if (line.length() > LONGEST_VALUE) {
            int end =
                    Character.isHighSurrogate(line.charAt(LONGEST_VALUE - 1)) ? 79 : LONGEST_VALUE;
            line = line.substring(0, end) + "…";
        }
        return "'" + line + "'";
    }

    /** {@code 2019-03-01T09:12:00Z}. */
    static String utc(long seconds) {
        return Instant.ofEpochSecond(seconds).toString();
    }
}
