package dev.threadmill.archive.parse.decode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharsetsTest {

    @ParameterizedTest
    @CsvSource({
        "iso88592, ISO-8859-2",
        "ISO_8859-5:1988, ISO-8859-5",
        "csISOLatin2, ISO-8859-2",
        "iso-8859-6-i, ISO-8859-6",
        "csISO88598I, ISO-8859-8",
        "iso885911, x-windows-874",
        "dos-874, x-windows-874",
        "x-cp1250, windows-1250",
        "x-cp1253, windows-1253",
        "cp_1257, windows-1257",
        "csBig5, Big5-HKSCS",
        "csShiftJIS, windows-31j",
        "iso2022kr, ISO-2022-KR",
        "csMacintosh, x-MacRoman",
        "x-mac-ukrainian, x-MacUkraine",
        "x-mac-ce, x-MacCentralEurope",
        "x-mac-greek, x-MacGreek",
        "x-mac-turkish, x-MacTurkish"
    })
    void knowsNamesInEverySpelling(String name, String charset) {
        assertThat(Charsets.named(name)).hasToString(charset);
    }

    /** The platform's own names too mean the larger charset. */
    @ParameterizedTest
    @CsvSource({
        "csISOLatin1, windows-1252",
        "IBM819, windows-1252",
        "iso-ir-148, windows-1254",
        "cseucpkdfmtjapanese, x-eucJP-Open"
    })
    void readsALargerCharsetUnderEveryName(String name, String charset) {
        assertThat(Charsets.named(name)).hasToString(charset);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"us-ascii", "csASCII", "iso646-us", "x-", "cs", "iso", "latin", "invented"})
    void knowsNothingByNamesThatSayNothing(String name) {
        assertThat(Charsets.named(name)).isNull();
    }
}
