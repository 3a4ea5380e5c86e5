package dev.threadmill.archive.source;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** The header fields of which every message has one; {@code Title:} begins many other texts. */
final class MailField {

    private static final Set<String> NAMES =
            Set.of(
                    "from",
                    "date",
                    "subject",
                    "message-id",
                    "received",
                    "return-path",
                    "mime-version",
                    "list-id",
                    "x-mozilla-status");

    private static final int LONGEST = "x-mozilla-status".length();

    private MailField() {}

    /** Whether the line at {@code at} begins with one of them. */
    static boolean isAt(byte[] bytes, int at, int end) {
        return !name(bytes, at, end).isEmpty();
    }

    /** The name, in lower case, with which the line at {@code at} begins; empty for any other. */
    static String name(byte[] bytes, int at, int end) {
        if (!FromLine.isHeaderField(bytes, at, end)) {
            return "";
        }
        int longest = Math.min(end, at + LONGEST + 1);
        int nameEnd = at;
        while (nameEnd < longest && bytes[nameEnd] > ' ' && bytes[nameEnd] != ':') {
            nameEnd++;
        }
        String name =
                new String(bytes, at, nameEnd - at, StandardCharsets.US_ASCII)
                        .toLowerCase(Locale.ROOT);
        return NAMES.contains(name) ? name : "";
    }
}
