package dev.threadmill.archive.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.threadmill.archive.ArchiveGenerator;
import dev.threadmill.archive.GeneratedSite;
import dev.threadmill.archive.GenerationReport;
import dev.threadmill.archive.ProgressListener;
import dev.threadmill.archive.Rebuilt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail that grows old goes, by what newer mail says of the time. */
class ExpiryTest {

    @TempDir Path folder;

    private final List<String> messages = new ArrayList<>();

    private void message(String id, String parent, int year) throws IOException {
        messages.add(
                "From a@x.org Mon Jan  1 12:00:00 %d\nFrom: A <a@x.org>\nDate: 1 Jan %d 11:00:00 +0000\nMessage-ID: <%s@x.org>\n%sSubject: Year %d\n\nText %s.\n\n"
                        .formatted(
                                year,
                                year,
                                id,
                                parent.isEmpty() ? "" : "In-Reply-To: <" + parent + "@x.org>\n",
                                year,
                                id));
        Files.writeString(folder.resolve("dev.mbox"), String.join("", messages));
    }

    private GenerationReport generate(int years) throws IOException {
        return ArchiveGenerator.builder()
                .source(folder.resolve("dev.mbox"))
                .outputDirectory(folder.resolve("site"))
                .expireAfterYears(years)
                .build()
                .generate(ProgressListener.NONE);
    }

    private GeneratedSite site() {
        return new GeneratedSite(folder.resolve("site"));
    }

    private void mail() throws IOException {
        message("old", "", 2009);
        message("late", "old", 2012);
        message("alone", "", 2011);
        for (int i = 0; i < 9; i++) {
            message("n" + i, "", 2020);
        }
    }

    @Test
    void whatIsTooOldLeavesATombstone() throws IOException {
        mail();
        assertThat(generate(0).leftOut()).isEmpty();
        message("newest", "", 2020);

        assertThat(generate(8).leftOut()).isEqualTo(Map.of("expired", 2L));

        assertThat(site().folder("dev/old@x.org/").select("main p").text())
                .contains("It is no longer in this archive: it is older than 8 years");
        assertThat(site().folder("dev/alone@x.org/").select("main p").text())
                .contains("It is no longer in this archive");
        assertThat(site().folder("dev/late@x.org/").select(".overview .removed")).hasSize(1);
        assertThat(site().has("dev/2009-01/index.html")).isFalse();
        assertThat(site().faults()).isEmpty();
    }

    @Test
    void aFewMessagesOfTheFutureMoveNothing() throws IOException {
        mail();
        message("last", "", 2020);
        for (int i = 0; i < 9; i++) {
            message("wrong" + i, "", 2037);
        }
        assertThat(generate(12).leftOut()).isEmpty();
        message("right", "", 2037);
        assertThat(generate(12).leftOut()).isEqualTo(Map.of("expired", 13L));
    }

    @Test
    void aListOfFewMessagesKeepsAll() throws IOException {
        message("old", "", 1999);
        message("new", "", 2020);
        assertThat(generate(1).leftOut()).isEmpty();
    }

    @Test
    void mailThatComesInMovesTheYears() throws IOException {
        mail();
        Rebuilt site =
                new Rebuilt(folder, folder.resolve("dev.mbox"))
                        .with(settings -> settings.expireAfterYears(8));
        site.again("as it is");
        message("m", "", 2021);
        site.again("one more");
        for (int i = 0; i < 10; i++) {
            message("o" + i, "", 2022);
        }
        assertThat(site.again("ten more").leftOut()).isEqualTo(Map.of("expired", 3L));
    }

    @Test
    void yearsCannotBeNegative() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> generate(-1))
                .withMessage(
                        "archive.expireAfterYears is -1; write how many years mail stays, or 0 for ever");
    }
}
