package dev.threadmill.archive.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.CpuLimit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubjectTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Hello                           | Hello
                    Re: Hello                       | Hello
                    RE : Fwd:  Re: Hello            | Hello
                    Re[2]: Hello                    | Hello
                    Re: [dev] Re: Hello             | Hello
                    [dev] Hello                     | Hello
                    [dev][plan] Hello               | Hello
                    [dev]                           | [dev]
                    Hello (fwd)                     | Hello
                    Hello (fwd) (FWD)               | Hello
                    [Fwd: Re: Hello]                | Hello
                    [Fwd: [fwd:Re: Hello (fwd) ]]   | Hello
                    [Fwd: Hello] (fwd)              | Hello
                    [Fwd:]                          | ''
                    (fwd)                           | ''
                    Re:                             | ''
                    Regarding Hello                 | Regarding Hello
                    Hello Re: there                 | Hello Re: there
                    '  two   words  '               | two words
                    """)
    void baseSubjectIsWhatReplyingAdded(String subject, String base) {
        assertThat(new Subject(subject).base()).isEqualTo(base);
    }

    @Test
    void hostileSubjectTakesLinearTime() {
        for (String subject :
                List.of(
                        "Re: " + "[a]".repeat(100_000) + "[",
                        "Re: ".repeat(100_000),
                        "x" + "(fwd)".repeat(100_000),
                        "x" + " (fwd)".repeat(100_000) + "(fwd",
                        "[fwd:".repeat(100_000) + "x" + "]".repeat(100_000),
                        "[fwd: Re: [a] ".repeat(100_000) + "x" + " (fwd) ]".repeat(100_000))) {
            CpuLimit.run(3, () -> new Subject(subject).base());
        }
    }
}
