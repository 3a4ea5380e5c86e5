package dev.threadmill.archive.parse;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * Tells Russian text that declares no charset by its letters: ten of them make up two thirds of any
 * text, and at their places other scripts have other frequencies.
 */
final class RussianGuess {

    /** The ten most frequent letters (о е а и н т с р в л) in lower case. */
    private static final String KOI8_R_LETTERS =
            "\u00cf\u00c5\u00c1\u00c9\u00ce\u00d4\u00d3\u00d2\u00d7\u00cc";

    private static final String WINDOWS_1251_LETTERS =
            "\u00ee\u00e5\u00e0\u00e8\u00ed\u00f2\u00f1\u00f0\u00e2\u00eb";

    /** Fewer letters than these prove nothing. */
    private static final int FEWEST = 8;

    private RussianGuess() {}

    /** KOI8-R or windows-1251 where the bytes are Russian in it beyond doubt; else null. */
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
        if (sum(counts, KOI8_R_LETTERS) * 2 > high) {
            return Charset.forName("KOI8-R");
        }
        if (sum(counts, WINDOWS_1251_LETTERS) * 2 > high) {
            return Charset.forName("windows-1251");
        }
        return null;
    }

    private static int sum(int[] counts, String letters) {
        int sum = 0;
        for (int i = 0; i < letters.length(); i++) {
            sum += counts[letters.charAt(i)];
        }
        return sum;
    }
}
