package dev.threadmill.archive.body;

import dev.threadmill.archive.body.Html.Hole;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Collects the runs and holes of one {@link Html}. {@link #text} and {@link #value} make anything
 * safe; {@link #markup} takes what this package wrote itself.
 */
final class HtmlBuilder {

    /** More marks than these are an attack on the page's size: then the plain sign of a loss. */
    private static final int MOST_MARKS = 1000;

    private static final char LOST = '\ufffd';

    /** The ASCII characters that stand for themselves. */
    private static final boolean[] PLAIN = new boolean[0x80];

    static {
        Arrays.fill(PLAIN, ' ', 0x7f, true);
        PLAIN['\t'] = true;
        PLAIN['\n'] = true;
        PLAIN['&'] = false;
        PLAIN['<'] = false;
        PLAIN['>'] = false;
        PLAIN['"'] = false;
    }

    private final StringBuilder runs;
    private final List<Hole> holes = new ArrayList<>();
    private int[] places = new int[16];
    private int marks;

    HtmlBuilder() {
        this(1024);
    }

    HtmlBuilder(int expected) {
        runs = new StringBuilder(expected);
    }

    /** Appends markup that is safe as it stands. */
    HtmlBuilder markup(String markup) {
        runs.append(markup);
        return this;
    }

    /** Appends text of any origin, to be read as it is written. */
    HtmlBuilder text(String text) {
        return text(text, 0, text.length());
    }

    /** Appends the characters of {@code text} from {@code from} to {@code to}. */
    HtmlBuilder text(String text, int from, int to) {
        escape(text, from, to, true);
        return this;
    }

    /** Appends text of any origin inside the quotes of an attribute. */
    HtmlBuilder value(String text) {
        escape(text, 0, text.length(), false);
        return this;
    }

    HtmlBuilder hole(Hole hole) {
        if (holes.size() == places.length) {
            places = Arrays.copyOf(places, 2 * places.length);
        }
        places[holes.size()] = runs.length();
        holes.add(hole);
        return this;
    }

    Html build() {
        if (runs.length() == 0 && holes.isEmpty()) {
            return Html.EMPTY;
        }
        return new Html(
                runs.toString(),
                Arrays.copyOf(places, holes.size()),
                holes.toArray(new Hole[holes.size()]));
    }

    private void escape(String text, int from, int to, boolean element) {
        int run = from;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < 0x80 ? PLAIN[c] : isPlain(c)) {
                continue;
            }
            boolean pair = isPair(text, i, to);
            if (pair && (Character.toCodePoint(c, text.charAt(i + 1)) & 0xfffe) != 0xfffe) {
                i++;
                continue;
            }
            runs.append(text, run, i);
            i += pair ? 1 : 0;
            run = i + 1;
            if (c < 0x80) {
                ascii(c);
            } else if (isDirection(c)) {
                direction(c, element);
            } else {
                runs.append(LOST);
            }
        }
        runs.append(text, run, to);
    }

    private void ascii(char c) {
        switch (c) {
            case '&' -> runs.append("&amp;");
            case '<' -> runs.append("&lt;");
            case '>' -> runs.append("&gt;");
            case '"' -> runs.append("&quot;");
            case '\r' -> {} // XML would read it as one more newline
            case 0x7f -> runs.append('\u2421');
            default -> runs.append((char) (0x2400 + c)); // control pictures: U+241B for ESC
        }
    }

    /** Other than ASCII, neither a control nor a surrogate, and a character (Unicode §23.7). */
    private static boolean isPlain(char c) {
        if (c < 0x2000) {
            return c >= 0xa0 && c != 0x61c;
        }
        if (c < 0x2070) {
            return !isDirection(c);
        }
        return c < Character.MIN_SURROGATE
                || (c > Character.MAX_SURROGATE && c < 0xfdd0)
                || (c > 0xfdef && c < 0xfffe);
    }

    private static boolean isPair(String text, int i, int to) {
        return i + 1 < to && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
    }

    /** The characters that turn the direction of what follows, so that text reads otherwise. */
    private static boolean isDirection(char c) {
        return (c >= 0x202a && c <= 0x202e)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0x200e
                || c == 0x200f
                || c == 0x61c;
    }

    private void direction(char c, boolean element) {
        if (++marks > MOST_MARKS) {
            runs.append(LOST);
            return;
        }
        runs.append(element ? "<span class=\"ctl\">U+" : "[U+");
        runs.append(Integer.toHexString(0x10000 | c).substring(1).toUpperCase(Locale.ROOT));
        runs.append(element ? "</span>" : "]");
    }
}
