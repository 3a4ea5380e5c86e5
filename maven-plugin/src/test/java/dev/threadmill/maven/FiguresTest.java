package dev.threadmill.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void countsWithSingularAndPlural() {
        assertThat(Figures.count(0, "file")).isEqualTo("0 files");
        assertThat(Figures.count(1, "file")).isEqualTo("1 file");
        assertThat(Figures.count(12_345, "file")).isEqualTo("12,345 files");
    }

    @Test
    void changesTheUnitBeforeItPrintsAThousand() {
        assertThat(Figures.bytes(1)).isEqualTo("1 byte");
        assertThat(Figures.bytes(999)).isEqualTo("999 bytes");
        assertThat(Figures.bytes(1_000)).isEqualTo("1.0 kB");
        assertThat(Figures.bytes(999_949)).isEqualTo("999.9 kB");
        assertThat(Figures.bytes(999_950)).isEqualTo("1.0 MB");
        assertThat(Figures.bytes(2_345_678_901L)).isEqualTo("2.3 GB");
        assertThat(Figures.bytes(Long.MAX_VALUE)).isEqualTo("9223372.0 TB");
    }

    @Test
    void isFinerTheShorterTheTime() {
        assertThat(Figures.time(Duration.ofMillis(840))).isEqualTo("0.8 s");
        assertThat(Figures.time(Duration.ofSeconds(42))).isEqualTo("42 s");
        assertThat(Figures.time(Duration.ofSeconds(185))).isEqualTo("3 min 5 s");
        assertThat(Figures.time(Duration.ofMinutes(124))).isEqualTo("2 h 4 min");
    }

    @Test
    void isTheSameInEveryLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Figures.count(12_345)).isEqualTo("12,345");
            assertThat(Figures.bytes(12_345)).isEqualTo("12.3 kB");
            assertThat(Figures.time(Duration.ofMillis(1_500))).isEqualTo("1.5 s");
        } finally {
            Locale.setDefault(before);
        }
    }
}
