package dev.threadmill.archive.parse.header;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.CpuLimit;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailDateTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # the rule, and what it allows
                    Tue, 03 Nov 2009 11:22:33 +0100                | 2009-11-03T11:22:33+01:00
                    Tue, 3 Nov 2009 11:22:33 -0500 (EST)           | 2009-11-03T11:22:33-05:00
                    3 Nov 2009 11:22:33 +0000                      | 2009-11-03T11:22:33Z
                    Tue, 3 Nov 2009 11:22 +0530                    | 2009-11-03T11:22+05:30
                    Tue, 3 Nov 2009 11:22:33 -0000                 | 2009-11-03T11:22:33Z
                    Thu, 31 Dec 1998 23:59:60 +0000                | 1999-01-01T00:00Z
                    # blanks, commas, dots, names in full
                    Thu,  6 Jul 1995 10:00:00 -0400                | 1995-07-06T10:00-04:00
                    Thu,6 Jul 1995 10:00:00 -0400                  | 1995-07-06T10:00-04:00
                    Thu 6 Jul 1995 10:00:00 -0400                  | 1995-07-06T10:00-04:00
                    Thursday, 6 July 1995 10:00:00 +0200           | 1995-07-06T10:00+02:00
                    Thu., 6. Jul. 1995 10:00:00 +0200              | 1995-07-06T10:00+02:00
                    thu, 6 jul 1995 10:00:00 +0200                 | 1995-07-06T10:00+02:00
                    Thu, 6-Jul-95 10:00:00 GMT                     | 1995-07-06T10:00Z
                    Thursday, 06-Jul-95 10:00:00 GMT               | 1995-07-06T10:00Z
                    6Jul95 10:00                                   | 1995-07-06T10:00Z
                    # asctime, with and without zones
                    Thu Jul  6 10:00:00 1995                       | 1995-07-06T10:00Z
                    Thu Jul  6 10:00:00 EDT 1995                   | 1995-07-06T10:00-04:00
                    Thu Jul  6 10:00:00 1995 +0200                 | 1995-07-06T10:00+02:00
                    Thu Jul  6 10:00:00 -0700 1995                 | 1995-07-06T10:00-07:00
                    Thu, Jul 6, 1995 10:00:00 PDT                  | 1995-07-06T10:00-07:00
                    # times
                    Thu, 6 Jul 1995 10.05.09 +0100                 | 1995-07-06T10:05:09+01:00
                    Thu, 6 Jul 1995 10.05 +0100                    | 1995-07-06T10:05+01:00
                    Thu, 6 Jul 1995 9:5:3 +0100                    | 1995-07-06T09:05:03+01:00
                    Thu, 6 Jul 1995 10:05: 9 +0100                 | 1995-07-06T10:05:09+01:00
                    Thu, 6 Jul 1995 10:05:09.123 +0100             | 1995-07-06T10:05:09+01:00
                    Thu, 6 Jul 1995 10:05:09-0500                  | 1995-07-06T10:05:09-05:00
                    Saturday, June 9, 2007, 9:04 PM                | 2007-06-09T21:04Z
                    Wednesday, September 12, 2007 12:04AM          | 2007-09-12T00:04Z
                    Fri, Jan 12, 2007 at 10:04 PM                  | 2007-01-12T22:04Z
                    10:00:00 6 Jul 95                              | 1995-07-06T10:00Z
                    10:00:00 Thu, 6-Jul-95 EDT                     | 1995-07-06T10:00-04:00
                    Thu, 6 Jul 1995                                | 1995-07-06T00:00Z
                    # years
                    Thu, 6 Jul 95 10:00:00 EST                     | 1995-07-06T10:00-05:00
                    Thu, 6 Jul 49 10:00:00 GMT                     | 2049-07-06T10:00Z
                    Thu, 6 Jul 50 10:00:00 GMT                     | 1950-07-06T10:00Z
                    Thu, 6 Jul 102 10:00:00 GMT                    | 2002-07-06T10:00Z
                    Thu, 6 Jul 19102 10:00:00 GMT                  | 2002-07-06T10:00Z
                    2003 Jul 6 10:00:00 GMT                        | 2003-07-06T10:00Z
                    # numbers alone
                    1995-07-06T10:00:00Z                           | 1995-07-06T10:00Z
                    1995-07-06 10:00:00 +0200                      | 1995-07-06T10:00+02:00
                    1995/07/06 10:00:00                            | 1995-07-06T10:00Z
                    06.07.1995 10:00                               | 1995-07-06T10:00Z
                    7/6/95 10:00                                   | 1995-07-06T10:00Z
                    16/7/95 10:00                                  | 1995-07-16T10:00Z
                    16-7-95 10:00                                  | 1995-07-16T10:00Z
                    06-07-1995 10:00                               | 1995-07-06T10:00Z
                    07-16-1995 10:00                               | 1995-07-16T10:00Z
                    07.16.1995 10:00                               | 1995-07-16T10:00Z
                    # months of other languages
                    Чт, 6 июл 1995 10:00:00 +0400                  | 1995-07-06T10:00+04:00
                    Пт, 6 Мая 1995 10:00:00 +0400                  | 1995-05-06T10:00+04:00
                    6 марта 1995 г. 10:00:00 +0300                 | 1995-03-06T10:00+03:00
                    jeu., 6 juil. 1995 10:00:00 +0200              | 1995-07-06T10:00+02:00
                    mar., 6 juin 1995 10:00:00 +0200               | 1995-06-06T10:00+02:00
                    16-Juin-95 10:00:00                            | 1995-06-16T10:00Z
                    lun., 6 févr. 1995 10:00:00 +0100              | 1995-02-06T10:00+01:00
                    lun., 6 août 1995 10:00:00 +0100               | 1995-08-06T10:00+01:00
                    lun., 6 déc. 1995 10:00:00 +0100               | 1995-12-06T10:00+01:00
                    Do, 6 Mär 1995 10:00:00 +0200                  | 1995-03-06T10:00+02:00
                    Do, 6 Okt 1995 10:00:00 +0200                  | 1995-10-06T10:00+02:00
                    gio, 6 lug 1995 10:00:00 +0200                 | 1995-07-06T10:00+02:00
                    mar, 6 ene 1998 10:00:00 +0100                 | 1998-01-06T10:00+01:00
                    # zones with names
                    Thu, 6 Jul 1995 10:00:00 UT                    | 1995-07-06T10:00Z
                    Thu, 6 Jul 1995 10:00:00 PST                   | 1995-07-06T10:00-08:00
                    Thu, 6 Jul 1995 10:00:00 MET DST               | 1995-07-06T10:00+02:00
                    Thu, 6 Jul 1995 10:00:00 BST                   | 1995-07-06T10:00+01:00
                    Thu, 6 Jul 1995 10:00:00 EST5EDT               | 1995-07-06T10:00-05:00
                    Thu, 6 Jul 1995 10:00:00 JST-9                 | 1995-07-06T10:00+09:00
                    Thu, 6 Jul 1995 10:00:00 MEZ-1MESZ             | 1995-07-06T10:00+01:00
                    Thu, 6 Jul 1995 10:00:00 EST-0400              | 1995-07-06T10:00-04:00
                    Thu, 6 Jul 1995 10:00:00 GMT-9                 | 1995-07-06T10:00-09:00
                    Thu, 6 Jul 1995 10:00:00 XYZ                   | 1995-07-06T10:00Z
                    Thu, 6 Jul 1995 10:00:00 (CET)                 | 1995-07-06T10:00+01:00
                    Thu, 6 Jul 1995 10:00:00 Pacific Daylight Time | 1995-07-06T10:00-07:00
                    Thu, 6 Jul 1995 10:00:00 (Eastern Daylight Time) | 1995-07-06T10:00-04:00
                    Thu, 6 Jul 1995 10:00:00 W. Europe Daylight Time | 1995-07-06T10:00+02:00
                    Thu, 6 Jul 1995 10:00:00 Mexico/General        | 1995-07-06T10:00-06:00
                    Thu, 6 Jul 1995 10:00:00 ZE2                   | 1995-07-06T10:00+02:00
                    Thu, 6 Jul 1995 10:00:00 +0200 (MET DST)       | 1995-07-06T10:00+02:00
                    Thu, 6 Jul 1995 10:00:00 +0900 (GMT+09:00)     | 1995-07-06T10:00+09:00
                    # zones as numbers, and what has been made of them
                    Thu, 6 Jul 1995 10:00:00 GMT+0200              | 1995-07-06T10:00+02:00
                    Thu, 6 Jul 1995 10:00:00 GMT+02:00             | 1995-07-06T10:00+02:00
                    Thu, 6 Jul 1995 10:00:00 GMT9                  | 1995-07-06T10:00+09:00
                    Thu, 6 Jul 1995 10:00:00 (UTC+9)               | 1995-07-06T10:00+09:00
                    Thu, 6 Jul 1995 10:00:00 +2                    | 1995-07-06T10:00+02:00
                    Thu, 6 Jul 1995 10:00:00 +02:00                | 1995-07-06T10:00+02:00
                    Thu, 6 Jul 1995 10:00:00 0200                  | 1995-07-06T10:00+02:00
                    Thu, 6 Jul 1995 10:00:00 0 (GMT)               | 1995-07-06T10:00Z
                    Thu, 6 Jul 1995 10:00:00 +500                  | 1995-07-06T10:00+05:00
                    Thu, 6 Jul 1995 10:00:00 --500                 | 1995-07-06T10:00-05:00
                    Thu, 6 Jul 1995 10:00:00 +-100                 | 1995-07-06T10:00-01:00
                    Thu, 6 Jul 1995 10:00:00 +-4-30                | 1995-07-06T10:00-04:30
                    Thu, 6 Jul 1995 10:00:00 +1.00                 | 1995-07-06T10:00+01:00
                    Thu, 6 Jul 1995 10:00:00 +05-30                | 1995-07-06T10:00+05:30
                    Thu, 6 Jul 1995 10:00:00 +0-900                | 1995-07-06T10:00-09:00
                    Thu, 6 Jul 1995 10:00:00 -7700 (EST)           | 1995-07-06T10:00-05:00
                    Thu, 6 Jul 1995 10:00:00 -7700                 | 1995-07-06T10:00Z
                    Thu, 6 Jul 1995 10:00:00 +1500                 | 1995-07-06T10:00Z
                    Thu, 6 Jul 1995 10:00:00 +1400                 | 1995-07-06T10:00+14:00
                    Thu, 6 Jul 1995 10:00:00 +0275                 | 1995-07-06T10:00Z
                    Thu, 6 Jul 1995 10:00:00 ()                    | 1995-07-06T10:00Z
                    Thu, 6 Jul 1995 10:00:00 +0200 (a zone ( with brackets ) | 1995-07-06T10:00+02:00
                    """)
    void readsAllFormsThatMailHas(String text, OffsetDateTime expected) {
        MailDate date = MailDate.parse(text);
        assertThat(date).as(text).isNotNull();
        assertThat(
                        OffsetDateTime.ofInstant(
                                Instant.ofEpochSecond(date.instant()),
                                ZoneOffset.ofTotalSeconds(date.offset())))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"KOI8-R", "windows-1251"})
    void readsRussianMonthsInTheCharsetsOfTheirTime(String charset) {
        byte[] date = "Пн, 22 Июн 1998 10:00:00 +0400".getBytes(Charset.forName(charset));

        assertThat(MailDate.parse(date, 0, date.length))
                .isEqualTo(MailDate.parse("Mon, 22 Jun 1998 10:00:00 +0400"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tomorrow",
                "Thu, 31 Feb 2019 10:00:00 +0000",
                "Thu, 32 Jan 2019 10:00:00 +0000",
                "Thu, 6 Jul 1995 25:61:00 +0000",
                "Thu, 6 Jul 1995 24:00:00 +0000",
                "Thu, 6 Jul 1995 10:60:00 +0000",
                "Thu, 6 Jul 1995 10:00:61 +0000",
                "Thu, 0 Jul 1995 10:00:00 +0000",
                "Thu, 6 Jul 123456 10:00:00 +0000",
                "Jul 1995",
                "10:00:00 +0200",
                "13/13/1995",
                "07-32-1995",
                "Thu, 6 Лип 1995 10:00:00",
                "(Thu, 6 Jul 1995 10:00:00)"
            })
    void refusesWhatIsNoDate(String text) {
        assertThat(MailDate.parse(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ada@example.org Thu Jul  6 10:00:00 1995               | 1995-07-06T10:00:00Z
                    ada at example.org  Thu Jul  6 10:00:00 1995           | 1995-07-06T10:00:00Z
                    "Ada Quill"@example.org Thu Jul  6 10:00:00 1995       | 1995-07-06T10:00:00Z
                    ada@example.org Thu Jul  6 10:00 1995                  | 1995-07-06T10:00:00Z
                    ada Thu Jul  6 10:00:00 MET DST 1995                   | 1995-07-06T08:00:00Z
                    uucp Thu Jul  6 10:00:00 1995 remote from example      | 1995-07-06T10:00:00Z
                    Sat@example.org Sat Jul  8 10:00:00 1995               | 1995-07-08T10:00:00Z
                    ada@example.org 6 Jul 1995 10:00:00 -0500              | 1995-07-06T15:00:00Z
                    mboxrd@z Thu Jan  1 00:00:00 1970                      | 1970-01-01T00:00:00Z
                    """)
    void readsTheDateOfFromLines(String line, Instant expected) {
        MailDate date = MailDate.parseFromLine(line);
        assertThat(date).as(line).isNotNull();
        assertThat(Instant.ofEpochSecond(date.instant())).isEqualTo(expected);
    }

    @Test
    void hostileDatesTakeNoTime() {
        CpuLimit.run(
                3,
                () -> {
                    MailDate.parse("(".repeat(1_000_000));
                    MailDate.parse("1".repeat(1_000_000));
                    MailDate.parse("+-".repeat(1_000_000));
                    MailDate.parseFromLine("Sat ".repeat(1_000_000));
                });
    }
}
