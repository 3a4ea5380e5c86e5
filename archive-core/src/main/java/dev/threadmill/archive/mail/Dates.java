package dev.threadmill.archive.mail;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** Seconds since 1970 as people and programs read them, in UTC whatever this machine thinks. */
public final class Dates {

    /** Feeds and {@code <time>} know four digits of a year. */
    private static final long LATEST =
            LocalDateTime.of(9999, 12, 31, 23, 59, 59).toEpochSecond(ZoneOffset.UTC);

    private static final long EARLIEST =
            LocalDateTime.of(1, 1, 1, 0, 0, 0).toEpochSecond(ZoneOffset.UTC);

    private static final String DAYS = "MonTueWedThuFriSatSun";
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

    private Dates() {}

    private static LocalDateTime at(long seconds) {
        long bounded = Math.max(EARLIEST, Math.min(seconds, LATEST));
        return LocalDateTime.ofEpochSecond(bounded, 0, ZoneOffset.UTC);
    }

    /** {@code 2021-09-12 04:27}. */
    public static String minute(long seconds) {
        LocalDateTime at = at(seconds);
        StringBuilder text = date(at);
        text.append(' ');
        return time(text, at, '0').toString();
    }

    /** {@code 2021-09-12}. */
    public static String day(long seconds) {
        return date(at(seconds)).toString();
    }

    /** {@code 04:27}. */
    public static String clock(long seconds) {
        return time(new StringBuilder(5), at(seconds), '0').toString();
    }

    /** {@code Sun}. */
    public static String weekday(long seconds) {
        int day = 3 * (at(seconds).getDayOfWeek().getValue() - 1);
        return DAYS.substring(day, day + 3);
    }

    /**
     * {@code 2021-09-12 4:27}, as overviews have it: one blank more where the hour has one digit.
     */
    public static String overview(long seconds) {
        LocalDateTime at = at(seconds);
        StringBuilder text = date(at);
        text.append(' ');
        return time(text, at, ' ').toString();
    }

    /** {@code 2021-09-12T04:27:56Z}. */
    public static String iso(long seconds) {
        LocalDateTime at = at(seconds);
        StringBuilder text = date(at);
        text.append('T');
        time(text, at, '0').append(':');
        return two(text, at.getSecond(), '0').append('Z').toString();
    }

    /** {@code Sun Sep 12 04:27:56 2021}, as C's asctime() has it. */
    public static String asctime(long seconds) {
        LocalDateTime at = at(seconds);
        int day = 3 * (at.getDayOfWeek().getValue() - 1);
        int month = 3 * (at.getMonthValue() - 1);
        StringBuilder text = new StringBuilder(24);
        text.append(DAYS, day, day + 3).append(' ').append(MONTHS, month, month + 3).append(' ');
        two(text, at.getDayOfMonth(), ' ').append(' ');
        time(text, at, '0').append(':');
        two(text, at.getSecond(), '0').append(' ');
        return four(text, at.getYear()).toString();
    }

    /** {@code 2021}; a year has four digits as all dates here do. */
    public static String year(int year) {
        return four(new StringBuilder(4), year).toString();
    }

    /** {@code Sep}. */
    public static String month(YearMonth month) {
        int at = 3 * (month.getMonthValue() - 1);
        return MONTHS.substring(at, at + 3);
    }

    private static StringBuilder date(LocalDateTime at) {
        StringBuilder text = four(new StringBuilder(20), at.getYear()).append('-');
        two(text, at.getMonthValue(), '0').append('-');
        return two(text, at.getDayOfMonth(), '0');
    }

    private static StringBuilder time(StringBuilder text, LocalDateTime at, char padding) {
        two(text, at.getHour(), padding).append(':');
        return two(text, at.getMinute(), '0');
    }

    private static StringBuilder four(StringBuilder text, int number) {
        return two(two(text, number / 100, '0'), number % 100, '0');
    }

    private static StringBuilder two(StringBuilder text, int number, char padding) {
        return text.append(number < 10 ? padding : (char) ('0' + number / 10))
                .append((char) ('0' + number % 10));
    }
}
