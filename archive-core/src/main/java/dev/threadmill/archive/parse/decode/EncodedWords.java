package dev.threadmill.archive.parse.decode;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Encoded words (RFC 2047) in the text of a header, in all the forms mail has them: with blanks
 * inside, glued to their neighbours, with a language (RFC 2231 §5), with padding missing, and with
 * a character split between two of them. What is not one stands as it came.
 */
public final class EncodedWords {

    private static final int LONGEST_CHARSET = 60;

    private final String text;

    /** The first {@code ?=} not before the place last asked for; remembered to stay linear. */
    private int terminator = -1;

    /** The encoded words of a text, to be asked for one by one. */
    public EncodedWords(String text) {
        this.text = text;
    }

    /** The text with its encoded words decoded; may hold any character. */
    public static String decode(String text) {
        return text.contains("=?") ? new EncodedWords(text).decode() : text;
    }

    /** The charsets that the encoded words of a text name, in lower case. */
    public static List<String> charsets(String text) {
        List<String> charsets = new ArrayList<>();
        EncodedWords words = new EncodedWords(text);
        int at = text.indexOf("=?");
        while (at >= 0) {
            Word word = words.word(at);
            if (word != null) {
                charsets.add(word.charset);
            }
            at = text.indexOf("=?", word == null ? at + 2 : word.end);
        }
        return charsets;
    }

    /**
     * Where the encoded word ends that starts at {@code start}; -1 where none does. Ask in
     * ascending order.
     */
    public int end(int start) {
        Word word = word(start);
        return word == null ? -1 : word.end;
    }

    private record Word(String charset, boolean base64, int from, int to, int end) {}

    private String decode() {
        StringBuilder decoded = new StringBuilder(text.length());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String charset = "";
        boolean open = false;
        int copied = 0;
        int at = text.indexOf("=?");
        while (at >= 0) {
            Word word = word(at);
            if (word == null) {
                at = text.indexOf("=?", at + 2);
                continue;
            }
            boolean adjacent = open && isBlank(copied, at);
            if (open && !(adjacent && word.charset.equals(charset))) {
                decoded.append(TextDecoder.decode(bytes.toByteArray(), charset).text());
                bytes.reset();
            }
            if (!adjacent) {
                decoded.append(text, copied, at);
            }
            charset = word.charset;
            append(word, bytes);
            open = true;
            copied = word.end;
            at = text.indexOf("=?", copied);
        }
        if (open) {
            decoded.append(TextDecoder.decode(bytes.toByteArray(), charset).text());
        }
        return decoded.append(text, copied, text.length()).toString();
    }

    private @Nullable Word word(int start) {
        int charsetStart = start + 2;
        int mark = charsetStart;
        int farthest = Math.min(text.length(), charsetStart + LONGEST_CHARSET);
        while (mark < farthest && text.charAt(mark) > ' ' && "?=".indexOf(text.charAt(mark)) < 0) {
            mark++;
        }
        int from = mark + 3;
        if (from > text.length() || text.charAt(mark) != '?' || text.charAt(mark + 2) != '?') {
            return null;
        }
        char encoding = text.charAt(mark + 1);
        boolean base64 = encoding == 'B' || encoding == 'b';
        if (!base64 && encoding != 'Q' && encoding != 'q') {
            return null;
        }
        if (terminator < from) {
            int next = text.indexOf("?=", from);
            terminator = next < 0 ? Integer.MAX_VALUE : next;
        }
        int nested = text.indexOf("=?", from);
        if (terminator == Integer.MAX_VALUE || (nested >= 0 && nested + 1 < terminator)) {
            return null;
        }
        String charset = text.substring(charsetStart, mark).toLowerCase(Locale.ROOT);
        int language = charset.indexOf('*');
        charset = language < 0 ? charset : charset.substring(0, language);
        return new Word(charset, base64, from, terminator, terminator + 2);
    }

    private void append(Word word, ByteArrayOutputStream bytes) {
        if (word.base64) {
            byte[] ascii = text.substring(word.from, word.to).getBytes(StandardCharsets.US_ASCII);
            bytes.writeBytes(Base64Decoder.decode(ascii, 0, ascii.length));
            return;
        }
        int i = word.from;
        while (i < word.to) {
            char c = text.charAt(i);
            int hex =
                    c == '=' && i + 2 < word.to ? hex(text.charAt(i + 1), text.charAt(i + 2)) : -1;
            if (hex >= 0) {
                bytes.write(hex);
                i += 3;
            } else if (c < 0x80) {
                bytes.write(c == '_' ? ' ' : c);
                i++;
            } else {
                int next = text.offsetByCodePoints(i, 1);
                Charset charset = Charsets.named(word.charset);
                Charset encodable =
                        charset == null || !charset.canEncode() ? StandardCharsets.UTF_8 : charset;
                bytes.writeBytes(text.substring(i, next).getBytes(encodable));
                i = next;
            }
        }
    }

    /** The byte that two hexadecimal digits stand for; -1 when one of them is none. */
    static int hex(char high, char low) {
        int h = high < 0x80 ? Character.digit(high, 16) : -1;
        int l = low < 0x80 ? Character.digit(low, 16) : -1;
        return h < 0 || l < 0 ? -1 : h * 16 + l;
    }

    private boolean isBlank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) > ' ') {
                return false;
            }
        }
        return true;
    }
}
