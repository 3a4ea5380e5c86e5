package dev.threadmill.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.ArchiveOptions.ListOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How sentences name the sources. */
class PlacesTest {

    @TempDir Path folder;

    private static List<String> named(String base, String... sources) {
        List<Path> paths = Stream.of(sources).map(Path::of).toList();
        Places places =
                new Places(paths, Optional.of(base).filter(b -> !b.isEmpty()).map(Path::of));
        return paths.stream().map(places::of).toList();
    }

    @Test
    void fileIsNamedByItself() {
        assertThat(named("", "/srv/mail/dev.mbox", "/srv/old/users.mbox"))
                .containsExactly("dev.mbox", "users.mbox");
    }

    @Test
    void whatIsBelowTheSourceIsNamedFromThere() {
        assertThat(named("/srv/mail", "/srv/mail/dev/2024-01.mbox", "/srv/mail", "/srv/old.mbox"))
                .containsExactly("dev/2024-01.mbox", "mail", "old.mbox");
    }

    @Test
    void equalNamesHaveAsManyFoldersAsTellThemApart() {
        assertThat(
                        named(
                                "",
                                "/srv/dev/old/2024-02.mbox",
                                "/srv/users/old/2024-02.mbox",
                                "/srv/2024-02.mbox",
                                "/srv/2024-03.mbox"))
                .containsExactly(
                        "dev/old/2024-02.mbox",
                        "users/old/2024-02.mbox",
                        "srv/2024-02.mbox",
                        "2024-03.mbox");
    }

    @Test
    void oneOutsideIsToldFromOneBelowTheSource() {
        assertThat(named("/srv/mail", "/srv/mail/dev.mbox", "/srv/old/dev.mbox"))
                .containsExactly("mail/dev.mbox", "old/dev.mbox");
    }

    @Test
    void shorterPathWithTheSameEndKeepsWhatItHas() {
        assertThat(named("", "/dev.mbox", "/srv/dev.mbox"))
                .containsExactly("dev.mbox", "srv/dev.mbox");
    }

    @Test
    void oneFileOfTwoListsHasOneName() {
        assertThat(named("", "/srv/dev.mbox", "/srv/../srv/dev.mbox"))
                .containsExactly("dev.mbox", "dev.mbox");
    }

    @Test
    void problemsSayInWhichOfTwoFilesOfOneNameTheyAre() throws IOException {
        GenerationReport report =
                ArchiveGenerator.builder()
                        .list(new ListOptions("dev", List.of(mail("dev")), "", "", ""))
                        .list(new ListOptions("users", List.of(mail("users")), "", "", ""))
                        .outputDirectory(folder.resolve("site"))
                        .build()
                        .generate(ProgressListener.NONE);
        assertThat(report.problems())
                .extracting(problem -> problem.place())
                .containsExactly("dev/2024-02.mbox:44", "users/2024-02.mbox:44");
        assertThat(report.problemsFile())
                .content()
                .contains("\"place\":\"dev/2024-02.mbox:44\"", "\"users/2024-02.mbox:44\"");
    }

    private Path mail(String list) throws IOException {
        Path file = Files.createDirectories(folder.resolve(list)).resolve("2024-02.mbox");
        return Files.writeString(
                file,
                """
                From a@example.org Thu Feb  1 10:00:00 2024
                From: a@example.org
                Message-ID: <%s@example.org>
                Date: none

                Text.
                """
                        .formatted(list));
    }
}
