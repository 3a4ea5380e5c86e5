package dev.threadmill.archive.mail;

/**
 * Finds addresses in the base64 that stands in text: keys, parts of messages quoted as they were
 * sent, parameters of URLs. Lines that are full of it are taken together.
 */
final class Base64Runs {

    /** What is shorter has no room for an address worth hiding. */
    private static final int SHORTEST = 12;

    /** Lines from this length on go on in the next one. */
    private static final int LINE = 40;

    private static final int[] VALUES = new int[0x80];

    static {
        java.util.Arrays.fill(VALUES, -1);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < alphabet.length(); i++) {
            VALUES[alphabet.charAt(i)] = i;
        }
    }

    private final String text;

    /** Up to here all has been looked at. */
    private int done;

    Base64Runs(String text) {
        this.text = text;
    }

    /** Where the base64 ends that starts at {@code from} and holds an address; else -1. */
    int endOfAddress(int from) {
        if (from < done || !isIn(from)) {
            return -1;
        }
        StringBuilder run = new StringBuilder();
        int end = from;
        int i = from;
        while (isIn(i)) {
            int line = i;
            while (isIn(i)) {
                i++;
            }
            run.append(text, line, i);
            end = i;
            boolean full = i - line >= LINE && i < text.length() && isLineEnd(i);
            if (full) {
                i = QuotePrefix.end(text, text.indexOf('\n', i) + 1);
            }
        }
        done = end;
        if (run.length() < SHORTEST || !holdsAddress(run)) {
            return -1;
        }
        while (end < text.length() && text.charAt(end) == '=') {
            end++;
        }
        done = end;
        return end;
    }

    private boolean isIn(int i) {
        return i < text.length() && text.charAt(i) < 0x80 && VALUES[text.charAt(i)] >= 0;
    }

    private boolean isLineEnd(int i) {
        return text.charAt(i) == '\n' || text.startsWith("\r\n", i);
    }

    /** Nobody knows where in a run its first group of four starts. */
    private static boolean holdsAddress(CharSequence run) {
        for (int shift = 0; shift < 4; shift++) {
            if (holdsAddress(decode(run, shift))) {
                return true;
            }
        }
        return false;
    }

    private static byte[] decode(CharSequence run, int from) {
        byte[] bytes = new byte[(run.length() - from) * 3 / 4];
        int bits = 0;
        int count = 0;
        int length = 0;
        for (int i = from; i < run.length() && length < bytes.length; i++) {
            bits = ((bits << 6) | VALUES[run.charAt(i)]) & 0xffffff;
            count += 6;
            if (count >= 8) {
                count -= 8;
                bytes[length++] = (byte) (bits >> count);
            }
        }
        return bytes;
    }

    private static boolean holdsAddress(byte[] bytes) {
        for (int at = 1; at < bytes.length; at++) {
            if (bytes[at] == '@' && isWord(bytes[at - 1]) && isHost(bytes, at + 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHost(byte[] bytes, int from) {
        int dot = -1;
        int i = from;
        while (i < bytes.length && (isWord(bytes[i]) || bytes[i] == '.' || bytes[i] == '-')) {
            dot = bytes[i] == '.' && i > from && i + 2 < bytes.length ? i : dot;
            i++;
        }
        return dot > 0 && isLetter(bytes[dot + 1]) && isLetter(bytes[dot + 2]);
    }

    private static boolean isWord(byte b) {
        return isLetter(b) || (b >= '0' && b <= '9') || b == '_' || b == '+';
    }

    private static boolean isLetter(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
    }
}
