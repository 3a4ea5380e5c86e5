package dev.threadmill.archive.source;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** The header fields of which every message has one; {@code Title:} begins many other texts. */
final class MailField {

    private static final List<String> NAMES =
            List.of(
                    "from:",
                    "date:",
                    "subject:",
                    "message-id:",
                    "received:",
                    "return-path:",
                    "mime-version:",
                    "list-id:",
                    "x-mozilla-status:");

    private static final int LONGEST = "x-mozilla-status:".length();

    private MailField() {}

    /** Whether the line at {@code at} begins with one of them. */
    static boolean isAt(byte[] bytes, int at, int end) {
        int length = Math.min(LONGEST, end - at);
        String start =
                new String(bytes, at, length, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        return NAMES.stream().anyMatch(start::startsWith);
    }
}
