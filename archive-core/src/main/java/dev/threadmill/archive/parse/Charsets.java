package dev.threadmill.archive.parse;

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
final class Charsets {

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

    /** A charset and the names that mean it. */
    private static final String[][] ALIASES = {
        {"UTF-8", "utf-8 utf8 utf-8n utf_8 utf-8-mac unicode-1-1-utf-8 cp65001 utf8mb4 cp-utf-8"},
        {
            "windows-1252",
            "iso-8859-1 iso8859-1 iso_8859-1 iso-8859 iso88591 iso-88591 iso8859_1 latin1 latin-1"
                    + " l1 iso-latin-1 iso-latin1 iso-88-59-1 iso-8858-1 iso-8559-1 8859-1 pt_pt"
                    + " de_latin de cp1252 windows-1252 win-1252 windows1252 1252 ansi x-ansi"
                    + " iso-8859-1-windows-3.0-latin-1 iso-8859-1-windows-3.1-latin-1"
                    + " iso-8859-1:utf8:us-ascii iso_8859-1:1987 x-roman8 x-iso-8859-1"
        },
        {"windows-1254", "iso-8859-9 iso8859-9 latin5 windows-1254 cp1254"},
        {"windows-1250", "windows-1250 cp1250 win-1250 cp-1250 cp-850-x"},
        {"windows-1251", "windows-1251 cp1251 win-1251 cp-1251 win1251"},
        {"windows-1255", "windows-1255 cp1255 iso-8859-8-e logical"},
        {"ISO-8859-2", "iso-8859-2 iso8859-2 iso_8859-2 iso-latin-2 latin2 latin-2 iso-8858-2"},
        {"ISO-8859-8", "iso-8859-8 iso-8859-8-i visual"},
        {"ISO-8859-15", "iso-8859-15 iso8859-15 iso885915 iso-8858-15 latin9 latin-9 latin0"},
        {"x-windows-874", "windows-874 tis-620 tis620 iso-8859-11 cp874"},
        {"IBM850", "iso-850 cp850 ibm850 850 cp-850"},
        {"IBM437", "cp437 ibm437 437 cp-437"},
        {"KOI8-R", "koi8-r koi8r koi8_r koi8 koi-8-r"},
        {"KOI8-U", "koi8-u koi8u koi8-ru"},
        {"x-MacCyrillic", "x-mac-cyrillic x-maccyrillic mac-cyrillic"},
        {"x-MacRoman", "macintosh mac mac_roman mac-roman x-mac-roman x-macroman"},
        {
            "GB18030",
            "gb2312 gb_2312-80 gbk x-gbk gb18030 gb-2312 gb2312-80 eucgb2312_cn eucgb2312-cn cp936"
                + " ms936 euc-cn x-euc-cn chinesesimplified gb2312_charset csgb2312 gb"
        },
        {"Big5-HKSCS", "big5 cn-big5 big5-hkscs big-5 x-x-big5 cp950 big5hkscs chinesebig5"},
        {
            "windows-31j",
            "shift_jis shift-jis sjis x-sjis jis windows-31j cp932 ms932 ms_kanji shiftjis"
        },
        // Both with the characters that Windows adds: one of them would spoil all else.
        {"x-eucJP-Open", "euc-jp eucjp x-euc-jp euc_jp ujis"},
        {
            "x-windows-50221",
            "iso-2022-jp iso2022-jp iso-2022-jp-ms cp50220 iso-2022-jp-1 csiso2022jp cp50221"
        },
        {
            "x-windows-949",
            "ks_c_5601-1987 ks_c_5601 ksc_5601 ksc5601 ks_c_5601-1989 euc-kr euckr x-windows-949"
                    + " cp949 ms949 uhc korean euc_kr ks_c-5601-1987 cseuckr"
        },
        {"UTF-16", "utf-16 utf16 unicode ucs-2 iso-10646-ucs-2"},
    };

    private static final Map<String, Charset> BY_NAME = byName();

    private Charsets() {}

    /** Whether a name says in which charset text is. */
    static boolean isUsable(String declared) {
        return named(declared) != null || isUtf7(declared) || Hz.isNamed(declared);
    }

    /** The charset of this name; null where the name is unknown or says nothing. */
    static @Nullable Charset named(String declared) {
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
        return charset != null || silent ? charset : ofThePlatform(plain);
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
    static boolean isOfSingleBytes(Charset charset) {
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

    private static @Nullable Charset ofThePlatform(String name) {
        try {
            Charset charset = Charset.forName(name);
            return charset.equals(StandardCharsets.US_ASCII) ? null : charset;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    private static Map<String, Charset> byName() {
        Map<String, Charset> map = new HashMap<>();
        for (String[] row : ALIASES) {
            if (Charset.isSupported(row[0])) {
                for (String name : row[1].split(" ", -1)) {
                    map.put(name, Charset.forName(row[0]));
                }
            }
        }
        return map;
    }
}
