package dev.threadmill.archive.parse.header;

import static java.util.Map.entry;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The words of dates: months in several languages, and the zones that have names. */
final class DateWords {

    /** The first three letters of months, without accents and other bytes beyond ASCII. */
    private static final String[] MONTHS = {
        "jan ene gen", // English; Spanish; Italian
        "feb fev fvr fv", // the last two: février without its é
        "mar mrt mrz mr",
        "apr avr abr",
        "may mai mei mag maj",
        "jun jui giu", // juin; juillet is told by its fourth letter
        "jul lug",
        "aug ago aot aou",
        "sep set",
        "oct okt ott out",
        "nov",
        "dec dez dic des dc"
    };

    private static final byte[] MONTH_BY_LETTERS = monthByLetters();

    private static final Map<String, Integer> RUSSIAN_MONTHS =
            Map.ofEntries(
                    entry("янв", 1),
                    entry("фев", 2),
                    entry("мар", 3),
                    entry("апр", 4),
                    entry("май", 5),
                    entry("мая", 5),
                    entry("июн", 6),
                    entry("июл", 7),
                    entry("авг", 8),
                    entry("сен", 9),
                    entry("окт", 10),
                    entry("ноя", 11),
                    entry("дек", 12));

    /** In none of them do the letters of a month spell one in another. */
    private static final List<Charset> CYRILLIC =
            List.of(
                    StandardCharsets.UTF_8,
                    Charset.forName("KOI8-R"),
                    Charset.forName("windows-1251"));

    /** Minutes east of UTC, by the name in lower case. Ambiguous ones as mail most often means. */
    private static final Map<String, Integer> ZONES = new HashMap<>();

    static {
        zone(0, "ut utc gmt z wet", "gmt standard time", "greenwich mean time");
        zone(
                60,
                "cet met mez bst ist-ie west swt",
                "w. europe standard time",
                "romance standard time");
        zone(60, "fst", "central europe standard time", "gmt daylight time");
        zone(120, "cest mest mesz", "w. europe daylight time", "romance daylight time");
        zone(120, "cetdst metdst", "cet dst", "met dst", "central europe daylight time");
        zone(120, "eet sast ze", "middle european summer time", "central european summer time");
        zone(180, "eest msk eat", "eet dst");
        zone(240, "msd");
        zone(330, "ist");
        zone(345, "npt");
        zone(420, "ict wib");
        zone(480, "hkt sgt awst pht cct");
        zone(540, "jst kst");
        zone(570, "acst");
        zone(600, "aest");
        zone(630, "acdt");
        zone(660, "aedt");
        zone(720, "nzst nzt");
        zone(780, "nzdt");
        zone(-150, "ndt");
        zone(-180, "adt brt art");
        zone(-210, "nst");
        zone(-240, "edt ast", "eastern daylight time", "atlantic standard time");
        zone(-300, "est cdt est5edt", "eastern standard time", "central daylight time");
        zone(-360, "cst mdt mexico/general", "central standard time", "mountain daylight time");
        zone(-420, "mst pdt", "mountain standard time", "pacific daylight time");
        zone(-480, "pst akdt", "pacific standard time");
        zone(-540, "akst");
        zone(-600, "hst");
    }

    private DateWords() {}

    private static void zone(int minutes, String words, String... phrases) {
        for (String word : words.split(" ", -1)) {
            ZONES.put(word, minutes);
        }
        for (String phrase : phrases) {
            ZONES.put(phrase, minutes);
        }
    }

    /** Minutes east of UTC of a zone in lower case; {@code unknown} where the name is none. */
    static int zone(String phrase, int unknown) {
        Integer minutes = ZONES.get(phrase);
        if (minutes == null) {
            int blank = phrase.indexOf(' ');
            minutes = blank < 0 ? null : ZONES.get(phrase.substring(0, blank));
        }
        return minutes == null ? unknown : minutes;
    }

    /**
     * Whether a number that follows such a zone counts from it: {@code GMT+2}, {@code UTC 0200}.
     */
    static boolean isUniversal(String zone) {
        return zone.equals("gmt") || zone.equals("utc") || zone.equals("ut");
    }

    static boolean isWeekday(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "mon", "tue", "wed", "thu", "fri", "sat", "sun" -> true;
            case "mon,", "tue,", "wed,", "thu,", "fri,", "sat,", "sun," -> true;
            default -> false;
        };
    }

    /** The month, 1 to 12, that the word at {@code bytes[from..to)} names by its start; else 0. */
    static int month(byte[] bytes, int from, int to) {
        int key = 0;
        int letters = 0;
        for (int i = from; i < to && letters < 3; i++) {
            if (bytes[i] > 0) {
                key = key * 32 + (bytes[i] & 31);
                letters++;
            }
        }
        if (letters < 2 || to - from < 3) {
            return letters == 0 ? russianMonth(bytes, from, to) : 0;
        }
        int month = MONTH_BY_LETTERS[key];
        boolean july = month == 6 && to - from > 3 && (bytes[from + 3] | 0x20) == 'l';
        return july ? 7 : month;
    }

    private static int russianMonth(byte[] bytes, int from, int to) {
        for (Charset charset : CYRILLIC) {
            String word = new String(bytes, from, to - from, charset).toLowerCase(Locale.ROOT);
            Integer month = word.length() < 3 ? null : RUSSIAN_MONTHS.get(word.substring(0, 3));
            if (month != null) {
                return month;
            }
        }
        return 0;
    }

    private static byte[] monthByLetters() {
        byte[] table = new byte[32 * 32 * 32];
        for (int month = 1; month <= 12; month++) {
            for (String letters : MONTHS[month - 1].split(" ", -1)) {
                int key = 0;
                for (int i = 0; i < letters.length(); i++) {
                    key = key * 32 + (letters.charAt(i) & 31);
                }
                table[key] = (byte) month;
            }
        }
        return table;
    }
}
