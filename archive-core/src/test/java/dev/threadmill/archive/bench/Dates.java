package dev.threadmill.archive.bench;

import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Dates as mail has them. */
final class Dates {

    private static final String[] DAYS = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    private static final String[] MONTHS = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
    };

    private Dates() {}

    private static String day(LocalDateTime time) {
        return DAYS[time.getDayOfWeek().getValue() - 1];
    }

    private static String month(LocalDateTime time) {
        return MONTHS[time.getMonthValue() - 1];
    }

    private static void clock(Text out, LocalDateTime time) {
        out.add(' ').two(time.getHour()).add(':').two(time.getMinute()).add(':');
        out.two(time.getSecond());
    }

    /** {@code Mon, 1 Jul 2019 11:26:48 +0200}. */
    static void rfc5322(Text out, long seconds, int zoneHours) {
        LocalDateTime time =
                LocalDateTime.ofEpochSecond(seconds + zoneHours * 3600L, 0, ZoneOffset.UTC);
        out.add(day(time)).add(", ").number(time.getDayOfMonth()).add(' ').add(month(time));
        out.add(' ').number(time.getYear());
        clock(out, time);
        out.add(zoneHours < 0 ? " -" : " +").two(Math.abs(zoneHours)).add("00");
    }

    /** {@code Mon Jul 1 11:26:48 2019}, UTC. */
    static void asctime(Text out, long seconds) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
        out.add(day(time)).add(' ').add(month(time)).add(time.getDayOfMonth() < 10 ? "  " : " ");
        out.number(time.getDayOfMonth());
        clock(out, time);
        out.add(' ').number(time.getYear());
    }

    /** {@code 20190701112648}. */
    static String digits(long seconds) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
        Text out = new Text();
        out.number(time.getYear()).two(time.getMonthValue()).two(time.getDayOfMonth());
        return out.two(time.getHour()).two(time.getMinute()).two(time.getSecond()).toString();
    }
}
