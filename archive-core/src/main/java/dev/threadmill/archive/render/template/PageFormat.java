package dev.threadmill.archive.render.template;

import dev.threadmill.archive.mail.Direction;
import freemarker.core.MarkupOutputFormat;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/**
 * How text of any origin stands in a page: escaped, and so that neither XML nor a reader's eye is
 * misled: characters XML forbids become {@code U+FFFD}, those that turn the direction of writing
 * are named. Takes the place of FreeMarker's own formats of the same names because its markup is
 * written without being a string first.
 */
public final class PageFormat extends MarkupOutputFormat<Markup> {

    static final PageFormat HTML = new PageFormat("HTML", "text/html");
    static final PageFormat XML = new PageFormat("XML", "application/xml");

    private static final boolean[] PLAIN = new boolean[0x80];

    static {
        for (char c = 0; c < 0x7f; c++) {
            PLAIN[c] = c < ' ' ? c == '\t' || c == '\n' : "<&>\"'".indexOf(c) < 0;
        }
    }

    private final String name;
    private final String mimeType;

    private PageFormat(String name, String mimeType) {
        this.name = name;
        this.mimeType = mimeType;
    }

    @Override
    public void output(String text, Writer out) throws IOException {
        if (out instanceof PageWriter page) {
            page.escape(text);
        } else {
            escape(text, out);
        }
    }

    /** Writes text so that it can stand in an element or in a quoted attribute. */
    public static void escape(String text, Writer out) throws IOException {
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            String instead = isPlain(c) ? null : escaped(c);
            if (instead != null) {
                out.write(text, run, i - run);
                out.write(instead);
                run = i + 1;
            }
        }
        out.write(text, run, text.length() - run);
    }

    /** Whether it is an ASCII character that stands for itself. */
    static boolean isPlain(char c) {
        return c < 0x80 && PLAIN[c];
    }

    /** What stands for a character that is not plain; null for itself. */
    static @Nullable String escaped(char c) {
        return c < 0x80 ? ascii(c) : other(c);
    }

    private static String ascii(char c) {
        return switch (c) {
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '&' -> "&amp;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            default -> "\ufffd";
        };
    }

    /**
     * What stands in every format for a character that none shows, such as half of a surrogate pair
     * or one that turns the direction of writing; null for all others.
     */
    static @Nullable String instead(String text, int i) {
        char c = text.charAt(i);
        if (c < ' ' || c == 0x7f) {
            return c == '\t' || c == '\n' ? null : "\ufffd";
        }
        if (Character.isSurrogate(c)) {
            int other = Character.isHighSurrogate(c) ? i + 1 : i - 1;
            boolean pair =
                    other >= 0
                            && other < text.length()
                            && Character.isSurrogate(text.charAt(other))
                            && Character.isHighSurrogate(c)
                                    != Character.isHighSurrogate(text.charAt(other));
            return pair ? null : "\ufffd";
        }
        return c < 0x80 ? null : other(c);
    }

    private static @Nullable String other(char c) {
        if (Direction.isTurnedBy(c)) {
            return "[" + Direction.name(c) + "]";
        }
        return c < 0xa0 || c == 0xfffe || c == 0xffff ? "\ufffd" : null;
    }

    public static String escape(String text) {
        StringWriter out = new StringWriter(text.length() + 16);
        try {
            escape(text, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    @Override
    public Markup fromPlainTextByEscaping(String text) {
        return Markup.of(escape(text));
    }

    @Override
    public Markup fromMarkup(String markup) {
        return Markup.of(markup);
    }

    @Override
    public void output(Markup markup, Writer out) throws IOException {
        markup.writeTo(out);
    }

    @Override
    public String getSourcePlainText(Markup markup) {
        return null;
    }

    @Override
    public String getMarkupString(Markup markup) {
        return markup.toString();
    }

    @Override
    public Markup concat(Markup first, Markup second) {
        return Markup.of(first.toString() + second);
    }

    @Override
    public String escapePlainText(String text) {
        return escape(text);
    }

    @Override
    public boolean isEmpty(Markup markup) {
        return markup.isEmpty();
    }

    @Override
    public boolean isLegacyBuiltInBypassed(String builtIn) {
        return builtIn.equals("html") || builtIn.equals("xml") || builtIn.equals("xhtml");
    }

    @Override
    public boolean isAutoEscapedByDefault() {
        return true;
    }

    /** A body is well-formed XML, so that a feed may hold what a page does. */
    @Override
    public boolean isOutputFormatMixingAllowed() {
        return this == XML;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public String getMimeType() {
        return mimeType;
    }
}
