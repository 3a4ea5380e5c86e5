package dev.threadmill.archive.body;

import dev.threadmill.archive.mail.C1;
import org.jspecify.annotations.Nullable;

/**
 * A numeric character reference of HTML, as browsers read it (HTML Standard, numeric character
 * reference state).
 *
 * @param number of the character meant; beyond all characters when that is none
 * @param end where the text goes on
 */
record NumericReference(int number, int end) {

    private static final int BEYOND = Character.MAX_CODE_POINT + 1;

    /** The reference that begins with this ampersand, also without an end; null when none does. */
    static @Nullable NumericReference at(String html, int ampersand, int to) {
        int start = ampersand + 2;
        if (start >= to || html.charAt(ampersand + 1) != '#') {
            return null;
        }
        boolean hex = html.charAt(start) == 'x' || html.charAt(start) == 'X';
        int first = hex ? start + 1 : start;
        int base = hex ? 16 : 10;
        int number = 0;
        int end = first;
        while (end < to && digit(html.charAt(end), base) >= 0) {
            number = Math.min(base * number + digit(html.charAt(end), base), BEYOND);
            end++;
        }
        if (end == first) {
            return null;
        }
        boolean ended = end < to && html.charAt(end) == ';';
        return new NumericReference(meant(number), ended ? end + 1 : end);
    }

    private static int digit(char c, int base) {
        return c < 0x80 ? Character.digit(c, base) : -1;
    }

    /** A control from 0x80 on nobody means. */
    private static int meant(int number) {
        return number <= Character.MAX_VALUE ? C1.meant((char) number) : number;
    }

    /** Appends it in a form that can be read in one way only. */
    void appendTo(StringBuilder out) {
        out.append("&#").append(number).append(';');
    }
}
