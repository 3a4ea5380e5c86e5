package dev.threadmill.archive.parse.decode;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Tells text in an alphabet of its own that declares no charset by its letters: a few of them make
 * up two thirds of any text, and at their places other scripts have other frequencies. It is in the
 * one of which it has the most.
 */
final class AlphabetGuess {

    /** Fewer letters than these prove nothing. */
    private static final int FEWEST = 8;

    /** The letters that KOI8-U has and KOI8-R has not. */
    private static final String UKRAINIAN = "\u00a4\u00a6\u00a7\u00ad\u00b4\u00b6\u00b7\u00bd";

    /** The capital with an accent that ISO-8859-7 has where windows-1253 has a pilcrow. */
    private static final String ALPHA = "\u00b6";

    private AlphabetGuess() {}

    /** The most frequent letters of a script, in lower case where it has one. */
    private enum Alphabet {
        KOI8_R("KOI8-R", "\u043e\u0435\u0430\u0438\u043d\u0442\u0441\u0440\u0432\u043b\u0456"),
        KOI8_U("KOI8-U", KOI8_R.letters),
        WINDOWS_1251("windows-1251", KOI8_R.letters),
        IBM866("IBM866", KOI8_R.letters),
        GREEK("windows-1253", "\u03b1\u03bf\u03b9\u03b5\u03c4\u03c3\u03bd\u03b7\u03c5\u03c1"),
        HEBREW("windows-1255", "\u05d9\u05d5\u05d4\u05dc\u05d0\u05de\u05e8\u05ea\u05d1\u05e9"),
        ARABIC("windows-1256", "\u0627\u0644\u064a\u0645\u0646\u0648\u0631\u062a\u0647\u0628"),
        THAI(
                "x-windows-874",
                "\u0e32\u0e19\u0e23\u0e01\u0e48\u0e40\u0e2d\u0e07\u0e21\u0e31\u0e49\u0e27\u0e35"
                        + "\u0e25\u0e17");

        private final String charset;
        private final String letters;

        /** The bytes of the letters, one a character. */
        private final String frequent;

        Alphabet(String charset, String letters) {
            this.charset = charset;
            this.letters = letters;
            boolean known = Charset.isSupported(charset);
            byte[] bytes = known ? letters.getBytes(Charset.forName(charset)) : new byte[0];
            this.frequent = new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    /** The charset in which the bytes are text of one script beyond doubt; else null. */
    static @Nullable Charset of(byte[] bytes, int from, int to) {
        int[] counts = new int[256];
        int high = 0;
        int inWords = 0;
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0) {
                high++;
                counts[bytes[i] & 0xff]++;
                boolean before = i > from && bytes[i - 1] < 0;
                boolean after = i + 1 < to && bytes[i + 1] < 0;
                inWords += before || after ? 1 : 0;
            }
        }
        // Western text has its high bytes one by one among ASCII letters.
        if (high < FEWEST || inWords * 10L < high * 8L) {
            return null;
        }
        // Lines drawn with the characters of a PC are one of them, over and over.
        if (Arrays.stream(counts).max().orElse(0) * 3L > high) {
            return null;
        }
        Alphabet best = null;
        int most = high / 2;
        for (Alphabet alphabet : Alphabet.values()) {
            int sum = sum(counts, alphabet.frequent);
            if (sum > most) {
                best = alphabet;
                most = sum;
            }
        }
        return best == null ? null : Charset.forName(variant(best, bytes, from, to));
    }

    /**
     * Charsets that differ in a few letters, at which the other one has a sign or the corner of a
     * frame: beside a letter they are letters.
     */
    private static String variant(Alphabet alphabet, byte[] bytes, int from, int to) {
        return switch (alphabet) {
            case KOI8_R, KOI8_U -> isInWords(UKRAINIAN, bytes, from, to) ? "KOI8-U" : "KOI8-R";
            case GREEK -> isInWords(ALPHA, bytes, from, to) ? "ISO-8859-7" : alphabet.charset;
            default -> alphabet.charset;
        };
    }

    private static boolean isInWords(String letters, byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            boolean beside =
                    (i > from && (bytes[i - 1] & 0xff) >= 0xc0)
                            || (i + 1 < to && (bytes[i + 1] & 0xff) >= 0xc0);
            if (beside && letters.indexOf(bytes[i] & 0xff) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static int sum(int[] counts, String letters) {
        int sum = 0;
        for (int i = 0; i < letters.length(); i++) {
            sum += counts[letters.charAt(i)];
        }
        return sum;
    }
}
