package dev.threadmill.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.GenerationReport;
import dev.threadmill.archive.mail.Problem;
import dev.threadmill.archive.site.PageKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
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
                        Path.of("site"));
        assertThat(String.join("\n", new Summary(report).lines(Duration.ofMillis(2_345))))
                .isEqualTo(
                        """
                        1,234 messages in 300 threads: 1,243 read, 1 more under an id in use, 5 duplicates, 3 left out
                                1  left out: X-No-Archive
                                2  left out: spam
                            1,234  message        9.9 MB
                                2  index       999 bytes
                        1,236 files, 9.9 MB: 12 written, 1,224 unchanged, 1 removed
                        2.3 s; the site is in site""");
        assertThat(new Summary(report).warnings()).isEmpty();
    }

    @Test
    void namesTheWorstProblemsFirst() {
        Summary summary =
                new Summary(
                        with(
                                Problem.info("dev.mbox:0", "repaired"),
                                Problem.warning("dev.mbox:10", "guessed"),
                                Problem.error("dev.mbox:20", "lost")));
        assertThat(summary.warnings())
                .containsExactly(
                        "3 problems in the mail: 1 error, 1 warning, 1 repaired",
                        "  dev.mbox:20: lost",
                        "  dev.mbox:10: guessed");
    }

    @Test
    void namesOnlyAFew() {
        Problem[] many =
                Collections.nCopies(9, Problem.warning("dev.mbox:10", "guessed"))
                        .toArray(Problem[]::new);
        assertThat(new Summary(with(many)).warnings())
                .hasSize(7)
                .startsWith("9 problems in the mail: 9 warnings")
                .endsWith("  and 4 more: see mvn -X");
    }

    @Test
    void doesNotWarnOfWhatIsRepaired() {
        Summary summary = new Summary(with(Problem.info("dev.mbox:0", "repaired")));
        assertThat(summary.warnings()).isEmpty();
        assertThat(summary.counts()).isEqualTo("1 problem in the mail: 1 repaired");
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
                        Path.of("site"));
        assertThat(new Summary(report).warnings())
                .containsExactly(
                        "The site holds 900.0 MB, and GitHub Pages takes up to 1 GB: see archive.pages");
    }

    private static GenerationReport with(Problem... problems) {
        return new GenerationReport(
                0,
                0,
                0,
                0,
                Map.of(),
                0,
                Map.of(),
                Map.of(),
                0,
                0,
                List.of(problems),
                Path.of("site"));
    }
}
