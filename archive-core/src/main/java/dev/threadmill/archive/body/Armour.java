package dev.threadmill.archive.body;

/** The lines that OpenPGP puts into text (RFC 9580 §6.2 and §7). */
final class Armour {

    private static final String BEGIN = "-----BEGIN PGP ";

    /** Its own lines are 76 characters or fewer, its headers a bit more. */
    private static final int LONGEST_LINE = 120;

    private Armour() {}

    /** The line after the armour that starts at {@code first}; that one when none starts there. */
    static int end(Text text, int first) {
        if (!text.lineStarts(first, BEGIN)) {
            return first;
        }
        boolean signedText = text.lineStarts(first, BEGIN + "SIGNED MESSAGE-----");
        for (int line = first + 1; line < text.lines(); line++) {
            if (signedText) {
                if (text.isBlankLine(line)) {
                    return line + 1;
                }
                if (!isHeader(text, line)) {
                    return line;
                }
            } else if (text.lineStarts(line, "-----END PGP ")) {
                return line + 1;
            } else if (!isInside(text, line)) {
                return line;
            }
        }
        return text.lines();
    }

    private static boolean isInside(Text text, int line) {
        int from = text.start(line);
        int end = text.end(line);
        if (end - from > LONGEST_LINE) {
            return false;
        }
        for (int i = from; i < end - 1; i++) {
            if (text.at(i) == ' ') {
                return isHeader(text, line) || text.isBlankLine(line);
            }
        }
        return true;
    }

    /** {@code Hash: SHA256}. */
    private static boolean isHeader(Text text, int line) {
        int from = text.start(line);
        int end = text.end(line);
        int colon = from;
        while (colon < end && isLetter(text.at(colon))) {
            colon++;
        }
        return colon > from && text.startsWith(": ", colon) && end - from <= LONGEST_LINE;
    }

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-';
    }
}
