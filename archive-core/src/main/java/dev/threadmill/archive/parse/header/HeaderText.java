package dev.threadmill.archive.parse.header;

import dev.threadmill.archive.parse.decode.Controls;
import dev.threadmill.archive.parse.decode.EncodedWords;
import dev.threadmill.archive.parse.decode.MailCharset;
import dev.threadmill.archive.parse.decode.TextDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The fields of a header as text: unfolded, and with raw 8-bit bytes decoded. */
public final class HeaderText {

    /** What is longer in a header is cut. */
    static final int LONGEST_LINE = 10_000;

    private final Header header;
    private @Nullable String charset;
    private @Nullable Charset ofMail;
    private boolean mailRead;

    public HeaderText(Header header) {
        this.header = header;
    }

    /** The first field of this kind; empty without one. */
    public String first(Field field) {
        int index = header.first(field);
        return index < 0 ? "" : line(index);
    }

    /** The first field of this kind as it was written, unfolded; empty without one. */
    public String firstRaw(Field field) {
        int index = header.first(field);
        return index < 0 ? "" : raw(index);
    }

    /** A field for people: encoded words decoded, on one line, cut at 10,000 characters. */
    String line(int index) {
        return cut(Controls.inLine(EncodedWords.decode(raw(index))));
    }

    /** A field as it was written, on one line and without blanks at its ends. */
    public String raw(int index) {
        return raw(header.start(index), header.end(index));
    }

    /** The text of these bytes of the header, unfolded. */
    public String raw(int from, int to) {
        byte[] bytes = header.bytes();
        int start = from;
        while (start < to && isBlank(bytes[start])) {
            start++;
        }
        int end = to;
        while (end > start && isBlank(bytes[end - 1])) {
            end--;
        }
        if (isPlain(bytes, start, end)) {
            return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
        }
        byte[] unfolded = new byte[end - start];
        int length = unfold(bytes, start, end, unfolded);
        return length >= 0
                ? new String(unfolded, 0, length, StandardCharsets.ISO_8859_1)
                : unfold(TextDecoder.decodeHeader(bytes, start, end, charset(start), this::ofMail));
    }

    /** {@code text} when it is not overlong; else its beginning. */
    static String cut(String text) {
        if (text.length() <= LONGEST_LINE) {
            return text;
        }
        boolean inPair = Character.isHighSurrogate(text.charAt(LONGEST_LINE - 1));
        return text.substring(0, inPair ? LONGEST_LINE - 1 : LONGEST_LINE);
    }

    /** What the body declares; a header that breaks the rules mostly breaks them in the same. */
    private String charset(int readingAt) {
        if (charset == null) {
            int type = header.first(Field.CONTENT_TYPE);
            charset = "";
            if (type >= 0 && !(header.start(type) <= readingAt && readingAt < header.end(type))) {
                charset = ParameterValue.parse(raw(type)).get("charset");
            }
        }
        return charset;
    }

    /** What the message shows to be its charset; looked for once, and only where nothing says. */
    private @Nullable Charset ofMail() {
        if (!mailRead) {
            mailRead = true;
            ofMail = MailCharset.of(header.bytes(), header.bodyStart());
        }
        return ofMail;
    }

    /** Line breaks and the blanks around them become one blank. */
    private static String unfold(String text) {
        if (text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
            return text;
        }
        StringBuilder unfolded = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                while (i < text.length()
                        && text.charAt(i) <= ' '
                        && isBlank((byte) text.charAt(i))) {
                    i++;
                }
                unfolded.append(' ');
            } else {
                unfolded.append(c);
                i++;
            }
        }
        return unfolded.toString();
    }

    /**
     * Puts the bytes into {@code unfolded}, with one blank for each line break and the blanks
     * around it; how many they are then, or -1 where they have to be decoded first.
     */
    private static int unfold(byte[] bytes, int from, int to, byte[] unfolded) {
        int length = 0;
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            if (b == '\n' || b == '\r') {
                while (i + 1 < to && isBlank(bytes[i + 1])) {
                    i++;
                }
                b = ' ';
            } else if (b < ' ' && b != '\t') {
                return -1;
            }
            unfolded[length++] = b;
        }
        return length;
    }

    private static boolean isPlain(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < ' ') {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || b == '\n' || b == '\r';
    }
}
