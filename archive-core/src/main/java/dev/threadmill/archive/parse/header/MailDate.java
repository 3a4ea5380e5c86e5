package dev.threadmill.archive.parse.header;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A date as headers and {@code From } lines write it, in any of the forms that three decades of
 * mail have used (RFC 5322 §3.3 and §4.3, asctime, ISO 8601, and what is neither).
 *
 * @param instant seconds since 1970 UTC
 * @param offset the sender's distance from UTC in seconds; 0 where no known zone is named
 */
public record MailDate(long instant, int offset) {

    /** 1970-01-02: what is before it is a clock that was never set. */
    public static final long FIRST_BELIEVABLE = 86_400;

    /** The date that {@code bytes[from..to)} name; null when that is none, such as 31 February. */
    public static @Nullable MailDate parse(byte[] bytes, int from, int to) {
        return new DateScanner(bytes, from, to).scan();
    }

    public static @Nullable MailDate parse(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return parse(bytes, 0, bytes.length);
    }

    /**
     * The date at the end of an mbox {@code From } line, after a sender who may hold blanks.
     *
     * @param line what follows {@code From }
     */
    public static @Nullable MailDate parseFromLine(String line) {
        String[] words = line.strip().split("\\s++", 64);
        for (int i = words.length - 2; i > 0; i--) {
            if (DateWords.isWeekday(words[i])) {
                return parse(rest(words, i));
            }
        }
        return parse(rest(words, 1));
    }

    private static String rest(String[] words, int from) {
        StringBuilder rest = new StringBuilder();
        for (int i = from; i < words.length; i++) {
            rest.append(words[i]).append(' ');
        }
        return rest.toString();
    }

    boolean isBelievable() {
        return instant >= FIRST_BELIEVABLE;
    }
}
