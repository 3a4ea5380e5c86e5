package dev.threadmill.archive.render.template;

import dev.threadmill.archive.body.Html;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Encodes a page in UTF-8 as it is written, into one array that the next page uses again. Not safe
 * for threads.
 */
public final class PageWriter extends Writer implements Html.Utf8 {

    private static final int USUAL = 1 << 16;
    private static final int USUAL_TEXT = 1 << 10;

    /** An array that one huge page needed is not kept for the small ones. */
    private static final int MOST_KEPT = 1 << 23;

    private byte[] bytes = new byte[USUAL];
    private int length;

    /** The text that is being escaped: an array is read faster than a string. */
    private char[] chars = new char[USUAL_TEXT];

    public void clear() {
        length = 0;
        if (bytes.length > MOST_KEPT) {
            bytes = new byte[USUAL];
        }
        if (chars.length > MOST_KEPT) {
            chars = new char[USUAL_TEXT];
        }
    }

    public int length() {
        return length;
    }

    /** What was written, until the next {@link #clear}. */
    public ByteBuffer content() {
        return ByteBuffer.wrap(bytes, 0, length);
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** A copy of what was written from {@code start} on, which is taken back. */
    public byte[] since(int start) {
        byte[] taken = Arrays.copyOfRange(bytes, start, length);
        length = start;
        return taken;
    }

    /** Appends bytes that are UTF-8 already. */
    @Override
    public void write(byte[] utf8, int from, int to) {
        reserve(to - from);
        System.arraycopy(utf8, from, bytes, length, to - from);
        length += to - from;
    }

    @Override
    public void write(int c) {
        reserve(3);
        if (c < 0x80) {
            bytes[length++] = (byte) c;
        } else {
            other((char) c);
        }
    }

    @Override
    public void write(char[] chars, int offset, int count) {
        reserve(count);
        byte[] to = bytes;
        int at = length;
        int end = offset + count;
        int i = offset;
        for (; i < end && chars[i] < 0x80; i++) {
            to[at++] = (byte) chars[i];
        }
        length = at;
        if (i < end) {
            write(new String(chars, i, end - i), 0, end - i);
        }
    }

    @Override
    public void write(String text) {
        write(text, 0, text.length());
    }

    @Override
    public void write(String text, int offset, int count) {
        int end = offset + count;
        int i = offset;
        while (i < end) {
            reserve(end - i);
            byte[] to = bytes;
            int at = length;
            for (char c; i < end && (c = text.charAt(i)) < 0x80; i++) {
                to[at++] = (byte) c;
            }
            length = at;
            if (i < end) {
                i += notAscii(text, i, end);
            }
        }
    }

    /** Writes text as {@link PageFormat} escapes it: what most of a page is, in one pass. */
    void escape(String text) {
        int end = text.length();
        if (end > chars.length) {
            chars = new char[end];
        }
        text.getChars(0, end, chars, 0);
        char[] from = chars;
        int i = 0;
        while (i < end) {
            reserve(end - i);
            byte[] to = bytes;
            int at = length;
            for (; i < end && PageFormat.isPlain(from[i]); i++) {
                to[at++] = (byte) from[i];
            }
            length = at;
            if (i < end) {
                i += notPlain(text, i, end);
            }
        }
    }

    /** Escapes one character, which may be a surrogate pair; returns how long it is. */
    private int notPlain(String text, int i, int end) {
        String instead = PageFormat.escaped(text.charAt(i));
        if (instead == null) {
            return notAscii(text, i, end);
        }
        write(instead, 0, instead.length());
        return 1;
    }

    @Override
    public Writer append(CharSequence text, int from, int to) {
        write(text.toString(), from, to - from);
        return this;
    }

    /** Writes one character that may be a surrogate pair; returns how long it is. */
    private int notAscii(String text, int i, int end) {
        reserve(4 + end - i);
        char c = text.charAt(i);
        if (!Character.isSurrogate(c)) {
            other(c);
            return 1;
        }
        if (i + 1 == end || !Character.isSurrogatePair(c, text.charAt(i + 1))) {
            other('\ufffd');
            return 1;
        }
        int point = Character.toCodePoint(c, text.charAt(i + 1));
        bytes[length++] = (byte) (0xf0 | (point >> 18));
        bytes[length++] = (byte) (0x80 | ((point >> 12) & 0x3f));
        bytes[length++] = (byte) (0x80 | ((point >> 6) & 0x3f));
        bytes[length++] = (byte) (0x80 | (point & 0x3f));
        return 2;
    }

    private void other(char c) {
        if (c < 0x800) {
            bytes[length++] = (byte) (0xc0 | (c >> 6));
        } else {
            bytes[length++] = (byte) (0xe0 | (c >> 12));
            bytes[length++] = (byte) (0x80 | ((c >> 6) & 0x3f));
        }
        bytes[length++] = (byte) (0x80 | (c & 0x3f));
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            int wanted = Math.addExact(length, more);
            bytes = Arrays.copyOf(bytes, Math.max(wanted, (int) Math.min(2L * length, 1L << 30)));
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
