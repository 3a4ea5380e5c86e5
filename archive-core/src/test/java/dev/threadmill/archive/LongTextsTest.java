package dev.threadmill.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.output.Publisher;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many messages with long texts, together far longer than memory: each has its page, and pages that
 * show several show as many of them whole as they have room for, and say where the others are.
 */
class LongTextsTest {

    private static final int LENGTH = 3_000_000;
    private static final String LINE = "Weft over warp and warp over weft, in every row of it.\n";
    private static final String NOT_HERE =
            "The text is not shown here, since this page is long already: ";

    @TempDir Path folder;

    private GeneratedSite site;

    /** Builds the site of an mbox in a virtual machine of little memory. */
    public static void main(String[] args) throws IOException {
        ArchiveGenerator.builder()
                .source(Path.of(args[0]))
                .outputDirectory(Path.of(args[1]))
                .workers(1)
                .build()
                .generate(ProgressListener.NONE);
    }

    @BeforeEach
    void build() throws Exception {
        Path mbox = folder.resolve("dev.mbox");
        try (BufferedWriter out = Files.newBufferedWriter(mbox)) {
            for (int i = 0; i < 12; i++) {
                message(out, i, i + "@example.org", "In-Reply-To: <0@example.org>\n");
                message(out, i, "same@example.org", "");
            }
        }
        Path output = folder.resolve("site");
        Process process =
                Publisher.java(LongTextsTest.class, mbox.toString(), output.toString())
                        .inheritIO()
                        .start();
        assertThat(process.waitFor()).isZero();
        site = new GeneratedSite(output);
    }

    private static void message(BufferedWriter out, int number, String id, String parent)
            throws IOException {
        String time = "10:" + (number + 10) + ":00";
        out.write("From ada@example.org Mon Jan  1 " + time + " 2024\n");
        out.write("From: Ada <ada@example.org>\nSubject: Rows\nMessage-ID: <" + id + ">\n");
        out.write("Date: Mon, 1 Jan 2024 " + time + " +0000\n" + parent);
        out.write("\nThis is loom " + number + ".\n");
        out.write(LINE.repeat(LENGTH / LINE.length()));
        out.write("Loom " + number + " ends.\n\n");
    }

    private String text(String file) {
        return new String(site.bytes(file), StandardCharsets.UTF_8);
    }

    @Test
    void eachIsShownWholeWhereItIsAloneAndAsFarAsThereIsRoomElsewhere() {
        assertThat(text("dev/7@example.org/index.html")).contains("Loom 7 ends.");
        for (String page : new String[] {"t", "flat"}) {
            assertThat(text("dev/0@example.org/" + page + "/index.html"))
                    .hasSizeLessThan(17 << 20)
                    .contains("Loom 0 ends.", "Loom 4 ends.")
                    .doesNotContain("Loom 5 ends.")
                    .containsOnlyOnce("Loom 4 ends.")
                    .contains(NOT_HERE + "the page of the message has it.");
        }
        assertThat(text("dev/0@example.org/t.atom"))
                .hasSizeLessThan(5 << 20)
                .contains("<summary>This is loom 10. Weft over warp")
                .contains("Loom 11 ends.")
                .doesNotContain("Loom 10 ends.");
        assertThat(text("dev/new.json"))
                .hasSizeLessThan(5 << 20)
                .contains("\"content_text\":\"This is loom 10. Weft over warp");

        String variants = text("dev/same@example.org/index.html");
        assertThat(variants).hasSizeLessThan(17 << 20).contains("Loom 0 ends.", "Loom 4 ends.");
        assertThat(variants).doesNotContain("Loom 5 ends.");
        assertThat(variants).contains(NOT_HERE + "the raw file has it.");
        assertThat(text("dev/same@example.org/raw")).contains("Loom 0 ends.", "Loom 11 ends.");
    }
}
