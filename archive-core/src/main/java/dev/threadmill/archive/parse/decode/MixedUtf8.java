package dev.threadmill.archive.parse.decode;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Text in UTF-8 in which somebody quoted, cut or added something in another charset: patches by
 * people of the one in files by people of the other.
 */
final class MixedUtf8 {

    /** What it is called where a page says what was guessed. */
    static final String NAME = "UTF-8, in places windows-1252";

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private MixedUtf8() {}

    /** The text, where for each stray byte there are two characters in UTF-8; else null. */
    static @Nullable String decode(byte[] bytes, int from, int to) {
        int characters = 0;
        int strays = 0;
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0) {
                int length = length(bytes, i, to);
                characters += length > 0 ? 1 : 0;
                strays += length > 0 ? 0 : 1;
                i += length > 0 ? length - 1 : 0;
            }
        }
        return characters >= 2 * strays ? decoded(bytes, from, to) : null;
    }

    private static String decoded(byte[] bytes, int from, int to) {
        StringBuilder text = new StringBuilder(to - from);
        int run = from;
        for (int i = from; i < to; i++) {
            int length = bytes[i] < 0 ? length(bytes, i, to) : 1;
            if (length == 0) {
                text.append(new String(bytes, run, i - run, StandardCharsets.UTF_8));
                char stray = new String(bytes, i, 1, WINDOWS_1252).charAt(0);
                text.append(stray == '\uFFFD' ? (char) (bytes[i] & 0xff) : stray);
                run = i + 1;
            } else {
                i += length - 1;
            }
        }
        return text.append(new String(bytes, run, to - run, StandardCharsets.UTF_8)).toString();
    }

    /** How many bytes the character has that starts here (RFC 3629 §4); 0 when none does. */
    private static int length(byte[] bytes, int at, int to) {
        int lead = bytes[at] & 0xff;
        int length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
        if (lead < 0xc2 || lead > 0xf4 || at + length > to) {
            return 0;
        }
        int second = bytes[at + 1] & 0xff;
        int least = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
        int most = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
        if (second < least || second > most) {
            return 0;
        }
        for (int i = at + 2; i < at + length; i++) {
            if ((bytes[i] & 0xc0) != 0x80) {
                return 0;
            }
        }
        return length;
    }
}
