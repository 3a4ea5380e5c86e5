package dev.threadmill.archive.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2021-June, 2021, 6, 0",
        "2021-jun, 2021, 6, 0",
        "2021-06, 2021, 6, 0",
        "202106, 2021, 6, 0",
        "2021, 2021, 0, 0",
        "2021q3, 2021, 7, 0",
        "20210630, 2021, 6, 30",
        "2021-06-30, 2021, 6, 30",
        "Week-of-Mon-20210628, 2021, 6, 28"
    })
    void periodsHaveManySpellings(String name, int year, int month, int day) {
        assertThat(Period.of(name)).contains(new Period(year, month, day));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "2021-13", "2021-Juno", "1850-01", "20210632", "x2021", "3"})
    void otherNamesAreNoPeriods(String name) {
        assertThat(Period.of(name)).isEqualTo(Optional.empty());
    }

    @Test
    void periodsSortAsTheCalendarDoes() {
        assertThat(
                        java.util.stream.Stream.of("2021-June", "2021q1", "2020", "2021-06-30")
                                .sorted(
                                        java.util.Comparator.comparing(
                                                name -> Period.of(name).orElseThrow())))
                .containsExactly("2020", "2021q1", "2021-June", "2021-06-30");
    }
}
