package dev.threadmill.archive.output;

import static dev.threadmill.archive.output.Builds.allFiles;
import static dev.threadmill.archive.output.Builds.build;
import static dev.threadmill.archive.output.Builds.files;
import static dev.threadmill.archive.output.Builds.site;
import static dev.threadmill.archive.output.Builds.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** On a disk of one megabyte. */
@EnabledOnOs(OS.LINUX)
class FullDiskTest {

    private static final String LARGE = "x".repeat(600_000);

    @TempDir Path disk;

    @BeforeEach
    void mount() throws Exception {
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=1m", "none", disk.toString()),
                "SKIPPED: only root may mount a small disk to fill");
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", disk.toString());
    }

    @Test
    void firstBuildThatDoesNotFitLeavesNothing() throws IOException {
        fails(disk.resolve("site"), site("a", LARGE, "b", LARGE));
        assertThat(disk).isEmptyDirectory();
    }

    @Test
    void laterBuildThatDoesNotFitLeavesTheSite() throws IOException {
        Path output = disk.resolve("site");
        build(output, site("index.html", "home", "a", LARGE));
        Map<String, String> before = allFiles(output);
        fails(output, site("index.html", "new home", "a", LARGE + "x"));
        assertThat(allFiles(output)).isEqualTo(before);
        build(output, site("index.html", "new home"));
        assertThat(files(output)).isEqualTo(site("index.html", "new home"));
    }

    @Test
    void manifestThatDoesNotFitLeavesTheSite() throws IOException {
        Path output = disk.resolve("site");
        build(output, site("index.html", "home"));
        Map<String, String> before = allFiles(output);
        try (SiteOutput opened = SiteOutput.open(output)) {
            write(opened, "index.html", "home");
            write(opened, "a", "x".repeat(4096 * 240));
            // Each file takes a page of the disk, and its line in the manifest some of one.
            for (int i = 0; i < 1000; i++) {
                write(opened, "empty/" + "long".repeat(50) + i, "");
            }
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> opened.publish((done, total) -> {}))
                    .withMessage(
                            output
                                    + ": the site cannot be published (No space left on device);"
                                    + " the site is as it was, run again when that is mended");
        }
        assertThat(allFiles(output)).isEqualTo(before);
    }

    private static void fails(Path output, Map<String, String> site) throws IOException {
        try (SiteOutput opened = SiteOutput.open(output)) {
            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> site.forEach((path, text) -> write(opened, path, text)))
                    .withMessageMatching(
                            ".*\\Q%s\\E: '[ab]' cannot be written \\(No space left on device\\); the site is as it was, run again when that is mended"
                                    .formatted(output));
            assertThatIllegalStateException().isThrownBy(() -> opened.publish((done, total) -> {}));
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        return builder.start().waitFor() == 0;
    }
}
