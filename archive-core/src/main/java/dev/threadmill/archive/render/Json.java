package dev.threadmill.archive.render;

import java.util.Locale;

/**
 * A JSON object (RFC 8259) that may stand in a page: nothing in it can end the element around it,
 * since {@code <}, {@code >} and {@code &} are written as escapes, and it is JavaScript as well.
 *
 * <pre>{@code
 * Json.object().put("headline", subject).put("commentCount", 3).toString()
 * }</pre>
 */
final class Json {

    private final StringBuilder text = new StringBuilder("{");

    private Json() {}

    static Json object() {
        return new Json();
    }

    /** Adds a text; an empty one is left out. */
    Json put(String name, String value) {
        if (!value.isEmpty()) {
            name(name);
            quote(value, text);
        }
        return this;
    }

    Json put(String name, long value) {
        name(name).append(value);
        return this;
    }

    Json put(String name, Json value) {
        name(name).append(value);
        return this;
    }

    private StringBuilder name(String name) {
        if (text.length() > 1) {
            text.append(',');
        }
        quote(name, text);
        return text.append(':');
    }

    /** Appends a text in quotes. */
    static void quote(String value, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean pair =
                    i + 1 < value.length() && Character.isSurrogatePair(c, value.charAt(i + 1));
            if (pair) {
                out.append(c).append(value.charAt(++i));
            } else if (Character.isSurrogate(c)) {
                out.append('\ufffd'); // half of a character is none
            } else if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (mayStand(c)) {
                out.append(c);
            } else {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            }
        }
        out.append('"');
    }

    private static boolean mayStand(char c) {
        return c >= ' '
                && (c < 0x7f || c > 0x9f)
                && "<>&\u2028\u2029\ufffe\uffff".indexOf(c) < 0
                && Character.getType(c) != Character.FORMAT; // turns the direction of writing
    }

    @Override
    public String toString() {
        return text + "}";
    }
}
