package dev.threadmill.archive.output;

import static dev.threadmill.archive.output.Builds.SITE;
import static dev.threadmill.archive.output.Builds.age;
import static dev.threadmill.archive.output.Builds.aged;
import static dev.threadmill.archive.output.Builds.allFiles;
import static dev.threadmill.archive.output.Builds.build;
import static dev.threadmill.archive.output.Builds.files;
import static dev.threadmill.archive.output.Builds.site;
import static dev.threadmill.archive.output.Builds.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.site.SitePath;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteOutputTest {

    @TempDir Path folder;
    private Path output;

    @BeforeEach
    void nameOutput() {
        output = folder.resolve("site");
    }

    @Test
    void firstBuildStandsAsAWhole() throws IOException {
        Published published = build(output, SITE);
        assertThat(files(output)).isEqualTo(SITE);
        assertThat(published.files())
                .isEqualTo(Map.of(PageKind.INDEX, 2L, PageKind.MESSAGE, 2L, PageKind.RAW, 1L));
        assertThat(published.bytes())
                .isEqualTo(Map.of(PageKind.INDEX, 8L, PageKind.MESSAGE, 6L, PageKind.RAW, 9L));
        assertThat(published.written()).isEqualTo(5);
        assertThat(published.removed()).isZero();
        assertThat(folder).isDirectoryNotContaining("glob:**.staging");
    }

    @Test
    void firstBuildFillsAnEmptyFolder() throws IOException {
        Files.createDirectory(output);
        Object key = Files.readAttributes(output, "fileKey").get("fileKey");
        build(output, SITE);
        assertThat(files(output)).isEqualTo(SITE);
        assertThat(Files.readAttributes(output, "fileKey").get("fileKey")).isEqualTo(key);
        assertThat(allFiles(output)).containsKey(".threadmill/files").hasSize(SITE.size() + 1);
    }

    @Test
    void manifestNamesEveryFileByFolderAndName() throws IOException {
        build(output, SITE);
        Hash home = Hash.of("home".getBytes(StandardCharsets.UTF_8));
        String manifest = Files.readString(output.resolve(".threadmill/files"));
        assertThat(manifest.lines().map(line -> line.replaceFirst("^[0-9a-f]{32}", "H")))
                .startsWith(
                        "threadmill-files 1",
                        "H 4 index index.html",
                        "H 4 index dev/index.html",
                        "H 3 message dev/1@example.org/index.html",
                        "H 9 raw dev/1@example.org/raw",
                        "H 3 message dev/2@example.org/index.html");
        assertThat(manifest).contains(home + " 4 index index.html\n");
    }

    @Test
    void manifestIsTheSameInWhateverOrderFilesCome() throws IOException {
        Published one = build(output, SITE);
        Path other = folder.resolve("other");
        Published two;
        try (SiteOutput opened = SiteOutput.open(other)) {
            SITE.entrySet().stream()
                    .sorted(Map.Entry.<String, String>comparingByKey().reversed())
                    .forEach(file -> write(opened, file.getKey(), file.getValue()));
            two = opened.publish((done, total) -> {});
        }
        assertThat(two.manifest()).isEqualTo(one.manifest());
        assertThat(allFiles(other)).isEqualTo(allFiles(output));
    }

    @Test
    void sameBuildAgainTouchesNothing() throws IOException {
        Published one = build(output, SITE);
        age(output);
        Published two = build(output, SITE);
        assertThat(two.written()).isZero();
        assertThat(two.manifest()).isEqualTo(one.manifest());
        SITE.keySet().forEach(path -> assertThat(aged(output, path)).as(path).isTrue());
        assertThat(aged(output, ".threadmill/files")).isTrue();
    }

    @Test
    void laterBuildWritesWhatChangedAndRemovesWhatWent() throws IOException {
        build(output, SITE);
        age(output);
        Map<String, String> next =
                site(
                        "index.html", "home",
                        "dev/index.html", "list of 2",
                        "dev/1@example.org/index.html", "one",
                        "dev/1@example.org/raw", "From: one",
                        "dev/3/4@example.org/index.html", "three");
        Published published = build(output, next);
        assertThat(files(output)).isEqualTo(next);
        assertThat(published.written()).isEqualTo(2);
        assertThat(published.removed()).isEqualTo(1);
        assertThat(output.resolve("dev/2@example.org")).doesNotExist();
        assertThat(aged(output, "dev/1@example.org/index.html")).isTrue();
        assertThat(aged(output, "dev/index.html")).isFalse();
        assertThat(allFiles(output)).hasSize(next.size() + 1);
    }

    @Test
    void keptFilesStayWithoutBeingRendered() throws IOException {
        Published one = build(output, SITE);
        try (SiteOutput opened = SiteOutput.open(output)) {
            assertThat(opened.last()).hasValue(one.manifest());
            assertThat(opened.keep(new int[] {SITE.size()})).isEmpty();
            assertThat(opened.keep(IntStream.range(0, SITE.size()).toArray())).isPresent();
            assertThat(opened.publish((done, total) -> {}).manifest()).isEqualTo(one.manifest());
        }
        assertThat(files(output)).isEqualTo(SITE);
    }

    @Test
    void emptyFileThatSomebodyRemovedIsMissed() throws IOException {
        Map<String, String> site = site(".nojekyll", "", "index.html", "home");
        build(output, site);
        Files.delete(output.resolve(".nojekyll"));
        try (SiteOutput opened = SiteOutput.open(output)) {
            assertThat(opened.keep(new int[] {0, 1})).isEmpty();
            assertThat(opened.keepAll()).isFalse();
        }
        Published published = build(output, site);
        assertThat(files(output)).isEqualTo(site);
        assertThat(published.remarks()).hasSize(1);
        assertThat(build(output, site).written()).isZero();
    }

    @Test
    void groupsOfFilesAreKeptByTheirLines() throws IOException {
        int[] lines;
        try (SiteOutput opened = SiteOutput.open(output)) {
            FileGroup group = opened.group();
            SITE.forEach(
                    (path, text) -> {
                        if (path.contains("@")) {
                            group.add(
                                    opened.take(new SitePath(path), PageKind.MESSAGE, utf8(text)));
                        } else {
                            write(opened, path, text);
                        }
                    });
            assertThatIllegalStateException().isThrownBy(group::lines);
            opened.publish((done, total) -> {});
            lines = group.lines();
        }
        for (String first : List.of("a/index.html", "dev/index.html", "index.html")) {
            age(output);
            try (SiteOutput opened = SiteOutput.open(output)) {
                write(opened, first, "changed");
                assertThat(opened.keep(new int[] {lines[0], 5})).isEmpty();
                FileGroup kept = opened.keep(lines).orElseThrow();
                opened.publish((done, total) -> {});
                lines = kept.lines();
            }
            assertThat(files(output))
                    .hasSize(4)
                    .containsEntry(first, "changed")
                    .containsEntry("dev/1@example.org/raw", "From: one");
            assertThat(aged(output, "dev/1@example.org/raw")).isTrue();
        }
    }

    private static ByteBuffer utf8(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void nothingHappensWithoutPublishing() throws IOException {
        try (SiteOutput opened = SiteOutput.open(output)) {
            write(opened, "index.html", "home");
        }
        assertThat(folder).isEmptyDirectory();
        Files.createDirectory(output);
        try (SiteOutput opened = SiteOutput.open(output)) {
            write(opened, "index.html", "home");
        }
        assertThat(output).isEmptyDirectory();
        build(output, SITE);
        Map<String, String> before = allFiles(output);
        try (SiteOutput opened = SiteOutput.open(output)) {
            write(opened, "index.html", "another home");
        }
        assertThat(allFiles(output)).isEqualTo(before);
    }

    @Test
    void tellsWhatWouldBeRemoved() throws IOException {
        build(output, SITE);
        try (SiteOutput opened = SiteOutput.open(output)) {
            write(opened, "index.html", "home");
            write(opened, "dev/2@example.org/index.html", "two");
            assertThat(opened.pending(page -> false))
                    .isEqualTo(
                            new Removals(
                                    1, Optional.of(new SitePath("dev/1@example.org/index.html"))));
            assertThat(opened.pending(page -> true)).isEqualTo(new Removals(0, Optional.empty()));
        }
        assertThat(files(output)).isEqualTo(SITE);
    }

    @Test
    void fileMakesWayForFolderAndFolderForFile() throws IOException {
        Map<String, String> one = site("index.html", "1", "a", "file", "b/c/d@x", "deep");
        Map<String, String> two = site("index.html", "2", "a/b/index.html", "page", "b", "file");
        build(output, one);
        build(output, two);
        assertThat(files(output)).isEqualTo(two);
        build(output, one);
        assertThat(files(output)).isEqualTo(one);
    }

    @Test
    void anotherCaseIsAnotherFileOnlyInAnotherBuild() throws IOException {
        build(output, site("index.html", "1", "dev/A@x/index.html", "big"));
        Map<String, String> next = site("index.html", "1", "dev/a@x/index.html", "small");
        build(output, next);
        assertThat(files(output).values()).containsExactlyInAnyOrder("1", "small");
    }

    @Test
    void pathsThatDifferInCaseOnlyStopTheBuild() throws IOException {
        clash("dev/1@x/Patch.txt", "dev/1@x/patch.txt");
        clash("dev/A@x/index.html", "dev/a@x/raw");
        clash("dev/A/b@x/index.html", "dev/a/c@x/index.html");
        clash("dev/a/index.html", "dev/A");
        clash("dev/a", "dev/A/b/index.html");
        clash("dev/a/b", "dev/A/B/index.html");
        clash("dev/a@x/raw", "dev/a@x/raw");
    }

    private void clash(String one, String two) throws IOException {
        try (SiteOutput opened = SiteOutput.open(output)) {
            write(opened, one, "1");
            write(opened, "index.html", "home");
            assertThatIllegalStateException()
                    .isThrownBy(() -> write(opened, two, "2"))
                    .withMessageContaining(two.substring(0, 5))
                    .withMessageContaining(one.substring(0, 5));
        }
    }

    @Test
    void ourOwnFolderIsNoPlaceForPages() throws IOException {
        try (SiteOutput opened = SiteOutput.open(output)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> write(opened, ".threadmill/files", ""));
            assertThatIllegalArgumentException().isThrownBy(() -> write(opened, ".Threadmill", ""));
            write(opened, ".threadmill.css", "fine");
        }
    }

    @Test
    void callerKeepsItsBuffer() throws IOException {
        try (SiteOutput opened = SiteOutput.open(output)) {
            ByteBuffer direct = ByteBuffer.allocateDirect(1_000_000);
            direct.position(10).limit(700_010);
            opened.write(new SitePath("big"), PageKind.ASSET, direct);
            assertThat(direct.position()).isEqualTo(10);
            assertThat(direct.limit()).isEqualTo(700_010);
            opened.publish((done, total) -> {});
        }
        assertThat(output.resolve("big")).hasSize(700_000);
    }

    @Test
    void manyThreadsWriteAtOnce() throws IOException {
        for (int round = 0; round < 3; round++) {
            String text = "round " + Math.min(round, 1);
            try (SiteOutput opened = SiteOutput.open(output)) {
                IntStream.range(0, 3000)
                        .parallel()
                        .forEach(
                                i ->
                                        write(
                                                opened,
                                                "l" + i % 7 + "/d" + i % 100 + "/" + i + "@x/",
                                                text));
                Published published = opened.publish((done, total) -> {});
                assertThat(published.written()).isEqualTo(round < 2 ? 3000 : 0);
            }
            assertThat(files(output)).hasSize(3000).containsValue(text);
        }
    }

    @Test
    void siteIsPublishedOnce() throws IOException {
        build(output, SITE);
        try (SiteOutput opened = SiteOutput.open(output)) {
            opened.publish((done, total) -> {});
            assertThatIllegalStateException().isThrownBy(() -> opened.publish((done, total) -> {}));
        }
    }
}
