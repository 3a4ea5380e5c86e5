package dev.threadmill.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListFactsTest {

    private static final String DEV = "Looms and yarn <dev.example.org>";
    private static final String OPS = "Mill operations <ops.example.org>";

    @TempDir private Path folder;

    @Test
    void isCalledWhatItsMailSays() throws IOException {
        assertThat(title("", "", DEV, "")).isEqualTo("Looms and yarn");
    }

    @Test
    void whatItsMailSaysStandsOnItsPageOnce() throws IOException {
        assertThat(front(DEV).select("main").text()).containsOnlyOnce("Looms and yarn");
    }

    @Test
    void mailThatSaysNothingLeavesItsName() throws IOException {
        assertThat(title("", "")).isEqualTo("mail");
    }

    @Test
    void mailThatCameThroughAnotherListDoesNotRenameIt() throws IOException {
        assertThat(title(DEV, DEV, OPS)).isEqualTo("Looms and yarn");
    }

    @Test
    void noListSpeaksForAllSortsOfMail() throws IOException {
        assertThat(title(DEV, OPS, "Odds and ends <misc.example.org>")).isEqualTo("mail");
        assertThat(title(DEV, OPS)).isEqualTo("mail");
    }

    @Test
    void theNewestOfItsDescriptionsCounts() throws IOException {
        assertThat(title(DEV, "Looms alone <dev.example.org>")).isEqualTo("Looms alone");
    }

    @Test
    void oneMessageWithoutADescriptionTakesNothingFromIt() throws IOException {
        assertThat(title(DEV, DEV, "<dev.example.org>")).isEqualTo("Looms and yarn");
        assertThat(title(DEV, DEV, "Looms alone <dev.example.org>")).isEqualTo("Looms and yarn");
    }

    /** The heading of a list of messages, one for each value of List-Id. */
    private String title(String... listIds) throws IOException {
        return front(listIds).select("h1").text();
    }

    /** The front page of a list of messages, one for each value of List-Id. */
    private Document front(String... listIds) throws IOException {
        Path run = Files.createTempDirectory(folder, "run");
        StringBuilder mbox = new StringBuilder();
        for (int i = 0; i < listIds.length; i++) {
            mbox.append("From ada@example.org Mon Mar  4 10:00:0%d 2024%n".formatted(i));
            mbox.append("From: ada@example.org%n".formatted());
            mbox.append("Message-ID: <%d@example.org>%n".formatted(i));
            mbox.append(listIds[i].isEmpty() ? "" : "List-Id: %s%n".formatted(listIds[i]));
            mbox.append("Subject: loom%n%nIt runs.%n%n".formatted());
        }
        Files.writeString(run.resolve("mail.mbox"), mbox);
        ArchiveGenerator.builder()
                .source(run.resolve("mail.mbox"))
                .outputDirectory(run.resolve("site"))
                .stateDirectory(run.resolve("state"))
                .build()
                .generate(ProgressListener.NONE);
        return new GeneratedSite(run.resolve("site")).page("mail/index.html");
    }
}
