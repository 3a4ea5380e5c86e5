package dev.threadmill.archive.parse.decode;

/**
 * Control characters are shown, not obeyed: each becomes its picture (U+2400 and on; ␦ for those of
 * the C1 set), so that text holds none but tab and newline and can stand in HTML and XML. NUL and
 * carriage return say nothing and are dropped.
 */
public final class Controls {

    private static final char C1_PICTURE = '\u2426';

    private Controls() {}

    /** Text whose lines end with {@code \n}, however they ended before. */
    public static String inText(String text) {
        int i = firstDirty(text);
        if (i == text.length()) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        clean.append(text, 0, i);
        for (; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r') {
                if (i + 1 == text.length() || text.charAt(i + 1) != '\n') {
                    clean.append('\n');
                }
            } else if (c == '\n' || c == '\t') {
                clean.append(c);
            } else {
                append(c, clean);
            }
        }
        return clean.toString();
    }

    /** One line without blanks at its ends; line breaks and tabs inside become blanks. */
    public static String inLine(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (breaksLine(text.charAt(i))) {
                return cleaned(text).strip();
            }
        }
        return text.strip();
    }

    private static String cleaned(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\t' || c == '\r' || c == '\u0085' || isSeparator(c)) {
                clean.append(' ');
            } else {
                append(c, clean);
            }
        }
        return clean.toString();
    }

    private static void append(char c, StringBuilder clean) {
        if (c == 0 || c == '\uFFFE' || c == '\uFFFF') {
            return;
        }
        if (c < 0x20) {
            clean.append((char) ('\u2400' + c));
        } else if (c == 0x7f) {
            clean.append('\u2421');
        } else if (c > 0x7f && c < 0xa0) {
            clean.append(C1_PICTURE);
        } else {
            clean.append(c);
        }
    }

    private static int firstDirty(String text) {
        int i = 0;
        while (i < text.length() && (!isDirty(text.charAt(i)) || text.charAt(i) == '\t')) {
            i++;
        }
        return i;
    }

    private static boolean isDirty(char c) {
        return c < 0x20 ? c != '\n' : c >= 0x7f && (c < 0xa0 || c >= '\uFFFE');
    }

    private static boolean breaksLine(char c) {
        return isDirty(c) || c == '\n' || isSeparator(c);
    }

    private static boolean isSeparator(char c) {
        return c == '\u2028' || c == '\u2029';
    }
}
