package dev.threadmill.archive.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.CpuLimit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatchTagTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    [PATCH] Mend the shed                    | v1 1/1 [] Mend the shed
                    [PATCH v3 2/7] Mend the shed             | v3 2/7 [] Mend the shed
                    [RFC PATCH net-next v2 03/12] Mend       | v2 3/12 [RFC, net-next] Mend
                    [PATCHv2 1/2] Mend                       | v2 1/2 [] Mend
                    [PATCH 0/5 v4] Mend                      | v4 0/5 [] Mend
                    [PATCH,v2,1/2] Mend                      | v2 1/2 [] Mend
                    [PATCH][V2] Mend                         | v2 1/1 [] Mend
                    [patch 00/12] Mend                       | v1 0/12 [] Mend
                    [weavers] [PATCH v2 2/5] Mend            | v2 2/5 [weavers] Mend
                    [RFC PATCH [loom] 1/2] Mend              | v1 1/2 [RFC, loom] Mend
                    [PATCH-for-8.1 3/5] Mend                 | v1 3/5 [for-8.1] Mend
                    [PATCH RESEND v2] Mend                   | v2 1/1 [RESEND] Mend
                    [PATCH 1 of 5 v2] Mend                   | v2 1/5 [] Mend
                    [PATCH 6/5] Mend                         | v1 6/5 [] Mend
                    [PATCH 2/3]: Mend                        | v1 2/3 [] Mend
                    [RFC 2/3] Mend                           | v1 2/3 [RFC] Mend
                    [RFCv2 2/3] Mend                         | v2 2/3 [RFC] Mend
                    [loom v2 2/3] Mend                       | v2 2/3 [loom] Mend
                    [PATCHSET v24.0 0/3] Mend                | v24 0/3 [] Mend
                    [PATCH 1/2]                              | v1 1/2 [] ''
                    '  [ PATCH  1/2 ]  Mend [the] shed '     | v1 1/2 [] Mend [the] shed
                    [PATCH 0/0] Mend                         | v1 1/1 [0/0] Mend
                    [PATCH 12345/12345 v12345] Mend          | v1 1/1 [12345/12345, v12345] Mend
                    """)
    void bracketsSayWhatAPatchIs(String subject, String expected) {
        PatchTag tag = PatchTag.of(new Subject(subject)).orElseThrow();
        assertThat(
                        "v%d %d/%d %s %s"
                                .formatted(
                                        tag.version(),
                                        tag.number(),
                                        tag.total(),
                                        tag.prefixes(),
                                        tag.title()))
                .isEqualTo(expected.replace("''", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Mend the shed",
                "Re: [PATCH v3 2/7] Mend the shed",
                "[weavers] Re: [PATCH] Mend the shed",
                "[PULL 1/7] Mend the shed",
                "[GIT PULL] sheds for 6.5",
                "[PATCH PULL 1/2] Mend",
                "[12/25] Minutes",
                "[RFC] What about the shed?",
                "[PATCH Mend the shed",
                "Mend [PATCH]",
                "[dispatch] Mend",
                "[[[[PATCH]"
            })
    void otherSubjectsHaveNoTag(String subject) {
        assertThat(PatchTag.of(new Subject(subject))).isEmpty();
    }

    @Test
    void replySaysWhichPatchItAnswers() {
        assertThat(PatchTag.answered(new Subject("Re: RE: [PATCH v3 2/7] Mend")))
                .isEqualTo(PatchTag.of(new Subject("[PATCH v3 2/7] Mend")))
                .isPresent();
        assertThat(PatchTag.answered(new Subject("[PATCH v3 2/7] Mend"))).isEmpty();
        assertThat(PatchTag.answered(new Subject("Re: Mend"))).isEmpty();
    }

    @Test
    void hostileSubjectTakesLinearTime() {
        CpuLimit.run(3, () -> PatchTag.of(new Subject("[a b]".repeat(200_000))));
        CpuLimit.run(3, () -> PatchTag.of(new Subject("[".repeat(1_000_000))));
        CpuLimit.run(3, () -> PatchTag.of(new Subject("[" + "PATCH 1 of ".repeat(100_000) + "]")));
    }
}
