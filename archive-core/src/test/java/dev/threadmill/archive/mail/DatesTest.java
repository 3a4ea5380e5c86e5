package dev.threadmill.archive.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DatesTest {

    private static final long AT = 1_631_420_876; // 2021-09-12 04:27:56 UTC

    @Test
    void areShownInUtc() {
        assertThat(Dates.minute(AT)).isEqualTo("2021-09-12 04:27");
        assertThat(Dates.overview(AT)).isEqualTo("2021-09-12  4:27");
        assertThat(Dates.iso(AT)).isEqualTo("2021-09-12T04:27:56Z");
        assertThat(Dates.asctime(AT)).isEqualTo("Sun Sep 12 04:27:56 2021");
    }

    @Test
    void haveFourDigitsOfAYearWhateverMailSays() {
        assertThat(Dates.iso(Long.MAX_VALUE)).isEqualTo("9999-12-31T23:59:59Z");
        assertThat(Dates.iso(Long.MIN_VALUE)).isEqualTo("0001-01-01T00:00:00Z");
        assertThat(Dates.asctime(0)).isEqualTo("Thu Jan  1 00:00:00 1970");
    }
}
