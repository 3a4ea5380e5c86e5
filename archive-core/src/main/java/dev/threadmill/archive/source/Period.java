package dev.threadmill.archive.source;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The stretch of time that a file of mail is named by: {@code 2021-06}, {@code 2021-June}, {@code
 * 202106}, {@code 2021}, {@code 2021q2}, {@code 2021-06-30}, {@code 20210630}, {@code
 * Week-of-Mon-20210628}. Sorts as the calendar does.
 *
 * @param month from 1; 0 for a whole year
 * @param day from 1; 0 for a whole month or more
 */
record Period(int year, int month, int day) implements Comparable<Period> {

    private static final Pattern NUMBERS =
            Pattern.compile(
                    "(?:week-of-mon-)?((?:19|20)\\d\\d)(?:[-_.]?(\\d\\d)(?:[-_.]?(\\d\\d))?)?");
    private static final Pattern QUARTER = Pattern.compile("((?:19|20)\\d\\d)[-_.]?q([1-4])");
    private static final Pattern NAME = Pattern.compile("((?:19|20)\\d\\d)[-_.]?([a-z]{3,9})");
    private static final List<String> MONTHS =
            List.of(
                    "january",
                    "february",
                    "march",
                    "april",
                    "may",
                    "june",
                    "july",
                    "august",
                    "september",
                    "october",
                    "november",
                    "december");

    /** The period of this name, which has lost the suffixes of mail files. */
    static Optional<Period> of(String name) {
        String text = name.toLowerCase(Locale.ROOT);
        Matcher numbers = NUMBERS.matcher(text);
        if (numbers.matches()) {
            return checked(number(numbers, 1), number(numbers, 2), number(numbers, 3));
        }
        Matcher quarter = QUARTER.matcher(text);
        if (quarter.matches()) {
            return checked(number(quarter, 1), number(quarter, 2) * 3 - 2, 0);
        }
        Matcher named = NAME.matcher(text);
        if (named.matches()) {
            String month = named.group(2);
            for (int i = 0; i < MONTHS.size(); i++) {
                String full = MONTHS.get(i);
                if (full.equals(month) || (month.length() == 3 && full.startsWith(month))) {
                    return checked(number(named, 1), i + 1, 0);
                }
            }
        }
        return Optional.empty();
    }

    private static int number(Matcher matcher, int group) {
        String digits = matcher.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static Optional<Period> checked(int year, int month, int day) {
        return month > 12 || day > 31
                ? Optional.empty()
                : Optional.of(new Period(year, month, day));
    }

    @Override
    public int compareTo(Period other) {
        int years = Integer.compare(year, other.year);
        int months = years != 0 ? years : Integer.compare(month, other.month);
        return months != 0 ? months : Integer.compare(day, other.day);
    }
}
