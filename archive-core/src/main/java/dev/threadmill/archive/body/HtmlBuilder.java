package dev.threadmill.archive.body;

import dev.threadmill.archive.body.Html.Hole;
import dev.threadmill.archive.body.Html.LinkTo;
import dev.threadmill.archive.mail.Direction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Collects the runs and holes of one {@link Html}. {@link #text} and {@link #value} make anything
 * safe; {@link #markup} takes what this package wrote itself.
 */
final class HtmlBuilder {

    /** More marks than these are an attack on the page's size: then the plain sign of a loss. */
    private static final int MOST_MARKS = 1000;

    private static final char LOST = '\ufffd';

    /** What stands for ASCII characters; nothing where they stand for themselves. */
    private static final char[][] INSTEAD = new char[0x80][];

    static {
        for (char c = 0; c < ' '; c++) {
            instead(c, "" + (char) (0x2400 + c)); // control pictures: U+241B for ESC
        }
        instead((char) 0x7f, "\u2421");
        instead('\r', ""); // XML would read it as one more newline
        instead('&', "&amp;");
        instead('<', "&lt;");
        instead('>', "&gt;");
        instead('"', "&quot;");
        INSTEAD['\t'] = null;
        INSTEAD['\n'] = null;
    }

    private static void instead(char c, String markup) {
        INSTEAD[c] = markup.toCharArray();
    }

    /** The runs; arrays, because copying between them is what the machine does best. */
    private char[] runs;

    private int length;
    private final List<Hole> holes = new ArrayList<>();
    private int[] places = new int[16];
    private int marks;
    private int mentions;

    HtmlBuilder() {
        this(1024);
    }

    HtmlBuilder(int expected) {
        runs = new char[expected];
    }

    /** Makes room for so much text and its markup. */
    void expect(int text) {
        grow(text + text / 2);
    }

    /** Appends markup that is safe as it stands. */
    HtmlBuilder markup(String markup) {
        int room = markup.length();
        grow(room);
        markup.getChars(0, room, runs, length);
        length += room;
        return this;
    }

    /** Appends text of any origin, to be read as it is written. */
    HtmlBuilder text(String text) {
        return text(text.toCharArray(), 0, text.length());
    }

    /** Appends the characters of {@code text} from {@code from} to {@code to}. */
    HtmlBuilder text(char[] text, int from, int to) {
        escape(text, from, to, true);
        return this;
    }

    /** Appends text of any origin inside the quotes of an attribute. */
    HtmlBuilder value(String text) {
        escape(text.toCharArray(), 0, text.length(), false);
        return this;
    }

    HtmlBuilder hole(Hole hole) {
        if (holes.size() == places.length) {
            places = Arrays.copyOf(places, 2 * places.length);
        }
        places[holes.size()] = length;
        holes.add(hole);
        mentions += hole instanceof LinkTo ? 1 : 0;
        return this;
    }

    /** Appends what another one collected. */
    HtmlBuilder append(HtmlBuilder other) {
        int from = 0;
        for (int i = 0; i < other.holes.size(); i++) {
            copy(other.runs, from, other.places[i]);
            from = other.places[i];
            hole(other.holes.get(i));
        }
        copy(other.runs, from, other.length);
        return this;
    }

    boolean hasHoles() {
        return !holes.isEmpty();
    }

    /** How many times a message was named. */
    int mentions() {
        return mentions;
    }

    boolean isEmpty() {
        return length == 0 && holes.isEmpty();
    }

    /** The markup, when there are no holes in it. */
    String string() {
        if (hasHoles()) {
            throw new IllegalStateException("markup with holes is no string");
        }
        return new String(runs, 0, length);
    }

    /** Text of any origin as markup. */
    static String escaped(String text) {
        return new HtmlBuilder(text.length() + 32).text(text).string();
    }

    Html build() {
        if (isEmpty()) {
            return Html.EMPTY;
        }
        byte[] utf8 = new String(runs, 0, length).getBytes(StandardCharsets.UTF_8);
        int[] inBytes = utf8.length == length ? places : placesInBytes();
        return new Html(
                utf8, Arrays.copyOf(inBytes, holes.size()), holes.toArray(new Hole[holes.size()]));
    }

    private int[] placesInBytes() {
        int[] inBytes = new int[holes.size()];
        int bytes = 0;
        int at = 0;
        for (int i = 0; i < inBytes.length; i++) {
            for (; at < places[i]; at++) {
                char c = runs[at];
                bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
            }
            inBytes[i] = bytes;
        }
        return inBytes;
    }

    private void grow(int room) {
        if (length + room > runs.length) {
            runs = Arrays.copyOf(runs, Math.max(length + room, 2 * runs.length));
        }
    }

    private void copy(char[] from, int start, int end) {
        grow(end - start);
        System.arraycopy(from, start, runs, length, end - start);
        length += end - start;
    }

    private void put(char c) {
        grow(1);
        runs[length] = c;
        length++;
    }

    private void escape(char[] text, int from, int to, boolean element) {
        int at = from;
        while (at < to) {
            int run = at;
            while (at < to && isPlain(text[at])) {
                at++;
            }
            copy(text, run, at);
            if (at < to) {
                at += special(text, at, to, element);
            }
        }
    }

    private static boolean isPlain(char c) {
        return c < 0x80 ? INSTEAD[c] == null : isPlainBeyondAscii(c);
    }

    /** Appends what stands for a character, or for a pair of surrogates; returns their number. */
    private int special(char[] text, int at, int to, boolean element) {
        char c = text[at];
        if (c < 0x80) {
            copy(INSTEAD[c], 0, INSTEAD[c].length);
            return 1;
        }
        boolean pair = at + 1 < to && Character.isSurrogatePair(c, text[at + 1]);
        if (pair && (Character.toCodePoint(c, text[at + 1]) & 0xfffe) != 0xfffe) {
            copy(text, at, at + 2);
        } else if (Direction.isTurnedBy(c)) {
            direction(c, element);
        } else {
            put(LOST);
        }
        return pair ? 2 : 1;
    }

    /** Neither a control nor a surrogate, and a character (Unicode §23.7). */
    private static boolean isPlainBeyondAscii(char c) {
        if (c < 0x2000) {
            return c >= 0xa0;
        }
        if (c < 0x2070) {
            return !Direction.isTurnedBy(c);
        }
        return c < Character.MIN_SURROGATE
                || (c > Character.MAX_SURROGATE && c < 0xfdd0)
                || (c > 0xfdef && c < 0xfffe);
    }

    private void direction(char c, boolean element) {
        if (++marks > MOST_MARKS) {
            put(LOST);
            return;
        }
        markup(element ? "<span class=\"ctl\">" : "[");
        markup(Direction.name(c));
        markup(element ? "</span>" : "]");
    }
}
