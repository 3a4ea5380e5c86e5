package dev.threadmill.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.mail.Problem;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProblemSummaryTest {

    @Test
    void namesTheWorstProblemsFirst() {
        ProblemSummary summary =
                of(
                        Problem.info("dev.mbox:0", "repaired"),
                        Problem.warning("dev.mbox:10", "guessed"),
                        Problem.error("dev.mbox:20", "lost"));
        assertThat(summary.isSerious()).isTrue();
        assertThat(summary.lines())
                .containsExactly(
                        "3 problems in the mail: 1 error, 1 warning, 1 repaired",
                        "  dev.mbox:20: lost",
                        "  dev.mbox:10: guessed",
                        "  dev.mbox:0: repaired",
                        "All of them, message by message: problems.jsonl");
    }

    @Test
    void namesEachKindOnce() {
        assertThat(
                        of(
                                        Problem.info(
                                                "dev.mbox:0",
                                                "no Date; using 2019-03-01T09:12:00Z"),
                                        Problem.warning("dev.mbox:0", "part 1 is not the 'x'"),
                                        Problem.warning("dev.mbox:5", "part 2.1 is not the 'y'"),
                                        Problem.info(
                                                "dev.mbox:9",
                                                "no Date; using 2020-03-01T09:12:00Z"))
                                .lines())
                .containsExactly(
                        "4 problems in the mail: 2 warnings, 2 repaired",
                        "  2 like this: dev.mbox:0: part 1 is not the 'x'",
                        "  2 like this: dev.mbox:0: no Date; using 2019-03-01T09:12:00Z",
                        "All of them, message by message: problems.jsonl");
    }

    @Test
    void namesOnlyAFewKinds() {
        List<Problem> kinds =
                IntStream.range(0, 11)
                        .mapToObj(i -> Problem.info("dev.mbox:0", "x".repeat(i + 1)))
                        .toList();
        assertThat(new ProblemSummary(kinds, Path.of("p")).lines())
                .hasSize(11)
                .contains("  and 3 other kinds");
    }

    @Test
    void saysNothingOfSoundMail() {
        assertThat(of().lines()).isEmpty();
        assertThat(
                        new ProblemSummary(
                                        Collections.nCopies(3, Problem.info("a", "b")),
                                        Path.of("p"))
                                .isSerious())
                .isFalse();
    }

    private static ProblemSummary of(Problem... problems) {
        return new ProblemSummary(List.of(problems), Path.of("problems.jsonl"));
    }
}
