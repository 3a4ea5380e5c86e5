package dev.threadmill.archive.mail;

import java.util.Locale;

/** The direction of writing, as characters turn it by the rules of UAX #9. */
public final class Direction {

    private Direction() {}

    /**
     * Whether a character begins or ends an embedding, an override or an isolate, so that what
     * follows reads in another order than it is written: {@code gnp.exe} as {@code exe.png}. The
     * marks LRM, RLM and ALM are none of these: each acts like one letter that is not seen, and
     * Hebrew and Arabic text needs them beside numbers and punctuation.
     */
    public static boolean isTurnedBy(char c) {
        return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
    }

    /** What such a character is called: {@code U+202E}. */
    public static String name(char c) {
        return String.format(Locale.ROOT, "U+%04X", (int) c);
    }

    /** Text with {@code [U+202E]} for each such character. */
    public static String named(String text) {
        StringBuilder named = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isTurnedBy(c)) {
                named.append('[').append(name(c)).append(']');
            } else {
                named.append(c);
            }
        }
        return named.toString();
    }
}
