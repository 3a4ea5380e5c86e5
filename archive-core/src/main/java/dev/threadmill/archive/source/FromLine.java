package dev.threadmill.archive.source;

import dev.threadmill.archive.mail.ByteSearch;
import dev.threadmill.archive.mail.FromSearch;
import java.nio.charset.StandardCharsets;

/**
 * Judges lines by their bytes: does one start a message in an mbox? Prose starts with {@code From }
 * too, and mail quotes other mail, so a sender and a date are asked for.
 */
final class FromLine {

    /** Longer lines start no message. */
    static final int LONGEST = 1000;

    private static final int ASCTIME = "Thu Jan  1 00:00:00 1970".length();
    private static final byte[] MONTHS = ascii("JanFebMarAprMayJunJulAugSepOctNovDec");
    private static final byte[] DAYS = ascii("MonTueWedThuFriSatSun");
    private static final byte[] FROM = ascii("From ");
    private static final byte[] NETSCAPE = ascii("From -");
    private static final byte[] FROM_FIELD = ascii("From:");
    private static final byte[] DATE_FIELD = ascii("Date:");
    private static final byte[] MASK = ascii(" at ");
    private static final byte[] DATE_OF_PATCHES = ascii(" Mon Sep 17 00:00:00 2001");

    private FromLine() {}

    /**
     * Whether the line at {@code at} starts a message, as far as it and the line below it can tell:
     * it names a month, a time of day and a year, in any order and among anything else (zones,
     * {@code remote from}), and a header field, a blank line or a quoted From line follows.
     *
     * @param end where the bytes end; what lies there counts as the end of the file
     */
    static boolean startsMessage(byte[] bytes, int at, int end) {
        int lineEnd = lineEnd(bytes, at, end);
        if (!isFrom(bytes, at, end) || !namesTime(bytes, at, lineEnd)) {
            return false;
        }
        int next = Math.min(lineEnd + 1, end);
        return isBlankLine(bytes, next, end)
                || isHeaderField(bytes, next, end)
                || isQuoted(bytes, next, end);
    }

    /**
     * Whether the line at {@code at} is just what Pipermail writes between two messages: {@code
     * From user at host Thu Jan 1 00:00:00 1970}, then the fields {@code From} and {@code Date}.
     */
    static boolean isPipermail(byte[] bytes, int at, int end) {
        int lineEnd = lineEnd(bytes, at, end);
        int textEnd = textEnd(bytes, at, lineEnd);
        int date = textEnd - ASCTIME;
        int sender = at + FromSearch.LENGTH;
        if (!isFrom(bytes, at, end)
                || date < sender + 3
                || bytes[date - 1] != ' '
                || bytes[date - 2] != ' '
                || !isAsctime(bytes, date)
                || !isPipermailSender(bytes, sender, date - 2)) {
            return false;
        }
        int field = lineEnd + 1;
        if (!startsWith(bytes, field, end, FROM_FIELD)) {
            return false;
        }
        do {
            field = lineEnd(bytes, field, end) + 1;
        } while (field < end && isBlank(bytes[field]));
        return startsWith(bytes, field, end, DATE_FIELD);
    }

    /**
     * Whether the line at {@code at} was masked as Pipermail masks all text, but is none that
     * Pipermail wrote: no field {@code From} stands below it.
     */
    static boolean isMaskedText(byte[] bytes, int at, int end) {
        int lineEnd = lineEnd(bytes, at, end);
        int word = at + FromSearch.LENGTH;
        while (word < lineEnd && bytes[word] != ' ') {
            word++;
        }
        return startsWith(bytes, word, lineEnd, MASK)
                && !startsWith(bytes, lineEnd + 1, end, FROM_FIELD);
    }

    /**
     * Whether the line at {@code at} is just what git puts before a patch: {@code From}, a commit
     * or {@code nobody}, and one date for all of them.
     */
    static boolean isPatch(byte[] bytes, int at, int end) {
        int textEnd = textEnd(bytes, at, lineEnd(bytes, at, end));
        int date = textEnd - DATE_OF_PATCHES.length;
        int word = at + FromSearch.LENGTH;
        while (word < date && bytes[word] > ' ' && bytes[word] != '@') {
            word++;
        }
        return word == date && startsWith(bytes, date, textEnd, DATE_OF_PATCHES);
    }

    /**
     * Whether the line at {@code at} is just what Netscape writes, and Mozilla after it: {@code
     * From - Thu Jan 01 00:00:00 1970}, at first without the time.
     */
    static boolean isNetscape(byte[] bytes, int at, int end) {
        int textEnd = textEnd(bytes, at, lineEnd(bytes, at, end));
        int dash = at + NETSCAPE.length;
        boolean timed =
                textEnd == dash + 1 + ASCTIME && bytes[dash] == ' ' && isAsctime(bytes, dash + 1);
        return startsWith(bytes, at, end, NETSCAPE) && (textEnd == dash || timed);
    }

    /**
     * Whether {@code From } stands at {@code at}, and is not the field with a blank before its
     * colon (RFC 5322 §4.5.2).
     */
    static boolean isFrom(byte[] bytes, int at, int end) {
        return startsWith(bytes, at, end, FROM) && !isHeaderField(bytes, at, end);
    }

    /** What the line at {@code at} says after {@code From }: sender and date. */
    static String envelope(byte[] bytes, int at, int end) {
        int from = at + FromSearch.LENGTH;
        int to = textEnd(bytes, from, lineEnd(bytes, at, end));
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** The same for the line that ends right before {@code end}; empty when it is no From line. */
    static String envelopeBefore(byte[] bytes, int end) {
        int line = Math.max(0, end - 1);
        while (line > 0 && bytes[line - 1] != '\n') {
            line--;
        }
        if (line == 0 && startsWith(bytes, 0, end, MboxScanner.BYTE_ORDER_MARK)) {
            line = MboxScanner.BYTE_ORDER_MARK.length;
        }
        return isFrom(bytes, line, end) ? envelope(bytes, line, end) : "";
    }

    /** At most {@code length} characters of the line at {@code at}, for people. */
    static String text(byte[] bytes, int at, int length) {
        int to = Math.min(lineEnd(bytes, at, bytes.length), at + length);
        return new String(bytes, at, to - at, StandardCharsets.US_ASCII)
                .replaceAll("\\p{Cntrl}", " ")
                .strip();
    }

    /** Whether a header field ({@code name:}, RFC 5322 §2.2) stands at {@code at}. */
    static boolean isHeaderField(byte[] bytes, int at, int end) {
        int i = at;
        while (i < end && bytes[i] > ' ' && bytes[i] != 127 && bytes[i] != ':') {
            i++;
        }
        if (i == at) {
            return false;
        }
        while (i < end && isBlank(bytes[i])) {
            i++;
        }
        return i < end && bytes[i] == ':';
    }

    /** Whether the line at {@code at} is empty, or the bytes end there. */
    static boolean isBlankLine(byte[] bytes, int at, int end) {
        return at >= end
                || bytes[at] == '\n'
                || (bytes[at] == '\r' && at + 1 < end && bytes[at + 1] == '\n');
    }

    /** The index of the line feed that ends the line at {@code at}; {@code end} without one. */
    static int lineEnd(byte[] bytes, int at, int end) {
        return ByteSearch.indexOf((byte) '\n', bytes, at, end);
    }

    private static int textEnd(byte[] bytes, int from, int lineEnd) {
        int to = lineEnd;
        while (to > from && bytes[to - 1] <= ' ' && bytes[to - 1] >= 0) {
            to--;
        }
        return to;
    }

    /** Whether a quoted From line stands at {@code at}. */
    static boolean isQuoted(byte[] bytes, int at, int end) {
        int i = at;
        while (i < end && bytes[i] == '>') {
            i++;
        }
        return i > at && startsWith(bytes, i, end, FROM);
    }

    private static boolean namesTime(byte[] bytes, int from, int to) {
        if (to - from >= LONGEST) {
            return false;
        }
        boolean month = false;
        boolean time = false;
        boolean year = false;
        int i = from + FromSearch.LENGTH;
        while (i < to) {
            while (i < to && isSeparator(bytes[i])) {
                i++;
            }
            int word = i;
            while (i < to && !isSeparator(bytes[i])) {
                i++;
            }
            month |= i - word == 3 && isOneOf(MONTHS, bytes, word);
            time |= isTimeOfDay(bytes, word, i);
            year |= isYear(bytes, word, i);
        }
        return month && time && year;
    }

    private static boolean isSeparator(byte b) {
        return b == ' ' || b == '\t' || b == ',' || b == '\r';
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }

    private static boolean isOneOf(byte[] names, byte[] bytes, int at) {
        for (int i = 0; i < names.length; i += 3) {
            if (isSameLetter(names[i], bytes[at])
                    && isSameLetter(names[i + 1], bytes[at + 1])
                    && isSameLetter(names[i + 2], bytes[at + 2])) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSameLetter(byte letter, byte other) {
        return ((letter ^ other) & ~0x20) == 0;
    }

    /** {@code 9:05}, {@code 09:05}, {@code 09:05:00}. */
    private static boolean isTimeOfDay(byte[] bytes, int from, int to) {
        int colon = to - from > 2 && bytes[from + 1] == ':' ? from + 1 : from + 2;
        if (to - colon != 3 && to - colon != 6) {
            return false;
        }
        for (int i = from; i < to; i++) {
            boolean colonHere = i == colon || i == colon + 3;
            if (colonHere ? bytes[i] != ':' : !isDigit(bytes[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isYear(byte[] bytes, int from, int to) {
        return to - from == 4
                && ((bytes[from] == '1' && bytes[from + 1] == '9')
                        || (bytes[from] == '2' && bytes[from + 1] == '0'))
                && isDigit(bytes[from + 2])
                && isDigit(bytes[from + 3]);
    }

    /** {@code Thu Jan 1 00:00:00 1970}. */
    private static boolean isAsctime(byte[] bytes, int at) {
        return isOneOf(DAYS, bytes, at)
                && bytes[at + 3] == ' '
                && isOneOf(MONTHS, bytes, at + 4)
                && bytes[at + 7] == ' '
                && (bytes[at + 8] == ' ' || isDigit(bytes[at + 8]))
                && isDigit(bytes[at + 9])
                && bytes[at + 10] == ' '
                && isTimeOfDay(bytes, at + 11, at + 19)
                && bytes[at + 19] == ' '
                && isYear(bytes, at + 20, at + 24);
    }

    /** {@code user at host}, or {@code user@host}. */
    private static boolean isPipermailSender(byte[] bytes, int from, int to) {
        int words = 0;
        int i = from;
        while (i < to) {
            int word = i;
            while (i < to && bytes[i] != ' ') {
                i++;
            }
            words++;
            boolean at = i - word == 2 && bytes[word] == 'a' && bytes[word + 1] == 't';
            if (i == word || words > 3 || at != (words == 2)) {
                return false;
            }
            i++;
        }
        return words == 1 || words == 3;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    static boolean startsWith(byte[] bytes, int at, int end, byte[] prefix) {
        if (end - at < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if (bytes[at + i] != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
