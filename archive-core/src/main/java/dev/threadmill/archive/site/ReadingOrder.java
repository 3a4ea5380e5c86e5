package dev.threadmill.archive.site;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The order in which people look for a name or a subject: regardless of case, of accents, and of
 * quotes and brackets before the first letter. The same in every locale.
 */
public final class ReadingOrder {

    private ReadingOrder() {}

    /** What to compare instead of the text itself; empty when it has no letter and no digit. */
    public static String key(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder key = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); ) {
            int point = plain.codePointAt(i);
            i += Character.charCount(point);
            boolean counts = Character.isLetterOrDigit(point) || !key.isEmpty();
            if (counts && Character.getType(point) != Character.NON_SPACING_MARK) {
                key.appendCodePoint(point);
            }
        }
        return key.toString().toLowerCase(Locale.ROOT);
    }

    /** The letter from {@code A} to {@code Z} under which a key is found; {@code #} for others. */
    public static char letter(String key) {
        char first = key.isEmpty() ? '#' : key.charAt(0);
        return first >= 'a' && first <= 'z' ? (char) (first - 'a' + 'A') : '#';
    }
}
