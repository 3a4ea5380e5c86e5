package dev.threadmill.archive.body;

/** The lines that OpenPGP puts into text (RFC 9580 §6.2 and §7). */
final class Armour {

    private static final String BEGIN = "-----BEGIN PGP ";

    /** Its own lines are 76 characters or fewer, its headers a bit more. */
    private static final int LONGEST_LINE = 120;

    private Armour() {}

    /** Where the armour that starts at {@code at} ends; {@code at} when none starts there. */
    static int end(String text, int at) {
        if (!text.startsWith(BEGIN, at)) {
            return at;
        }
        boolean signedText = text.startsWith("SIGNED MESSAGE-----", at + BEGIN.length());
        int next = Lines.end(text, at);
        while (next < text.length()) {
            int end = Lines.end(text, next);
            if (signedText) {
                if (Lines.isBlank(text, next, end)) {
                    return end;
                }
                if (!isHeader(text, next, end)) {
                    return next;
                }
            } else if (text.startsWith("-----END PGP ", next)) {
                return end;
            } else if (!isInside(text, next, end)) {
                return next;
            }
            next = end;
        }
        return next;
    }

    private static boolean isInside(String text, int from, int end) {
        if (end - from > LONGEST_LINE) {
            return false;
        }
        for (int i = from; i < end - 1; i++) {
            if (text.charAt(i) == ' ') {
                return isHeader(text, from, end) || Lines.isBlank(text, from, end);
            }
        }
        return true;
    }

    /** {@code Hash: SHA256}. */
    private static boolean isHeader(String text, int from, int end) {
        int colon = from;
        while (colon < end && isLetter(text.charAt(colon))) {
            colon++;
        }
        return colon > from && text.startsWith(": ", colon) && end - from <= LONGEST_LINE;
    }

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-';
    }
}
