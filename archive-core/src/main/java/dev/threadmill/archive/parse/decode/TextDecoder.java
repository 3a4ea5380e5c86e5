package dev.threadmill.archive.parse.decode;

import dev.threadmill.archive.mail.ByteSearch;
import dev.threadmill.archive.mail.C1;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of mail as text: in the charset they declare when they keep to it, else in the first of
 * UTF-8, ISO-2022-JP and -KR, UTF-8 with a few stray bytes, the language of a declared charset of
 * seven bits, an alphabet of its own, Japanese, Korean and Chinese that fits without a flaw, else
 * in the one they declare when hardly a byte is illegal there, or the one that is likely where they
 * declare none, else in windows-1252. Anything keeps to that one and others of single bytes: what
 * declares them may still be UTF-8 without a flaw, and what declares windows-1252, text of another
 * script beyond doubt. What the platform would take for its default never matters.
 */
public final class TextDecoder {

    private static final char UNDECODABLE = '\uFFFD';
    private static final byte ESCAPE = 0x1b;
    private static final String KOREAN = "\u001b$)C";

    /** Fewer characters than these do not prove a charset that was declared and not kept to. */
    private static final int FEWEST = 4;

    /** From here on nearly all characters of windows-1252 are letters. */
    private static final int FIRST_LETTER = 0xc0;

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final @Nullable Charset ISO_2022_JP = Charsets.named("iso-2022-jp");
    private static final @Nullable Charset ISO_2022_KR = Charsets.named("iso-2022-kr");

    private TextDecoder() {}

    /**
     * Text, and the charset that was guessed for it.
     *
     * @param guessed empty where the text is in the charset it declares, or all of it ASCII
     */
    public record Decoded(String text, String guessed) {}

    /** The text of bytes, by the name of the charset that they declare; empty without one. */
    public static Decoded decode(byte[] bytes, String declared) {
        return decode(bytes, 0, bytes.length, declared);
    }

    /**
     * The text of bytes that may declare nothing.
     *
     * @param likely the charset of single bytes that it is in when nothing else shows; null when
     *     none is more likely than windows-1252
     */
    public static Decoded decode(byte[] bytes, String declared, @Nullable Charset likely) {
        return decode(bytes, 0, bytes.length, declared, likely);
    }

    /** The text of {@code bytes[from..to)}. */
    public static Decoded decode(byte[] bytes, int from, int to, String declared) {
        return decode(bytes, from, to, declared, null);
    }

    private static Decoded decode(
            byte[] bytes, int from, int to, String declared, @Nullable Charset likely) {
        if (ByteSearch.isAscii(bytes, from, to)) {
            return decodeAscii(bytes, from, to, declared);
        }
        Decoded decoded = decodeHigh(bytes, from, to, declared, likely);
        return new Decoded(C1.undone(decoded.text()), decoded.guessed());
    }

    private static Decoded decodeHigh(
            byte[] bytes, int from, int to, String declared, @Nullable Charset likely) {
        Charset charset = named(declared, bytes, from, to);
        if (charset != null) {
            Decoded other = againstItsWord(bytes, from, to, charset);
            String text = other == null ? strictly(bytes, from, to, charset) : null;
            if (other != null || text != null) {
                return other != null ? other : new Decoded(text, "");
            }
        }
        Decoded guess = guess(bytes, from, to, charset, likely);
        if (charset != null && guess.guessed().equals(WINDOWS_1252.name())) {
            String text = nearly(bytes, from, to, charset);
            return text == null ? guess : new Decoded(text, damaged(charset));
        }
        return guess;
    }

    /** What is beyond doubt something else than a charset in which all bytes are legal; or null. */
    private static @Nullable Decoded againstItsWord(
            byte[] bytes, int from, int to, Charset declared) {
        if (!Charsets.isOfSingleBytes(declared)) {
            return null;
        }
        String text = strictly(bytes, from, to, StandardCharsets.UTF_8);
        if (text != null) {
            return new Decoded(text, "UTF-8");
        }
        return declared.equals(WINDOWS_1252) ? otherScript(bytes, from, to) : null;
    }

    /**
     * The text of a header's bytes, where UTF-8 goes before what the body declares, and what the
     * mail shows to be its charset before what a few words seem to be.
     *
     * @param mail says what {@link MailCharset} found
     */
    public static String decodeHeader(
            byte[] bytes, int from, int to, String declared, Supplier<@Nullable Charset> mail) {
        String text = null;
        if (!ByteSearch.isAscii(bytes, from, to)) {
            text = strictly(bytes, from, to, StandardCharsets.UTF_8);
            text = text == null ? asTheMail(bytes, from, to, declared, mail) : text;
        }
        return text == null ? decode(bytes, from, to, declared).text() : C1.undone(text);
    }

    /** The text in what the mail shows, where nothing else is declared that tells; or null. */
    private static @Nullable String asTheMail(
            byte[] bytes, int from, int to, String declared, Supplier<@Nullable Charset> mail) {
        Charset charset = named(declared, bytes, from, to);
        boolean open = charset == null || charset.equals(WINDOWS_1252);
        Charset shown = open && !isWestern(bytes, from, to) ? mail.get() : null;
        return shown == null ? null : strictly(bytes, from, to, shown);
    }

    /** Whether letters of windows-1252 stand one by one among those of ASCII, as in Latin words. */
    private static boolean isWestern(byte[] bytes, int from, int to) {
        int high = 0;
        int alone = 0;
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0) {
                high++;
                byte before = i > from ? bytes[i - 1] : 0;
                byte after = i + 1 < to ? bytes[i + 1] : 0;
                boolean inWord = isAsciiLetter(before) || isAsciiLetter(after);
                boolean letter = (bytes[i] & 0xff) >= FIRST_LETTER;
                alone += letter && inWord && before >= 0 && after >= 0 ? 1 : 0;
            }
        }
        return alone * 2 > high;
    }

    private static boolean isAsciiLetter(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
    }

    /** Whether bytes are UTF-8, or ASCII. */
    static boolean isUtf8(byte[] bytes, int from, int to) {
        return ByteSearch.isAscii(bytes, from, to)
                || strictly(bytes, from, to, StandardCharsets.UTF_8) != null;
    }

    private static Decoded decodeAscii(byte[] bytes, int from, int to, String declared) {
        if (Charsets.isUtf7(declared)) {
            return new Decoded(Utf7.decode(bytes, from, to), "");
        }
        if (Hz.isNamed(declared)) {
            return new Decoded(Hz.decode(bytes, from, to), "");
        }
        boolean escapes = ByteSearch.indexOf(ESCAPE, bytes, from, to) < to;
        boolean wide = ByteSearch.indexOf((byte) 0, bytes, from, to) < to;
        if (escapes || wide) {
            Charset charset = named(declared, bytes, from, to);
            String text = charset == null ? null : strictly(bytes, from, to, charset);
            if (text != null && text.indexOf(ESCAPE) < 0) {
                return new Decoded(text, "");
            }
            Charset guess = escapes ? sevenBits(bytes, from, to) : null;
            text = guess == null ? null : strictly(bytes, from, to, guess);
            if (guess != null && text != null && text.indexOf(ESCAPE) < 0) {
                return new Decoded(text, Charsets.label(guess));
            }
        }
        if (escapes && ISO_2022_JP != null) {
            String text = Iso2022Jp.decodeLines(bytes, from, to, ISO_2022_JP);
            if (text != null) {
                return new Decoded(text, damaged(ISO_2022_JP));
            }
        }
        return new Decoded(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1), "");
    }

    /** Korean says once where it begins what it is (RFC 1557), Japanese at each of its runs. */
    private static @Nullable Charset sevenBits(byte[] bytes, int from, int to) {
        String raw = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        return raw.contains(KOREAN) ? ISO_2022_KR : ISO_2022_JP;
    }

    private static @Nullable Charset named(String declared, byte[] bytes, int from, int to) {
        Charset charset = Charsets.named(declared);
        boolean open = StandardCharsets.UTF_16.equals(charset);
        return open ? Utf16.order(bytes, from, to) : charset;
    }

    /** What a charset is called that a text keeps to but for a few bytes. */
    private static String damaged(Charset charset) {
        return "damaged " + Charsets.label(charset);
    }

    private static Decoded guess(
            byte[] bytes, int from, int to, @Nullable Charset declared, @Nullable Charset likely) {
        String text = strictly(bytes, from, to, StandardCharsets.UTF_8);
        if (text != null) {
            return new Decoded(text, "UTF-8");
        }
        text = MixedUtf8.decode(bytes, from, to);
        if (text != null) {
            return new Decoded(text, MixedUtf8.NAME);
        }
        Charset eightBits =
                declared == null ? null : EastAsianGuess.ofLanguage(declared, bytes, from, to);
        Decoded other = eightBits == null ? null : guessed(bytes, from, to, eightBits);
        other = other == null ? otherScript(bytes, from, to) : other;
        if (other == null && declared == null && likely != null) {
            other = guessed(bytes, from, to, likely);
        }
        return other == null
                ? new Decoded(windows1252(bytes, from, to), WINDOWS_1252.name())
                : other;
    }

    /** The text where it is of another script than Latin beyond doubt; else null. */
    private static @Nullable Decoded otherScript(byte[] bytes, int from, int to) {
        Charset charset = otherCharset(bytes, from, to);
        return charset == null ? null : guessed(bytes, from, to, charset);
    }

    /** The charset in which bytes are of another script than Latin beyond doubt; else null. */
    static @Nullable Charset otherCharset(byte[] bytes, int from, int to) {
        Charset charset = AlphabetGuess.of(bytes, from, to);
        return charset == null ? EastAsianGuess.of(bytes, from, to) : charset;
    }

    /** The text where it is without a flaw in a charset that was guessed; else null. */
    private static @Nullable Decoded guessed(byte[] bytes, int from, int to, Charset charset) {
        String text = strictly(bytes, from, to, charset);
        return text == null ? null : new Decoded(text, Charsets.label(charset));
    }

    /** The text when all bytes are legal in this charset; else null. */
    private static @Nullable String strictly(byte[] bytes, int from, int to, Charset charset) {
        // String's own decoders are several times as fast as a CharsetDecoder that reports; what
        // they could not decode is seen by the character they put in its place.
        String text = new String(bytes, from, to - from, charset);
        if (text.indexOf(UNDECODABLE) < 0) {
            return text;
        }
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /**
     * The text where hardly a byte is illegal in this charset: less than one for ten characters
     * that are not ASCII, or the last one, which was cut; else null.
     */
    private static @Nullable String nearly(byte[] bytes, int from, int to, Charset charset) {
        if (charset.equals(WINDOWS_1252)) {
            return null;
        }
        String text = new String(bytes, from, to - from, charset);
        int legal = 0;
        int illegal = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            legal += c >= 0x80 && c != UNDECODABLE ? 1 : 0;
            illegal += c == UNDECODABLE && i < text.length() - 1 ? 1 : 0;
        }
        return legal >= FEWEST && illegal * 10L <= legal ? text : null;
    }

    /** Its five undefined bytes become the control characters of ISO-8859-1 of the same code. */
    private static String windows1252(byte[] bytes, int from, int to) {
        String text = new String(bytes, from, to - from, WINDOWS_1252);
        if (text.indexOf(UNDECODABLE) < 0) {
            return text;
        }
        StringBuilder mapped = new StringBuilder(text);
        for (int i = 0; i < mapped.length(); i++) {
            if (mapped.charAt(i) == UNDECODABLE) {
                mapped.setCharAt(i, (char) (bytes[from + i] & 0xff));
            }
        }
        return mapped.toString();
    }
}
