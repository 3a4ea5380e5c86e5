package dev.threadmill.archive.render.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON (RFC 8259), one call a token. Text of any origin may stand in it, in a file or inside
 * a page: {@code <}, {@code >}, {@code &} and what JavaScript takes for the end of a line are
 * escaped, and characters that pages do not show are not here either ({@link PageFormat}).
 */
public final class Json {

    /** The ASCII characters that stand for themselves. */
    private static final boolean[] PLAIN = new boolean[0x80];

    static {
        for (char c = 0; c < PLAIN.length; c++) {
            PLAIN[c] = instead(String.valueOf(c), 0) == null;
        }
    }

    private final Writer out;

    /** Whether something stands before the next value, so that a comma must. */
    private boolean comma;

    public Json(Writer out) {
        this.out = out;
    }

    public Json object() {
        return open("{");
    }

    public Json endObject() {
        return close("}");
    }

    public Json array() {
        return open("[");
    }

    public Json endArray() {
        return close("]");
    }

    /** The name of the member whose value comes next. */
    public Json name(String name) {
        value(name);
        raw(":");
        comma = false;
        return this;
    }

    public Json value(String text) {
        separate();
        raw("\"");
        escape(text);
        raw("\"");
        comma = true;
        return this;
    }

    public Json value(long number) {
        separate();
        raw(Long.toString(number));
        comma = true;
        return this;
    }

    /** A member that is left out where its text is empty. */
    public Json member(String name, String text) {
        return text.isEmpty() ? this : name(name).value(text);
    }

    private Json open(String bracket) {
        separate();
        raw(bracket);
        comma = false;
        return this;
    }

    private Json close(String bracket) {
        raw(bracket);
        comma = true;
        return this;
    }

    private void separate() {
        if (comma) {
            raw(",");
        }
    }

    private void escape(String text) {
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            String instead = c < 0x80 && PLAIN[c] ? null : instead(text, i);
            if (instead != null) {
                raw(text, run, i);
                raw(instead);
                run = i + 1;
            }
        }
        raw(text, run, text.length());
    }

    private static @Nullable String instead(String text, int i) {
        return switch (text.charAt(i)) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            case '<' -> "\\u003c";
            case '>' -> "\\u003e";
            case '&' -> "\\u0026";
            case '\u2028' -> "\\u2028";
            case '\u2029' -> "\\u2029";
            default -> PageFormat.instead(text, i);
        };
    }

    private void raw(String token) {
        raw(token, 0, token.length());
    }

    private void raw(String text, int from, int to) {
        try {
            out.write(text, from, to - from);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
