package dev.threadmill.archive.parse.decode;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The charsets that mail names, by the names it uses. A charset that is in practice used for a
 * larger one is read as the larger one: what says ISO-8859-1 is windows-1252, what says GB2312 is
 * GB18030.
 */
public final class Charsets {

    /** Longer names than this are no names. */
    private static final int LONGEST_NAME = 60;

    /** Names that say nothing; the bytes have to speak for themselves. */
    private static final Set<String> NOT_DECLARED =
            Set.of(
                    "us-ascii",
                    "ascii",
                    "ansi_x3.4-1968",
                    "unknown",
                    "unknown-8bit",
                    "x-unknown",
                    "x-user-defined",
                    "_autodetect_all",
                    "_autodetect",
                    "default",
                    "default_charset",
                    "tscii",
                    "binary",
                    "none",
                    "8bit",
                    "0");

    /** A charset and the names that mean it, one of all that differ in their spelling only. */
    private static final String[][] ALIASES = {
        {"UTF-8", "utf-8 utf-8n utf-8-mac unicode-1-1-utf-8 cp65001 utf8mb4 cp-utf-8"},
        {
            "windows-1252",
            "iso-8859-1 iso-8859 latin1 l1 iso-latin-1 iso-8858-1 iso-8559-1"
                    + " 8859-1 pt_pt de_latin de cp1252 windows-1252 win-1252 1252 ansi"
                    + " iso-8859-1-windows-3.0-latin-1 iso-8859-1-windows-3.1-latin-1"
                    + " iso-8859-1:utf8:us-ascii iso_8859-1:1987 x-roman8"
        },
        {"windows-1254", "iso-8859-9 latin5 windows-1254 cp1254"},
        {"windows-1250", "windows-1250 cp1250 win-1250 cp-850-x"},
        {"windows-1251", "windows-1251 cp1251 win-1251"},
        {"windows-1255", "windows-1255 cp1255 iso-8859-8-e logical"},
        {"ISO-8859-2", "iso-8859-2 iso-latin-2 latin2 iso-8858-2"},
        {"ISO-8859-6", "iso-8859-6 iso-8859-6-e iso-8859-6-i"},
        {"ISO-8859-8", "iso-8859-8 iso-8859-8-i visual"},
        {"ISO-8859-15", "iso-8859-15 iso-8858-15 latin9 latin0"},
        {"x-windows-874", "windows-874 tis-620 iso-8859-11 cp874 dos-874"},
        {"IBM850", "iso-850 cp850 ibm850 850"},
        {"IBM437", "cp437 ibm437 437"},
        {"KOI8-R", "koi8-r koi8 koi"},
        {"KOI8-U", "koi8-u koi8-ru"},
        {"x-MacCyrillic", "x-mac-cyrillic"},
        {"x-MacUkraine", "x-mac-ukrainian"},
        {"x-MacRoman", "macintosh mac mac_roman"},
        {"x-MacCentralEurope", "x-mac-ce"},
        {
            "GB18030",
            "gb2312 gb_2312-80 gbk gb18030 eucgb2312_cn cp936 ms936 euc-cn"
                    + " chinesesimplified gb2312_charset gb chinese iso-ir-58 csiso58gb231280"
        },
        {"Big5-HKSCS", "big5 cn-big5 big5-hkscs cp950 chinesebig5"},
        {"windows-31j", "shift_jis sjis jis windows-31j cp932 ms932 ms_kanji"},
        // Both with the characters that Windows adds: one of them would spoil all else.
        {"x-eucJP-Open", "euc-jp ujis"},
        {"x-windows-50221", "iso-2022-jp iso-2022-jp-ms cp50220 iso-2022-jp-1 cp50221"},
        {
            "x-windows-949",
            "ks_c_5601-1987 ks_c_5601 ks_c_5601-1989 euc-kr x-windows-949"
                    + " cp949 ms949 uhc korean iso-ir-149"
        },
        {"UTF-16", "utf-16 unicode ucs-2 iso-10646-ucs-2"},
    };

    private static final Map<String, Charset> BY_NAME = byName();

    private Charsets() {}

    /** Whether a name says in which charset text is. */
    public static boolean isUsable(String declared) {
        return named(declared) != null || isUtf7(declared) || Hz.isNamed(declared);
    }

    /** The charset of this name; null where the name is unknown or says nothing. */
    public static @Nullable Charset named(String declared) {
        if (declared.isEmpty() || declared.length() > LONGEST_NAME) {
            return null;
        }
        String name = declared.toLowerCase(Locale.ROOT);
        Charset charset = BY_NAME.get(name);
        if (charset != null) {
            return charset;
        }
        String plain = plain(name);
        charset = BY_NAME.get(plain);
        boolean silent = plain.isEmpty() || NOT_DECLARED.contains(plain);
        if (charset != null || silent) {
            return charset;
        }
        charset = BY_NAME.get(spelling(plain));
        return charset == null ? ofThePlatform(plain) : charset;
    }

    /** What readers know a charset as, of which the platform has a richer one. */
    static String label(Charset charset) {
        return switch (charset.name()) {
            case "x-eucJP-Open" -> "EUC-JP";
            case "x-windows-50221" -> "ISO-2022-JP";
            default -> charset.name();
        };
    }

    /** Whether each byte is a character, so that hardly anything is illegal. */
    public static boolean isOfSingleBytes(Charset charset) {
        return charset.canEncode() && charset.newEncoder().maxBytesPerChar() == 1;
    }

    /** Whether the name is UTF-7, which no Java platform decodes. */
    static boolean isUtf7(String declared) {
        String name = declared.toLowerCase(Locale.ROOT);
        return name.endsWith("utf-7") || name.equals("utf7");
    }

    /** Without quotes and blanks, and the first one where several are listed. */
    private static String plain(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == ',' || c == ';') {
                break;
            }
            if (c > ' ' && c < 0x7f && "\"'`<>()\\".indexOf(c) < 0) {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    /** The charset that the platform knows by this name, or the larger one that is read for it. */
    private static @Nullable Charset ofThePlatform(String name) {
        Charset charset = exactly(name);
        charset = charset == null ? Platform.BY_SPELLING.get(spelling(name)) : charset;
        if (charset == null || charset.equals(StandardCharsets.US_ASCII)) {
            return null;
        }
        return BY_NAME.getOrDefault(charset.name().toLowerCase(Locale.ROOT), charset);
    }

    private static @Nullable Charset exactly(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    /**
     * What all spellings of a name have in common: letters and digits (UTS #22 §1.4), without the
     * letters that mark names as private or as IANA's own.
     */
    private static String spelling(String name) {
        int from = 0;
        while (name.startsWith("x-", from)) {
            from += 2;
        }
        from += name.startsWith("cs", from) ? 2 : 0;
        StringBuilder spelling = new StringBuilder(name.length());
        for (int i = from; i < name.length(); i++) {
            char c = name.charAt(i);
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                spelling.append(c);
            }
        }
        return spelling.toString();
    }

    private static Map<String, Charset> byName() {
        Map<String, Charset> map = new HashMap<>();
        for (String[] row : ALIASES) {
            if (Charset.isSupported(row[0])) {
                for (String name : row[1].split(" ", -1)) {
                    map.put(name, Charset.forName(row[0]));
                    map.put(spelling(name), Charset.forName(row[0]));
                }
            }
        }
        return map;
    }

    /** All charsets there are; they are listed when a name is met that nothing else explains. */
    private static final class Platform {

        static final Map<String, Charset> BY_SPELLING = bySpelling();

        private static Map<String, Charset> bySpelling() {
            Map<String, Charset> map = new HashMap<>();
            for (Charset charset : Charset.availableCharsets().values()) {
                map.putIfAbsent(spelling(charset.name().toLowerCase(Locale.ROOT)), charset);
                for (String alias : charset.aliases()) {
                    map.putIfAbsent(spelling(alias.toLowerCase(Locale.ROOT)), charset);
                }
            }
            return map;
        }
    }
}
