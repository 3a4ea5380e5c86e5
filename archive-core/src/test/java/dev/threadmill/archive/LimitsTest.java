package dev.threadmill.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.threadmill.archive.mail.Limits;
import dev.threadmill.archive.mail.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is beyond a limit is left out of the page and named in the report; raw has it. */
class LimitsTest {

    private static final Limits SMALL = new Limits(1 << 10, 20, 3, 2, 2, 1_000, 1_000);

    @TempDir Path folder;

    private GenerationReport generate(String message, Limits limits) throws IOException {
        Path mail = folder.resolve("dev.mbox");
        Files.writeString(
                mail,
                "From a@x.org Mon Jan  1 11:00:00 2024\nFrom: A <a@x.org>\nMessage-ID: <1@x.org>\n"
                        + message);
        return ArchiveGenerator.builder()
                .source(mail)
                .outputDirectory(folder.resolve("site"))
                .limits(limits)
                .build()
                .generate(ProgressListener.NONE);
    }

    private void assertCut(String message, String sentence) throws IOException {
        assertThat(generate(message, Limits.DEFAULT).problems())
                .extracting(Problem::sentence)
                .noneMatch(said -> said.contains(sentence));
        GenerationReport report = generate(message, SMALL);
        assertThat(report.problems())
                .extracting(Problem::sentence)
                .anyMatch(said -> said.contains(sentence));
        assertThat(report.shown()).isEqualTo(1);
        GeneratedSite site = new GeneratedSite(folder.resolve("site"));
        assertThat(new String(site.bytes("dev/1@x.org/raw"), StandardCharsets.UTF_8))
                .endsWith(message);
    }

    @Test
    void headerSize() throws IOException {
        assertCut("X-Long: " + "x".repeat(2_000) + "\n\nText.\n", "header of over 1 KB");
    }

    @Test
    void headerFields() throws IOException {
        assertCut("X-A: b\n".repeat(30) + "\nText.\n", "or 20 fields");
    }

    @Test
    void references() throws IOException {
        String references = "References: <a@x> <b@x> <c@x> <d@x> <e@x>\n";
        assertCut(references + "\nText.\n", "5 references; kept the first and the last 2");
    }

    private static String parts(int count, String text) {
        String part = "--b\nContent-Type: text/plain\n\n" + text + "\n";
        return "Content-Type: multipart/mixed; boundary=b\n\n" + part.repeat(count) + "--b--\n";
    }

    @Test
    void numberOfParts() throws IOException {
        assertCut(parts(4, "Text."), "more than 2 parts; left out the rest");
    }

    @Test
    void sizeOfAPart() throws IOException {
        assertCut(
                parts(1, "word ".repeat(400)),
                "part 1 has more than 1000 bytes; left out the rest");
    }

    @Test
    void depthOfParts() throws IOException {
        String inside = "Content-Type: message/rfc822\n\nSubject: Inside\n".repeat(4);
        assertCut(inside + "\nText.\n", "is nested over 2 levels deep; kept as a file");
    }

    @Test
    void textOnAPage() throws IOException {
        assertCut("\n" + "word ".repeat(400) + "\n", "more characters than its page shows");
    }

    @Test
    void anotherLimitMakesThePagesAnew() throws IOException {
        Path mail = folder.resolve("dev.mbox");
        Files.writeString(
                mail,
                "From a@x.org Mon Jan  1 11:00:00 2024\nMessage-ID: <1@x.org>\n"
                        + "References: <a@x> <b@x> <c@x> <d@x>\n\n"
                        + "word ".repeat(400));
        Rebuilt site = new Rebuilt(folder, mail);
        site.again("as usual");
        site.with(settings -> settings.limits(SMALL));
        assertThat(site.again("small").written()).isPositive();
        site.with(settings -> settings.limits(Limits.DEFAULT));
        site.again("as usual again");
    }

    @Test
    void limitsThatLeaveNothingAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Limits(1 << 10, 20, 1, 2, 2, 1_000, 1_000))
                .withMessage("archive.limits: references is 1; it can be 2 to 100000");
    }
}
