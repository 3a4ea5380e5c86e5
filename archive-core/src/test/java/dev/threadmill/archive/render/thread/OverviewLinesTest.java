package dev.threadmill.archive.render.thread;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverviewLinesTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "fix loom, fix loom, ||, ||",
                "||, fix loom, fix loom, ||",
                "[1/2] fix the loom, [2/2] fix the loom, [2/2], \"",
                "[1/2] fix the loom, fix the loom, fix the loom, ||",
                "fix the loom, [x] fix the loom, [x], \"",
                "refix loom, [x] fix loom, [x] fix, \"",
                "fix loom, mend yarn, mend yarn, ||",
                "fix loom, ||, ||, ||"
            })
    void repeatsNothingOfTheSubjectAbove(String above, String subject, String shown, String same) {
        assertThat(OverviewLines.subject(above, subject))
                .isEqualTo(new OverviewLines.Said(shown, same));
    }

    @ParameterizedTest
    @CsvSource({"Re: RE: re:loom, loom", "Regarding, Regarding", "'  loom ', loom", "Re:, ''"})
    void dropsWhatRepliesAdd(String subject, String bare) {
        assertThat(OverviewLines.withoutRe(subject)).isEqualTo(bare);
    }
}
