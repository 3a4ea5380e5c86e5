package dev.threadmill.archive.mail;

/** RFC 4648 §6 in lower case and without padding: file names that no file system confuses. */
final class Base32 {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

    private Base32() {}

    static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder((bytes.length * 8 + 4) / 5);
        int bits = 0;
        int count = 0;
        for (byte b : bytes) {
            bits = (bits << 8) | (b & 0xff);
            count += 8;
            while (count >= 5) {
                count -= 5;
                text.append(ALPHABET.charAt((bits >>> count) & 31));
            }
            bits &= (1 << count) - 1;
        }
        if (count > 0) {
            text.append(ALPHABET.charAt((bits << (5 - count)) & 31));
        }
        return text.toString();
    }
}
