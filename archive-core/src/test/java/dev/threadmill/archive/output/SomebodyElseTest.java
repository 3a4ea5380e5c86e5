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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of what others put, changed or damaged in the folder of a site. */
class SomebodyElseTest {

    @TempDir Path folder;
    private Path output;

    @BeforeEach
    void nameOutput() {
        output = folder.resolve("site");
    }

    @Test
    void foreignFilesStay() throws IOException {
        build(output, SITE);
        Files.writeString(output.resolve("dev/2@example.org/notes.txt"), "mine");
        Files.writeString(output.resolve("CNAME"), "archive.example.org");
        build(output, site("index.html", "home"));
        assertThat(files(output))
                .isEqualTo(
                        site(
                                "index.html", "home",
                                "CNAME", "archive.example.org",
                                "dev/2@example.org/notes.txt", "mine"));
    }

    @Test
    void foreignFileWhereThereIsToBeAPageStopsTheBuild() throws IOException {
        build(output, SITE);
        Files.writeString(output.resolve("CNAME"), "archive.example.org");
        Map<String, String> before = allFiles(output);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> build(output, site("index.html", "new", "CNAME", "other")))
                .withMessage(
                        output
                                + ": 'CNAME' is where the site has a page, and this program did not"
                                + " write it; move it elsewhere");
        assertThat(allFiles(output)).isEqualTo(before);
        Published published =
                build(output, site("index.html", "new", "CNAME", "archive.example.org"));
        assertThat(published.written()).as("the same content is as good as ours").isEqualTo(1);
    }

    @Test
    void folderOfSomebodyElseMakesNoWay() throws IOException {
        build(output, SITE);
        Files.createDirectories(output.resolve("about/us"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> build(output, site("about", "page")))
                .withMessageContaining("'about' is where the site has a page");
        assertThat(files(output)).isEqualTo(SITE);
    }

    @Test
    void pageThatSomebodyChangedIsWrittenAgain() throws IOException {
        build(output, SITE);
        Files.writeString(output.resolve("dev/index.html"), "something else");
        Files.delete(output.resolve("dev/1@example.org/raw"));
        Published published = build(output, SITE);
        assertThat(files(output)).isEqualTo(SITE);
        assertThat(published.remarks())
                .containsExactly(
                        "2 files, such as 'dev/1@example.org/raw', had been changed or removed"
                                + " since the last build; written again");
    }

    @Test
    void damagedManifestIsNotBelieved() throws IOException {
        Published one = build(output, SITE);
        Path manifest = output.resolve(".threadmill/files");
        String text = Files.readString(manifest);
        Files.writeString(manifest, text.replace("raw dev/1@", "raw dev/7@") + "junk");
        Files.writeString(output.resolve("dev/2@example.org/index.html"), "changed");
        age(output);
        Map<String, String> next = new TreeMap<>(SITE);
        next.remove("dev/index.html");
        try (SiteOutput opened = SiteOutput.open(output)) {
            assertThat(opened.last()).isEmpty();
            next.forEach((path, content) -> write(opened, path, content));
            Published two = opened.publish((done, total) -> {});
            assertThat(two.written()).isEqualTo(1);
            assertThat(two.removed()).isEqualTo(1);
            assertThat(two.manifest()).isNotEqualTo(one.manifest());
        }
        assertThat(files(output)).isEqualTo(next);
        assertThat(aged(output, "dev/1@example.org/index.html")).isTrue();
    }

    @Test
    void pageOfADamagedManifestThatIsNotWhatItSaysIsLeft() throws IOException {
        build(output, SITE);
        Path manifest = output.resolve(".threadmill/files");
        Files.writeString(manifest, Files.readString(manifest) + "junk");
        Files.writeString(output.resolve("dev/index.html"), "perhaps somebody's");
        Published published = build(output, site("index.html", "home"));
        assertThat(files(output))
                .isEqualTo(site("index.html", "home", "dev/index.html", "perhaps somebody's"));
        assertThat(published.remarks())
                .containsExactly(
                        "1 file, 'dev/index.html', may not be ours, as the manifest was damaged;"
                                + " left where they are");
    }
}
