package dev.threadmill.archive.parse.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.CpuLimit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodedWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    # as it should be
                    =?utf-8?Q?caf=C3=A9?=                       | café
                    =?UTF-8?q?caf=c3=a9?=                       | café
                    =?iso-8859-1?B?Y2Fm6Q==?=                   | café
                    Re: =?utf-8?Q?a_b=20c?= d                   | Re: a b c d
                    =?utf-8?Q?a?= =?utf-8?Q?b?=                 | ab
                    =?utf-8?Q?a?= b =?utf-8?Q?c?=               | a b c
                    =?utf-8?Q?a=3F=5F=3Db?=                     | a?_=b
                    # one character in two words
                    =?utf-8?Q?caf=C3?= =?utf-8?Q?=A9?=          | café
                    =?utf-8?B?Y2Fmww==?= =?UTF-8?B?qQ==?=       | café
                    =?utf-8?Q?caf=C3?= =?utf-8?B?qQ==?=         | café
                    =?utf-8?Q?=E2=82?==?utf-8?Q?=AC?=           | €
                    =?iso-8859-1?Q?=E9?= =?utf-8?Q?=C3=A9?=     | éé
                    # languages, aliases, unknown charsets
                    =?iso-8859-1*fr?Q?caf=E9?=                  | café
                    =?iso-8859-1?Q?=80=93?=                     | €“
                    =?gb2312?B?6Uw=?=                           | 長
                    =?x-unknown?Q?caf=E9?=                      | café
                    =?x-unknown?Q?caf=C3=A9?=                   | café
                    =?us-ascii?Q?caf=C3=A9?=                    | café
                    =?utf-8?Q?caf=E9?=                          | café
                    =?iso-2022-jp?B?GyRCRnxLXBsoQg==?=          | 日本
                    =?iso-2022-jp?B?GyRCLSFGfBsoQg==?=          | ①日
                    =?utf-7?Q?caf+AOk-?=                        | café
                    =??Q?caf=C3=A9?=                            | café
                    # blanks, padding and digits that break the rules
                    =?utf-8?Q?a b c?=                           | a b c
                    =?utf-8?B?Y2Fmw6k?=                         | café
                    =?utf-8?B?Y2Fm w6k=?=                       | café
                    =?utf-8?Q?a=XYb=?=                          | a=XYb=
                    =?utf-8?Q?why??=                            | why?
                    =?utf-8?Q?a?=b                              | ab
                    a=?utf-8?Q?b?=                              | ab
                    # what is none
                    =?utf-8?X?abc?=                             | =?utf-8?X?abc?=
                    =?utf-8?Q?abc                               | =?utf-8?Q?abc
                    =?utf-8?Q                                   | =?utf-8?Q
                    =?                                          | =?
                    2 =? 3                                      | 2 =? 3
                    =?utf-8?Q?lost =?utf-8?Q?found?=            | =?utf-8?Q?lost found
                    =?utf-8?Q??=                                | ~~
                    """)
    void decodes(String header, String text) {
        assertThat(EncodedWords.decode(header)).isEqualTo(text);
    }

    @Test
    void linesOfHeadersHoldNoControls() {
        assertThat(Controls.inLine(EncodedWords.decode("=?utf-8?Q?a=00b=0D=0Ac=1Bd?=")))
                .isEqualTo("ab  c␛d");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=?a",
                "=?a?",
                "=?a?q?",
                "=?a?q?b",
                "=?a?q?b?",
                "=?a?q?b?=",
                "=?=?",
                "?=",
                "=?a?b?="
            })
    void hostileHeadersTakeLinearTime(String piece) {
        String header = piece.repeat(1_000_000 / piece.length());
        CpuLimit.run(
                3,
                () -> {
                    EncodedWords.decode(header);
                    EncodedWords.decode(header + "?=");
                });
    }
}
