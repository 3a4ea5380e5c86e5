package dev.threadmill.archive.parse.decode;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;

/** RFC 2231 §3 and §4: parameters in numbered pieces, with a charset and percent-encoded bytes. */
public final class Rfc2231 {

    private Rfc2231() {}

    /**
     * A piece of a parameter.
     *
     * @param encoded whether its name ended with {@code *}, so that {@code %41} is an A
     */
    public record Segment(String text, boolean encoded) {}

    /** The number in {@code name*number}, 0 when it is missing; -1 when it is none. */
    public static int number(String digits) {
        int number = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c < '0' || c > '9' || i > 4) {
                return -1;
            }
            number = number * 10 + (c - '0');
        }
        return number;
    }

    /** The pieces in the order of their numbers; the first encoded one may name the charset. */
    public static String join(SortedMap<Integer, Segment> segments) {
        String charset = "";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean first = true;
        for (Map.Entry<Integer, Segment> entry : segments.entrySet()) {
            String text = entry.getValue().text();
            if (!entry.getValue().encoded()) {
                bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
            } else {
                int prefix = first ? prefixEnd(text) : 0;
                if (prefix > 0) {
                    charset = text.substring(0, text.indexOf('\''));
                }
                percentDecode(text.substring(prefix), bytes);
            }
            first = false;
        }
        return TextDecoder.decode(bytes.toByteArray(), charset).text();
    }

    /** The bytes of text in which {@code %41} is an A and {@code +} is a plus. */
    public static void percentDecode(String text, ByteArrayOutputStream bytes) {
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            boolean pair = c == '%' && i + 2 < text.length();
            int hex = pair ? EncodedWords.hex(text.charAt(i + 1), text.charAt(i + 2)) : -1;
            if (hex >= 0) {
                bytes.write(hex);
                i += 3;
            } else {
                int next = text.offsetByCodePoints(i, 1);
                bytes.writeBytes(text.substring(i, next).getBytes(StandardCharsets.UTF_8));
                i = next;
            }
        }
    }

    /**
     * Where the text starts after {@code charset'language'}; 0 where that is missing and the
     * apostrophes are the text's own, as in {@code it's 5 o'clock.txt}.
     */
    private static int prefixEnd(String text) {
        int first = text.indexOf('\'');
        int second = first < 0 ? -1 : text.indexOf('\'', first + 1);
        if (second < 0) {
            return 0;
        }
        String charset = text.substring(0, first);
        boolean known =
                charset.isEmpty()
                        || charset.equalsIgnoreCase("us-ascii")
                        || Charsets.named(charset) != null;
        return known ? second + 1 : 0;
    }
}
