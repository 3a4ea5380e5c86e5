package dev.threadmill.archive.mail;

import java.nio.charset.Charset;

/**
 * The control characters from U+0080 on, which nobody sends. What looks like one was written in
 * windows-1252 and taken for ISO-8859-1 on its way: it is the quotation mark, dash or dots that
 * windows-1252 has at its place.
 */
public final class C1 {

    private static final char FIRST = '\u0080';
    private static final char LAST = '\u009f';
    private static final String MEANT = meant();

    private C1() {}

    /** The text with what was meant; the five that windows-1252 leaves undefined stay. */
    public static String undone(String text) {
        int i = 0;
        while (i < text.length() && !isOne(text.charAt(i))) {
            i++;
        }
        if (i == text.length()) {
            return text;
        }
        StringBuilder meant = new StringBuilder(text);
        for (; i < text.length(); i++) {
            meant.setCharAt(i, meant(text.charAt(i)));
        }
        return meant.toString();
    }

    /** The character that was meant; any other one stays. */
    public static char meant(char c) {
        return isOne(c) ? MEANT.charAt(c - FIRST) : c;
    }

    private static boolean isOne(char c) {
        return c >= FIRST && c <= LAST;
    }

    private static String meant() {
        StringBuilder meant = new StringBuilder();
        for (char c = FIRST; c <= LAST; c++) {
            byte[] one = {(byte) c};
            char same = new String(one, Charset.forName("windows-1252")).charAt(0);
            meant.append(same == '\uFFFD' ? c : same);
        }
        return meant.toString();
    }
}
