package dev.threadmill.archive.parse.decode;

import java.nio.charset.Charset;
import java.util.Locale;

/**
 * Chinese in seven bits as the newsgroups of the nineties had it (RFC 1843), which no Java platform
 * decodes: GB 2312 without its high bits stands between <code>~{</code> and <code>~}</code>. What
 * is left open ends with its line.
 */
final class Hz {

    private static final Charset GB = Charset.forName("GB18030");

    private Hz() {}

    /** Whether this is the charset's name. */
    static boolean isNamed(String declared) {
        String name = declared.toLowerCase(Locale.ROOT);
        return name.equals("hz-gb-2312") || name.equals("hz");
    }

    static String decode(byte[] bytes, int from, int to) {
        byte[] gb = new byte[to - from];
        int length = 0;
        boolean chinese = false;
        int i = from;
        while (i < to) {
            byte b = bytes[i];
            byte next = i + 1 < to ? bytes[i + 1] : 0;
            chinese &= b != '\n';
            if (b == '~' && next == (chinese ? '}' : '{')) {
                chinese = !chinese;
                i += 2;
            } else if (!chinese && b == '~' && (next == '~' || next == '\n')) {
                // A tilde is written twice, and a line goes on where one ends it.
                gb[length] = '~';
                length += next == '~' ? 1 : 0;
                i += 2;
            } else if (chinese && b > ' ' && next > ' ') {
                gb[length++] = (byte) (b | 0x80);
                gb[length++] = (byte) (next | 0x80);
                i += 2;
            } else {
                gb[length++] = b;
                i++;
            }
        }
        return new String(gb, 0, length, GB);
    }
}
