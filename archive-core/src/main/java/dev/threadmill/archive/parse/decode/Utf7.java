package dev.threadmill.archive.parse.decode;

/**
 * UTF-7 (RFC 2152): {@code +AOk-} is an é. What is malformed stands as it came; a shifted run that
 * ends within a character loses its last bits.
 */
final class Utf7 {

    private Utf7() {}

    static String decode(byte[] bytes, int from, int to) {
        StringBuilder text = new StringBuilder(to - from);
        int i = from;
        while (i < to) {
            byte b = bytes[i++];
            if (b != '+') {
                text.append((char) (b & 0xff));
            } else if (i < to && bytes[i] == '-') {
                text.append('+');
                i++;
            } else {
                i = decodeRun(bytes, i, to, text);
            }
        }
        return text.toString();
    }

    /** Decodes the base64 of UTF-16 from {@code from} on; returns where the run ended. */
    private static int decodeRun(byte[] bytes, int from, int to, StringBuilder text) {
        int bits = 0;
        int count = 0;
        int i = from;
        int start = text.length();
        while (i < to && Base64Decoder.value(bytes[i]) >= 0) {
            bits = (bits << 6) | Base64Decoder.value(bytes[i++]);
            count += 6;
            if (count >= 16) {
                count -= 16;
                text.append((char) (bits >>> count));
                bits &= (1 << count) - 1;
            }
        }
        if (i == from) {
            text.append('+');
        } else if (i < to && bytes[i] == '-') {
            i++;
        }
        dropHalves(text, start);
        return i;
    }

    /** Surrogates without their other half are no characters. */
    private static void dropHalves(StringBuilder text, int start) {
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair =
                    Character.isHighSurrogate(c)
                            && i + 1 < text.length()
                            && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                i++;
            } else if (Character.isSurrogate(c)) {
                text.setCharAt(i, '\uFFFD');
            }
        }
    }
}
