package dev.threadmill.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One message made to exhaust a parser, between its mbox and its pages: it costs little, is named
 * in the report, and the message after it is shown. Tests run with a small stack.
 */
class HostileBuildTest {

    private static final String HEADER =
            "From: Mallory <mallory@example.org>\nDate: Fri, 1 Mar 2019 09:12:00 +0000\n"
                    + "Message-ID: <1@example.org>\n";

    private static final byte[] ENVELOPE =
            "From mallory@example.org Fri Mar  1 09:12:00 2019\n"
                    .getBytes(StandardCharsets.ISO_8859_1);

    private static final String NEXT =
            "From: Bo <bo@example.org>\nDate: Fri, 1 Mar 2019 09:13:00 +0000\n"
                    + "Message-ID: <2@example.org>\n\nStill here.\n";

    @TempDir Path folder;

    /** A message that says the same very often, written down without ever being whole. */
    private record Big(String before, String again, int times, String after) {
        void writeTo(OutputStream out) throws IOException {
            byte[] bytes = again.getBytes(StandardCharsets.ISO_8859_1);
            out.write((HEADER + before).getBytes(StandardCharsets.ISO_8859_1));
            for (int i = 0; i < times; i++) {
                out.write(bytes);
            }
            out.write((after + "\n").getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    static Stream<Arguments> messages() {
        String multipart = "Content-Type: multipart/mixed; boundary=b0\n\n";
        String zip = "Content-Type: application/zip\nContent-Transfer-Encoding: base64\n\n";
        String line = "A line of text like many others, that says nothing.\n";
        return Stream.of(
                Arguments.of(
                        "100,000 multiparts inside each other",
                        "nested over 50",
                        new Big(nested(), "", 0, "")),
                Arguments.of(
                        "100,000 messages inside each other",
                        "nested over 50",
                        new Big("", "Content-Type: message/rfc822\n\n", 100_000, "Hello\n")),
                Arguments.of(
                        "100,000 parts",
                        "more than 1000 parts",
                        new Big(multipart, "--b0\n\nx\n", 100_000, "")),
                Arguments.of(
                        "a megabyte of encoded words that never end",
                        "the rest of it was not read",
                        new Big("Subject: ", "=?a", 350_000, "\n\nHello\n")),
                Arguments.of(
                        "a header of ten megabytes",
                        "the rest of it was not read",
                        new Big("Subject: ", "x ", 5_000_000, "\n\nHello\n")),
                Arguments.of(
                        "a bomb of base64",
                        "is a file of 28500000 bytes",
                        new Big(zip, "A".repeat(76) + "\n", 500_000, "")),
                Arguments.of(
                        "ten thousand levels of quoting",
                        "quoted 10000 times",
                        new Big("\n", ">".repeat(10_000) + " x\n", 20, "Hello\n")),
                Arguments.of(
                        "a line of fifty megabytes",
                        "more characters than its page shows",
                        new Big("\n", "x".repeat(1000), 50_000, "\n")),
                Arguments.of(
                        "a hundred megabytes",
                        "more characters than its page shows",
                        new Big("\n", line, 1_950_000, "")));
    }

    private static String nested() {
        StringBuilder message = new StringBuilder("Content-Type: multipart/mixed; boundary=b0\n\n");
        for (int i = 0; i < 100_000; i++) {
            message.append("--b").append(i).append("\nContent-Type: multipart/mixed; boundary=b");
            message.append(i + 1).append("\n\n");
        }
        return message.append("--b100000\n\nHello\n").toString();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("messages")
    void costsLittleAndIsNamed(String what, String problem, Big message) throws IOException {
        Path mbox = folder.resolve("dev.mbox");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(mbox))) {
            out.write(ENVELOPE);
            message.writeTo(out);
            out.write(ENVELOPE);
            out.write((NEXT + "\n").getBytes(StandardCharsets.ISO_8859_1));
        }
        GenerationReport report = CpuLimit.within(3, () -> generate(mbox));
        assertThat(report.shown()).as(what).isEqualTo(2);
        assertThat(report.accounts())
                .singleElement()
                .satisfies(
                        account -> {
                            assertThat(account.id().orElseThrow().value())
                                    .isEqualTo("1@example.org");
                            assertThat(account.problems())
                                    .anyMatch(p -> p.sentence().contains(problem));
                        });
    }

    private GenerationReport generate(Path mbox) throws IOException {
        return ArchiveGenerator.builder()
                .source(mbox)
                .outputDirectory(folder.resolve("site"))
                .stateDirectory(folder.resolve("state"))
                .workers(1)
                .failOn(Optional.empty())
                .build()
                .generate(ProgressListener.NONE);
    }
}
