package dev.threadmill.archive.output;

import static dev.threadmill.archive.output.Builds.build;
import static dev.threadmill.archive.output.Builds.files;
import static dev.threadmill.archive.output.Builds.site;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Folders that are refused stay as they were, and the sentence says what to do. */
class OutputFolderTest {

    @TempDir Path folder;
    private Path output;

    @BeforeEach
    void nameOutput() {
        output = folder.resolve("site");
    }

    @Test
    void folderOfOtherFilesIsRefused() throws IOException {
        Files.createDirectory(output);
        Files.writeString(output.resolve("README"), "mine");
        refused(
                "the output folder holds files that this program did not write, such as 'README', or its record of them, '.threadmill', is gone;"
                        + " name a folder that is new or empty");
        assertThat(output).isDirectoryContaining("glob:**README");
        assertThat(output.resolve(".threadmill")).doesNotExist();
    }

    @Test
    void fileIsRefused() throws IOException {
        Files.writeString(output, "mine");
        refused("the output folder is a file; name a folder for the site");
    }

    @Test
    void folderBelowAFileCannotBeMade() throws IOException {
        Files.writeString(folder.resolve("file"), "mine");
        output = folder.resolve("file/site");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SiteOutput.open(output))
                .withMessageStartingWith(output + ": cannot be made (")
                .withMessageEndingWith("); name another folder");
    }

    @Test
    void folderBesideThatIsNotOursIsRefused() throws IOException {
        Files.createDirectory(folder.resolve(".site.staging"));
        Files.writeString(folder.resolve(".site.staging/notes"), "mine");
        refused("the output folder is built in '.site.staging' beside it; remove that");
    }

    @Test
    void foldersAboveAreMade() throws IOException {
        output = folder.resolve("a/b/site");
        build(output, site("index.html", "home"));
        assertThat(files(output)).isEqualTo(site("index.html", "home"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void folderThatCannotBeWrittenToIsRefused() throws IOException {
        Files.createDirectory(output);
        Files.setPosixFilePermissions(output, PosixFilePermissions.fromString("r-xr-xr-x"));
        assumeFalse(Files.isWritable(output), "SKIPPED: root may write everywhere");
        refused("the output folder cannot be written to; allow it or name another folder");
    }

    @Test
    void linkIsRefused() throws IOException {
        Files.createDirectory(folder.resolve("elsewhere"));
        link(output, folder.resolve("elsewhere"));
        refused("the output folder is a symbolic link; name the folder that it leads to");
        assertThat(folder.resolve("elsewhere")).isEmptyDirectory();
    }

    @Test
    void linkThatLeadsOutOfTheSiteStopsTheBuild() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("index.html"), "list");
        build(output, site("index.html", "home", "dev/index.html", "list"));
        Files.delete(output.resolve("dev/index.html"));
        Files.delete(output.resolve("dev"));
        link(output.resolve("dev"), elsewhere);
        inTheWay("dev", "index.html", "home", "dev/index.html", "new list");
        inTheWay("dev", "index.html", "home", "dev/1@x/index.html", "new");
        inTheWay("dev", "index.html", "home");
        assertThat(files(elsewhere)).isEqualTo(site("index.html", "list"));
    }

    @Test
    void linkInPlaceOfAPageStopsTheBuild() throws IOException {
        Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "secret");
        build(output, site("index.html", "home"));
        link(output.resolve("new.html"), elsewhere);
        inTheWay("new.html", "index.html", "home", "new.html", "page");
        Files.delete(output.resolve("index.html"));
        link(output.resolve("index.html"), elsewhere);
        inTheWay("index.html", "index.html", "new home");
        assertThat(elsewhere).hasContent("secret");
    }

    @Test
    void linkInsideOurOwnFolderIsRefused() throws IOException {
        build(output, site("index.html", "home"));
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        link(output.resolve(".threadmill/staging"), elsewhere);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SiteOutput.open(output))
                .withMessageContaining("holds a symbolic link")
                .withMessageEndingWith("remove the link");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void stagingIsClosedToWebServers() throws IOException {
        build(output, site("index.html", "home"));
        try (SiteOutput opened = SiteOutput.open(output)) {
            assertThat(Files.getPosixFilePermissions(output.resolve(".threadmill/staging")))
                    .isEqualTo(PosixFilePermissions.fromString("rwx------"));
            Builds.write(opened, "new.html", "new");
        }
        assertThat(output.resolve(".threadmill")).isDirectoryNotContaining("glob:**staging");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void everybodyMayReadTheSiteWhateverTheUmask() throws Exception {
        Files.createDirectory(folder.resolve("empty"));
        for (String name : List.of("new", "empty")) {
            output = folder.resolve(name);
            for (int version = 1; version <= 2; version++) {
                List<String> command =
                        new ArrayList<>(List.of("sh", "-c", "umask 077; exec \"$@\""));
                command.add("sh");
                String[] arguments = {output.toString(), Integer.toString(version)};
                command.addAll(Publisher.java(Publisher.class, arguments).command());
                ProcessBuilder builder = new ProcessBuilder(command);
                builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
                assertThat(builder.start().waitFor()).isZero();
            }
            try (Stream<Path> paths = Files.walk(output)) {
                for (Path path : (Iterable<Path>) paths::iterator) {
                    boolean ours = !path.equals(output) || name.equals("new");
                    if (ours) {
                        String wanted = Files.isDirectory(path) ? "rwxr-xr-x" : "rw-r--r--";
                        assertThat(Files.getPosixFilePermissions(path))
                                .as(path.toString())
                                .isEqualTo(PosixFilePermissions.fromString(wanted));
                    }
                }
            }
        }
    }

    @Test
    void leftoversOfAKilledFirstBuildAreRemoved() throws IOException {
        Path beside = Files.createDirectories(folder.resolve(".site.staging/.threadmill"));
        Files.writeString(beside.resolve("lock"), "process 1, started long ago");
        Files.writeString(beside.resolve("../index.html"), "half");
        Files.writeString(beside.resolve("files"), "all but renamed");
        build(output, site("home.html", "home"));
        assertThat(files(output)).isEqualTo(site("home.html", "home"));
        assertThat(folder).isDirectoryNotContaining("glob:**.staging");
    }

    private void inTheWay(String what, String... site) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> build(output, site(site)))
                .withMessage(
                        output
                                + ": '"
                                + what
                                + "' is where the site has a page, and this program did not write"
                                + " it; move it elsewhere");
    }

    private void refused(String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SiteOutput.open(output))
                .withMessage(output + ": " + sentence);
    }

    private static void link(Path link, Path target) throws IOException {
        try {
            Files.createSymbolicLink(link, target);
        } catch (IOException | UnsupportedOperationException e) {
            assumeTrue(false, "SKIPPED: this system lets us make no symbolic links: " + e);
        }
    }
}
