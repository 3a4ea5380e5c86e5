package dev.threadmill.archive.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.threadmill.archive.mail.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Archives of real lists, which stay outside the project. */
class RealMailTest {

    private final Path corpora = Path.of(System.getProperty("archive.corpora", ""));

    @TempDir Path temporary;

    @BeforeEach
    void needsRealMail() {
        assumeTrue(
                !corpora.toString().isBlank() && Files.isDirectory(corpora),
                "no real mail: -Darchive.corpora names no folder");
    }

    @ParameterizedTest
    @CsvSource({
        "lists/ksummit.mbox.gz, 3115",
        "git/ksummit-0.bundle, 3115",
        "lists/usrp-users-2020-03.mbox.gz, 164",
        "lists/linux-mips-first3000.mbox.gz, 3000",
        "lists/linux-hams-2022-on.mbox.gz, 1191",
        "lists/extropians-1996.mbox.gz, 2371",
        "lists/pipermail-r-sig-mac-2010.txt.gz, 996",
        // 4,768 From lines behind a blank line, and 606 of Pipermail's without one
        "lists/pipermail-twisted-web.txt.gz, 5374",
    })
    void everyMessageIsFound(String file, int messages) throws IOException {
        Reading read = Reading.of(corpora.resolve(file), temporary);

        assertThat(read.messages()).hasSize(messages);
        assertThat(read.problems()).allMatch(p -> p.severity() == Problem.Severity.INFO);
        for (RawMessage message : read.messages()) {
            assertThat(FromLine.isHeaderField(message.bytes(), 0, message.bytes().length)).isTrue();
        }
    }

    @Test
    void doubtfulLinesAreCounted() throws IOException {
        Reading read = Reading.of(corpora.resolve("lists/pipermail-twisted-web.txt.gz"), temporary);

        assertThat(read.complaints()).hasSize(2);
        assertThat(read.complaints().get(0)).contains("Pipermail's form: 606;");
        assertThat(read.complaints().get(1)).contains("behind them): 3;");
    }

    @Test
    void repositoryAndMboxOfAListHoldTheSameBytes() throws IOException {
        Reading mbox = Reading.of(corpora.resolve("lists/ksummit.mbox.gz"), temporary);
        Reading inbox = Reading.of(corpora.resolve("git/ksummit-0.bundle"), temporary);

        assertThat(mbox.texts()).containsExactlyInAnyOrderElementsOf(inbox.texts());
    }

    @Test
    void fiveListsOfOneMonth() throws IOException {
        Reading read = Reading.of(corpora.resolve("crosspost-2023-06"), temporary);

        assertThat(read.messages()).hasSize(6519);
        assertThat(read.problems()).isEmpty();
    }

    @Test
    void noPipermailMessageIsGluedToAnother() throws IOException {
        Reading read = Reading.of(corpora.resolve("lists/pipermail-twisted-web.txt.gz"), temporary);

        byte[] from = "From ".getBytes(StandardCharsets.US_ASCII);
        for (RawMessage message : read.messages()) {
            byte[] bytes = message.bytes();
            for (int line = 0; line < bytes.length; ) {
                int end = FromLine.lineEnd(bytes, line, bytes.length);
                byte[] text = Arrays.copyOfRange(bytes, line, end);
                assertThat(
                                FromLine.startsWith(text, 0, text.length, from)
                                        && text[text.length - 5] == ' '
                                        && text[text.length - 1] <= '9')
                        .isFalse();
                line = end + 1;
            }
        }
    }
}
