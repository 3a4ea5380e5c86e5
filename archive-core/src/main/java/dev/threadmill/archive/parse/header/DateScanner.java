package dev.threadmill.archive.parse.header;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads one date, token by token: a time is what has colons, a month is what has its name, a zone
 * is what comes after the time, and the numbers left over are day and year in the order that makes
 * sense. One pass over the bytes.
 */
final class DateScanner {

    private static final int NONE = Integer.MIN_VALUE;
    private static final int FARTHEST_ZONE = 14 * 60;

    private final byte[] bytes;
    private final int to;
    private int at;

    private final int[] numbers = new int[3];
    private final int[] digits = new int[3];
    private int count;
    private byte separator;

    private int month;

    /** Whether the month is a number that may be the day, and the day the month. */
    private boolean turnable;

    private int hour = NONE;
    private int minute;
    private int second;
    private int timeEnd;

    /** Minutes east of UTC. */
    private int zone = NONE;

    private @Nullable StringBuilder zoneName;
    private int commentStart = NONE;
    private int commentEnd;

    DateScanner(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.at = from;
        // A date is short, however long its header is.
        this.to = Math.min(to, from + 400);
    }

    @Nullable MailDate scan() {
        while (at < to) {
            byte b = bytes[at];
            if (isDigit(b)) {
                number();
            } else if (isLetter(b)) {
                word();
            } else if (b == '(') {
                comment();
            } else if ((b == '+' || b == '-') && startsZone()) {
                numericZone();
            } else {
                at++;
            }
        }
        return date();
    }

    private void number() {
        int start = at;
        int value = 0;
        while (at < to && isDigit(bytes[at])) {
            value = at - start < 9 ? value * 10 + (bytes[at] - '0') : value;
            at++;
        }
        int length = at - start;
        if (hour == NONE && length <= 2 && (next(':') || (next('.') && dottedTime()))) {
            hour = value;
            time();
        } else if (hour != NONE && zone == NONE && count >= (month > 0 ? 2 : 3)) {
            // "10:00:00 0200", "0 (GMT)", "GMT9"; in "EST5EDT" the zone's name says all.
            if (zoneName == null || DateWords.isUniversal(zoneName.toString())) {
                setZone(value, length, 1);
            }
        } else if (count < 3) {
            if (count == 0 && at < to) {
                separator = bytes[at];
            }
            numbers[count] = value;
            digits[count++] = length;
        }
    }

    /** Whether {@code 10.00} at this place is a time: where day, month and year came before. */
    private boolean dottedTime() {
        boolean seconds = at + 3 < to && bytes[at + 3] == '.';
        return month > 0 && count >= (seconds ? 1 : 2);
    }

    /** Reads what follows the hour. */
    private void time() {
        byte colon = bytes[at++];
        minute = pair();
        if (at + 1 < to && bytes[at] == colon && (isDigit(bytes[at + 1]) || bytes[at + 1] == ' ')) {
            at++;
            second = pair();
        }
        if (at + 1 < to && (bytes[at] == '.' || bytes[at] == ',') && isDigit(bytes[at + 1])) {
            at++;
            while (at < to && isDigit(bytes[at])) {
                at++;
            }
        }
        timeEnd = at;
    }

    /** One or two digits; 99 when there are none or more. */
    private int pair() {
        while (at < to && bytes[at] == ' ') {
            at++;
        }
        int start = at;
        int value = 0;
        while (at < to && isDigit(bytes[at]) && at - start < 3) {
            value = value * 10 + (bytes[at++] - '0');
        }
        return at == start || at - start > 2 ? 99 : value;
    }

    private void word() {
        int start = at;
        while (at < to && (isLetter(bytes[at]) || (hour != NONE && isInZone(bytes[at])))) {
            at++;
        }
        if (hour != NONE && meridiem(start)) {
            return;
        }
        int named = DateWords.month(bytes, start, at);
        // "mar., 5 avr.": the month is the last one named before the time.
        if (named > 0 && (hour == NONE || month == 0)) {
            month = named;
        } else if (hour != NONE && count > 0) {
            StringBuilder name = zoneName == null ? new StringBuilder() : zoneName.append(' ');
            zoneName = name.append(lowerCase(start, at));
        }
    }

    private boolean meridiem(int start) {
        boolean two = at - start == 2 && (bytes[start + 1] | 0x20) == 'm';
        int half = two ? bytes[start] | 0x20 : 0;
        if ((half != 'a' && half != 'p') || hour < 1 || hour > 12) {
            return false;
        }
        hour = hour % 12 + (half == 'p' ? 12 : 0);
        return true;
    }

    private void comment() {
        int depth = 0;
        int start = at + 1;
        do {
            depth += bytes[at] == '(' ? 1 : bytes[at] == ')' ? -1 : 0;
            at++;
        } while (at < to && depth > 0);
        if (commentStart == NONE && hour != NONE) {
            commentStart = start;
            commentEnd = depth == 0 ? at - 1 : at;
        }
    }

    /** A sign is a zone's after the time, unless it joins the parts of a date: {@code 6-Jul-95}. */
    private boolean startsZone() {
        if (hour == NONE || zone != NONE) {
            return false;
        }
        boolean joined = isDigit(bytes[at - 1]) || isLetter(bytes[at - 1]);
        return at == timeEnd || !joined || (count > 1 && !isDigit(bytes[at - 1]));
    }

    /**
     * Reads {@code +0200}, and what printf made of negative parts: of several signs a minus counts,
     * so {@code --500} and {@code +-500} are five hours west, {@code +-4-30} four and a half. In
     * {@code JST-9} the zone's name says all: POSIX counts to the west.
     */
    private void numericZone() {
        boolean named = zoneName != null && isLetter(bytes[at - 1]) && saysAll(zoneName.toString());
        int sign = 1;
        while (at < to && (bytes[at] == '+' || bytes[at] == '-')) {
            sign = bytes[at] == '-' ? -1 : sign;
            at++;
        }
        int start = at;
        int value = digits();
        int length = at - start;
        if (length == 0) {
            return;
        }
        boolean more = at + 1 < to && isDigit(bytes[at + 1]);
        if (more && length <= 2 && (next(':') || next('.'))) {
            at++;
            setZone(value * 100 + digits(), 4, sign);
        } else if (more && length <= 2 && (next('-') || next('+'))) {
            int second = bytes[at] == '-' ? -1 : 1;
            start = ++at;
            int rest = digits();
            if (at - start <= 2) {
                setZone(value * 100 + rest, 4, sign);
            } else {
                setZone(rest, at - start, second);
            }
        } else if (length > 2 || !named) {
            setZone(value, length, sign);
        }
    }

    /** Whether it is the name of a zone, and no number that follows changes it. */
    private static boolean saysAll(String name) {
        return !DateWords.isUniversal(name) && DateWords.zone(name, NONE) != NONE;
    }

    private int digits() {
        int value = 0;
        for (int length = 0; at < to && isDigit(bytes[at]); at++, length++) {
            value = length < 8 ? value * 10 + (bytes[at] - '0') : value;
        }
        return value;
    }

    /** Takes hours in one or two digits, else hours and minutes; what is too far off is no zone. */
    private void setZone(int value, int length, int sign) {
        int minutes = length <= 2 ? value * 60 : value / 100 * 60 + value % 100;
        boolean legal = minutes <= FARTHEST_ZONE && (length <= 2 || value % 100 < 60);
        if (legal) {
            zone = sign * minutes;
        }
    }

    private @Nullable MailDate date() {
        if (hour == NONE) {
            hour = 0;
        }
        if (hour > 23 || minute > 59 || second > 60 || !sortNumbers()) {
            return null;
        }
        return date(numbers[0], month);
    }

    /**
     * After a scan, the date with day and month the other way round; null if it cannot be meant.
     */
    @Nullable MailDate turned() {
        return turnable ? date(month, numbers[0]) : null;
    }

    private @Nullable MailDate date(int day, int month) {
        int year = numbers[1];
        if (day < 1 || day > YearMonth.of(year, month).lengthOfMonth()) {
            return null;
        }
        long local =
                LocalDate.of(year, month, day).toEpochDay() * 86_400
                        + hour * 3600L
                        + minute * 60L
                        + second;
        int offset = zone() * 60;
        return new MailDate(local - offset, offset);
    }

    /** Puts day and year into the first two numbers, and a month that was one into its place. */
    private boolean sortNumbers() {
        int day;
        int year;
        if (month > 0 && count >= 2) {
            year = digits[0] > 2 || numbers[0] > 31 ? 0 : 1;
            day = 1 - year;
        } else if (month == 0 && count == 3) {
            boolean monthMayBeFirst = digits[0] <= 2 && numbers[0] <= 12;
            boolean american = monthMayBeFirst && (separator == '/' || numbers[1] > 12);
            year = digits[0] > 2 ? 0 : 2;
            day = year == 0 ? 2 : american ? 1 : 0;
            month = numbers[3 - day - year];
            turnable = year == 2 && numbers[day] >= 1 && numbers[day] <= 12;
        } else {
            return false;
        }
        int fullYear = fullYear(numbers[year], digits[year]);
        numbers[0] = numbers[day];
        numbers[1] = fullYear;
        return fullYear > 0 && month >= 1 && month <= 12;
    }

    /** RFC 5322 §4.3; and 19102 is what adding 1900 to the wrong thing made of 2002. */
    private static int fullYear(int year, int digits) {
        return switch (digits) {
            case 1, 2 -> year + (year < 50 ? 2000 : 1900);
            case 3 -> year + 1900;
            case 4 -> year;
            case 5 -> year >= 19_100 && year < 19_200 ? year - 17_100 : 0;
            default -> 0;
        };
    }

    /** Minutes east of UTC: as a number, else by name, else as the comment says, else 0. */
    private int zone() {
        if (zone != NONE) {
            return zone;
        }
        int minutes = zoneName == null ? NONE : DateWords.zone(zoneName.toString(), NONE);
        if (minutes == NONE && commentStart != NONE) {
            String comment = lowerCase(commentStart, commentEnd).strip();
            minutes = DateWords.zone(comment, NONE);
            if (minutes == NONE
                    || DateWords.isUniversal(comment.substring(0, firstSign(comment)))) {
                minutes = zoneOf(comment.substring(firstSign(comment)), minutes);
            }
        }
        return minutes == NONE ? 0 : minutes;
    }

    /** The zone of {@code +09:00} in a comment such as {@code (GMT+09:00)}. */
    private static int zoneOf(String text, int none) {
        if (text.isEmpty()) {
            return none;
        }
        byte[] signed = text.getBytes(StandardCharsets.ISO_8859_1);
        DateScanner scanner = new DateScanner(signed, 0, signed.length);
        scanner.numericZone();
        return scanner.zone;
    }

    private static int firstSign(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '+' || text.charAt(i) == '-') {
                return i;
            }
        }
        return text.length();
    }

    private String lowerCase(int from, int end) {
        return new String(bytes, from, end - from, StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
    }

    private boolean next(char c) {
        return at < to && bytes[at] == c;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private static boolean isLetter(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || b < 0;
    }

    /** What names of zones hold besides letters: {@code Mexico/General}, {@code W. Europe}. */
    private static boolean isInZone(byte b) {
        return b == '/' || b == '.';
    }
}
