package dev.threadmill.archive.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes being written: a message, or a part of one. Lines end with {@code \n}. */
final class Text {

    private static final char[] BASE64 =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".toCharArray();

    private byte[] bytes = new byte[8192];
    private int length;

    void clear() {
        length = 0;
    }

    int length() {
        return length;
    }

    byte at(int index) {
        return bytes[index];
    }

    private void need(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }

    Text add(int octet) {
        need(1);
        bytes[length++] = (byte) octet;
        return this;
    }

    Text add(byte[] more) {
        need(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
        return this;
    }

    Text add(Text other, int from, int to) {
        need(to - from);
        System.arraycopy(other.bytes, from, bytes, length, to - from);
        length += to - from;
        return this;
    }

    Text add(Text other) {
        return add(other, 0, other.length);
    }

    /** Text as UTF-8. */
    Text add(String text) {
        int end = text.length();
        need(end);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                return add(text.substring(i).getBytes(StandardCharsets.UTF_8));
            }
            bytes[length++] = (byte) c;
        }
        return this;
    }

    Text line(String text) {
        return add(text).add('\n');
    }

    Text number(long number) {
        return add(Long.toString(number));
    }

    /** A number of at least two digits. */
    Text two(int number) {
        return add('0' + number / 10).add('0' + number % 10);
    }

    Text hex(Dice dice, int digits) {
        for (int i = 0; i < digits; i++) {
            add("0123456789abcdef".charAt(dice.below(16)));
        }
        return this;
    }

    /** Characters of base64 that mean nothing. */
    Text base64(Dice dice, int characters) {
        long bits = 0;
        for (int i = 0; i < characters; i++) {
            if (i % 10 == 0) {
                bits = dice.next();
            }
            add(BASE64[(int) (bits & 63)]);
            bits >>>= 6;
        }
        return this;
    }

    /** Where the line that begins at {@code start} ends: at its newline, or at the end of all. */
    int lineEnd(int start) {
        int end = start;
        while (end < length && bytes[end] != '\n') {
            end++;
        }
        return end;
    }

    boolean isAscii() {
        for (int i = 0; i < length; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    void writeTo(OutputStream out, int from, int to) throws IOException {
        out.write(bytes, from, to - from);
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
