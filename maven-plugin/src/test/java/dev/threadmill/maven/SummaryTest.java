package dev.threadmill.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.GenerationReport;
import dev.threadmill.archive.site.PageKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SummaryTest {

    @Test
    void accountsForEveryMessageAndByte() {
        GenerationReport report =
                new GenerationReport(
                        1_243,
                        1_234,
                        1,
                        5,
                        Map.of("spam", 2L, "X-No-Archive", 1L),
                        300,
                        Map.of(PageKind.MESSAGE, 1_234L, PageKind.INDEX, 2L),
                        Map.of(PageKind.MESSAGE, 9_876_543L, PageKind.INDEX, 999L),
                        12,
                        1,
                        List.of(),
                        List.of(),
                        List.of(),
                        Path.of("problems.jsonl"),
                        Path.of("site"));
        assertThat(String.join("\n", new Summary(report).lines(Duration.ofMillis(2_345))))
                .isEqualTo(
                        """
                        1,243 messages read: 1,234 shown in 300 threads, 1 shown beside another of the same Message-ID, 5 duplicates, 3 left out
                                1  left out: X-No-Archive
                                2  left out: spam
                            1,234  message        9.9 MB
                                2  index       999 bytes
                        1,236 files, 9.9 MB: 12 written, 1,224 unchanged, 1 removed
                        2.3 s; the site is in site""");
        assertThat(new Summary(report).warnings()).isEmpty();
    }

    @Test
    void namesOnlyWhatBecameOfMail() {
        GenerationReport report =
                new GenerationReport(
                        164,
                        164,
                        0,
                        0,
                        Map.of(),
                        45,
                        Map.of(),
                        Map.of(),
                        0,
                        0,
                        List.of(),
                        List.of(),
                        List.of(),
                        Path.of("problems.jsonl"),
                        Path.of("site"));
        assertThat(new Summary(report).lines(Duration.ZERO))
                .startsWith("164 messages read: 164 shown in 45 threads");
    }

    @Test
    void warnsBeforeTheSiteOutgrowsItsHost() {
        GenerationReport report =
                new GenerationReport(
                        0,
                        0,
                        0,
                        0,
                        Map.of(),
                        0,
                        Map.of(),
                        Map.of(PageKind.FLAT, 900_000_000L),
                        0,
                        0,
                        List.of(),
                        List.of(),
                        List.of(),
                        Path.of("problems.jsonl"),
                        Path.of("site"));
        assertThat(new Summary(report).warnings())
                .containsExactly(
                        "The site holds 900.0 MB, and GitHub Pages takes up to 1 GB: see archive.pages");
    }
}
