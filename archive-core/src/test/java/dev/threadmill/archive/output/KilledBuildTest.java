package dev.threadmill.archive.output;

import static dev.threadmill.archive.output.Builds.allFiles;
import static dev.threadmill.archive.output.Builds.build;
import static dev.threadmill.archive.output.Builds.files;
import static dev.threadmill.archive.output.Builds.site;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds killed at whatever moment leave a site that works, and the next build the right one. */
class KilledBuildTest {

    private static final int ROUNDS = 24;

    @TempDir Path folder;

    @Test
    void laterBuildsSurviveBeingKilled() throws Exception {
        Path output = folder.resolve("site");
        build(output, Publisher.version(1));
        Random random = new Random(7);
        List<Map<String, String>> versions = new ArrayList<>(List.of(Publisher.version(1)));
        for (int round = 2; round < ROUNDS + 2; round++) {
            killAtRandom(output, round, random);
            versions.add(Publisher.version(round));
            assertSiteWorks(files(output), versions);
            if (round % 4 == 0) {
                assertNextBuildIsRight(output, round);
            }
        }
    }

    @Test
    void publishingMayBreakOffAfterAnyStep() throws Exception {
        Map<String, String> one =
                site("index.html", "1", "a/index.html", "1", "b", "1", "c/d", "1");
        Map<String, String> two = site("index.html", "2", "a", "2", "b/c", "2", "c/d", "1");
        List<Map<String, String>> sites = List.of(one, two);
        Path output = folder.resolve("site");
        build(output, one);
        for (int last = 1; last <= 6; last++) {
            Map<String, String> next = sites.get(last % 2);
            int stop = last;
            try (SiteOutput opened = SiteOutput.open(output)) {
                next.forEach((path, text) -> Builds.write(opened, path, text));
                assertThatExceptionOfType(CancellationException.class)
                        .as("after step " + stop)
                        .isThrownBy(() -> opened.publish((done, total) -> breakOff(done, stop)));
            }
            SiteOutput.open(output).close();
            assertThat(files(output)).as("broken off after step " + stop).isEqualTo(next);
        }
        assertNextBuildIsRight(output, 1);
    }

    private static void breakOff(long done, long stop) {
        if (done == stop) {
            throw new CancellationException();
        }
    }

    @Test
    void firstBuildIsThereAsAWholeOrNotAtAll() throws Exception {
        Random random = new Random(8);
        for (int round = 0; round < 6; round++) {
            Path output = folder.resolve("site" + round);
            killAtRandom(output, 1, random);
            assertThat(files(output)).isIn(Map.of(), Publisher.version(1));
            assertNextBuildIsRight(output, 2);
        }
    }

    @Test
    void firstBuildIntoAnEmptyFolderShowsItsFrontPageLast() throws Exception {
        Random random = new Random(9);
        for (int round = 0; round < 6; round++) {
            Path output = Files.createDirectory(folder.resolve("site" + round));
            killAtRandom(output, 1, random);
            if (files(output).containsKey("index.html")) {
                assertThat(files(output)).isEqualTo(Publisher.version(1));
            }
            assertNextBuildIsRight(output, 2);
        }
    }

    @Test
    void secondRunIsToldWhoHoldsTheFolder() throws Exception {
        Path output = folder.resolve("site");
        for (String state : List.of("absent", "empty", "built")) {
            if (state.equals("empty")) {
                Files.createDirectory(output);
            } else if (state.equals("built")) {
                build(output, Publisher.version(1));
            }
            try (Publisher other = Publisher.start(output, "hold")) {
                assertThat(other.awaits("write")).isTrue();
                assertThatIllegalArgumentException()
                        .as(state)
                        .isThrownBy(() -> SiteOutput.open(output))
                        .withMessageMatching(
                                "\\Q%s\\E: another run \\(process %d, started [0-9TZ:-]+\\) is at work here; start again when it is done"
                                        .formatted(output, other.pid()));
            }
        }
        assertNextBuildIsRight(output, 2);
    }

    @Test
    void secondRunInTheSameProcessIsRefusedAndDoesNotUndoTheLock() throws Exception {
        Path output = folder.resolve("site");
        build(output, Publisher.version(1));
        try (SiteOutput opened = SiteOutput.open(output)) {
            for (int i = 0; i < 2; i++) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> SiteOutput.open(output.resolve("../site")))
                        .withMessageContaining("process " + ProcessHandle.current().pid());
            }
            try (Publisher other = Publisher.start(output, "2")) {
                assertThat(other.awaits("write")).isFalse();
            }
            assertThat(opened.last()).isPresent();
        }
        assertNextBuildIsRight(output, 2);
    }

    private static void killAtRandom(Path output, int version, Random random) throws Exception {
        try (Publisher publisher = Publisher.start(output, Integer.toString(version))) {
            List<String> words = List.of("start", "write", "publish", "rename", "rename");
            publisher.awaits(words.get(random.nextInt(words.size())));
            Thread.sleep(random.nextInt(25));
            publisher.kill();
        }
    }

    /** Every file is whole and of one of the versions so far; what the index lists is there. */
    private static void assertSiteWorks(
            Map<String, String> files, List<Map<String, String>> versions) {
        assertThat(files.get("dev/index.html").lines()).allMatch(files::containsKey);
        files.forEach(
                (path, text) ->
                        assertThat(versions)
                                .as(path)
                                .anyMatch(version -> text.equals(version.get(path))));
    }

    private void assertNextBuildIsRight(Path output, int version) throws IOException {
        build(output, Publisher.version(version));
        Path clean = folder.resolve("clean" + output.getFileName() + version);
        build(clean, Publisher.version(version));
        assertThat(allFiles(output)).isEqualTo(allFiles(clean));
    }
}
