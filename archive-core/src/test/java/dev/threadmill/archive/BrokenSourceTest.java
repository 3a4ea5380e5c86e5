package dev.threadmill.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.threadmill.archive.mail.Problem;
import dev.threadmill.archive.source.TestInbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectInserter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources that are damaged: one problem that names the place, and everything else can be kept. */
class BrokenSourceTest {

    @TempDir Path folder;

    private static String message(int id) {
        return "From: a@example.org\nDate: Mon, 1 Jan 2024 11:00:00 +0000\nMessage-ID: <%d@example.org>\nSubject: No. %d\n\nText\n"
                .formatted(id, id);
    }

    private static String mbox(int from, int to) {
        StringBuilder mbox = new StringBuilder();
        for (int id = from; id < to; id++) {
            mbox.append("From a@example.org Mon Jan  1 11:00:00 2024\n")
                    .append(message(id))
                    .append('\n');
        }
        return mbox.toString();
    }

    private ArchiveGeneratorBuilder settings(Path source) {
        return ArchiveGenerator.builder()
                .source(source)
                .listName("dev")
                .outputDirectory(folder.resolve("site"));
    }

    private GenerationReport keepTheRest(Path source, ProgressListener progress)
            throws IOException {
        return settings(source).failOn(Optional.empty()).build().generate(progress);
    }

    private void publishesNothing(Path source, String problem) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(source).build().generate(ProgressListener.NONE))
                .withMessageStartingWith(problem)
                .withMessageContaining("nothing was published");
        assertThat(folder.resolve("site")).doesNotExist();
    }

    private Path maildir(int files) throws IOException {
        Path cur = Files.createDirectories(folder.resolve("dev/cur"));
        for (int id = 0; id < files; id++) {
            Files.writeString(cur.resolve(1704100000 + id + ".a.host"), message(id));
        }
        return cur.getParent();
    }

    @Test
    void truncatedGzip() throws IOException {
        Path mail = folder.resolve("dev.mbox.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(mail))) {
            out.write(mbox(0, 1000).getBytes(StandardCharsets.UTF_8));
        }
        byte[] bytes = Files.readAllBytes(mail);
        Files.write(mail, Arrays.copyOf(bytes, bytes.length / 2));

        publishesNothing(mail, "dev.mbox.gz:");
        GenerationReport report = keepTheRest(mail, ProgressListener.NONE);

        assertThat(report.problems()).hasSize(1);
        assertThat(report.shown()).isBetween(300L, 700L);
    }

    @Test
    void gzipThatIsDamagedFromItsBeginning() throws IOException {
        Path mail = folder.resolve("dev.mbox.gz");
        Files.write(mail, new byte[] {0x1f, (byte) 0x8b, 8, 0});

        publishesNothing(
                mail,
                "dev.mbox.gz:0: the compressed file is damaged near its byte 4 ('the file ends within the header or the trailer of its gzip data')");
    }

    @Test
    void damagedMonthAmongManyThatAreSound() throws IOException {
        Path mail = Files.createDirectories(folder.resolve("dev"));
        Files.writeString(mail.resolve("2024-01.mbox"), mbox(0, 3));
        Files.write(mail.resolve("2024-02.mbox.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0});

        publishesNothing(mail, "2024-02.mbox.gz:0: the compressed file is damaged");
        assertThat(keepTheRest(mail, ProgressListener.NONE).shown()).isEqualTo(3);
    }

    @Test
    void repositoryWithoutOneOfItsObjects() throws IOException {
        Path gitDir = folder.resolve("dev.git");
        try (TestInbox inbox = new TestInbox(gitDir)) {
            for (int id = 0; id < 5; id++) {
                inbox.add(message(id), 1704100000L + id);
            }
        }
        byte[] lost = message(3).getBytes(StandardCharsets.UTF_8);
        String name = new ObjectInserter.Formatter().idFor(Constants.OBJ_BLOB, lost).name();
        Files.delete(gitDir.resolve("objects/" + name.substring(0, 2) + "/" + name.substring(2)));

        publishesNothing(gitDir, "dev.git: git objects that are missing or damaged: 1");
        GenerationReport report = keepTheRest(gitDir, ProgressListener.NONE);

        assertThat(report.problems()).hasSize(1);
        assertThat(report.shown()).isEqualTo(4);
    }

    @Test
    void fileOfAMaildirThatVanishesBeforeItIsRead() throws IOException {
        Path maildir = maildir(5);
        Path victim = maildir.resolve("cur/1704100003.a.host");

        GenerationReport report =
                settings(maildir).build().generate((stage, done, total) -> delete(victim));

        assertThat(report.problems())
                .containsExactly(
                        Problem.warning(
                                "dev/cur/1704100003.a.host",
                                "the file vanished during the build; left out this time"));
        assertThat(report.shown()).isEqualTo(4);
    }

    @Test
    void fileOfAMaildirThatVanishesBeforeItsPageIsMade() throws IOException {
        Path maildir = maildir(5);
        Path victim = maildir.resolve("cur/1704100003.a.host");
        ProgressListener deleting =
                (stage, done, total) -> {
                    if (stage == ProgressListener.Stage.RENDER || done == total) {
                        delete(victim);
                    }
                };

        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(maildir).build().generate(deleting))
                .withMessageStartingWith("dev/cur/1704100003.a.host:0: the file vanished");
        assertThat(folder.resolve("site")).doesNotExist();
        Files.writeString(victim, message(3));
        GenerationReport report = keepTheRest(maildir, deleting);
        assertThat(report.problems()).hasSize(1);
        assertThat(new GeneratedSite(folder.resolve("site")).folder("dev/4@example.org/").text())
                .contains("Text");
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void fileOfAMaildirThatIsMarkedAsReadMeanwhile() throws IOException {
        Path maildir = maildir(5);
        Path file = maildir.resolve("cur/1704100003.a.host");

        GenerationReport report =
                settings(maildir)
                        .build()
                        .generate(
                                (stage, done, total) -> {
                                    if (done == total && Files.exists(file)) {
                                        move(file, maildir.resolve("cur/1704100003.a.host;2,S"));
                                    }
                                });

        assertThat(report.problems()).isEmpty();
        assertThat(new GeneratedSite(folder.resolve("site")).folder("dev/3@example.org/").text())
                .contains("Text");
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void fileThatIsNoMailAmongManyThatAre() throws IOException {
        Path maildir = maildir(500);
        Files.write(maildir.resolve("cur/1704100100.x.host"), new byte[] {(byte) 0xff, -40, 0, 16});

        GenerationReport report = settings(maildir).build().generate(ProgressListener.NONE);

        assertThat(report.problems())
                .singleElement()
                .asString()
                .startsWith("dev/cur/1704100100.x.host: the file is no mail");
        assertThat(report.shown()).isEqualTo(500);
    }

    @Test
    void monthThatIsNoMailAmongManyThatAre() throws IOException {
        Path months = Files.createDirectories(folder.resolve("dev"));
        for (int month = 1; month <= 12; month++) {
            String name = "2023-%02d.txt".formatted(month);
            Files.writeString(months.resolve(name), mbox(10 * month, 10 * month + 3));
        }
        Files.writeString(months.resolve("2023-05.txt"), "404 Not Found\n");

        publishesNothing(
                months, "2023-05.txt: the file is no mail, it begins with '404 Not Found'");
        GenerationReport report = keepTheRest(months, ProgressListener.NONE);

        assertThat(report.problems()).hasSize(1);
        assertThat(report.shown()).isEqualTo(33);
    }

    @Test
    void theTopOfAThreadIsRemovedTooThoughItsAddressSaysThatItIsMissing() throws IOException {
        String reply = message(2).replace("\nSubject", "\nIn-Reply-To: <1@example.org>\nSubject");
        Path maildir = maildir(2);
        Files.writeString(maildir.resolve("cur/1704100002.a.host"), reply);
        settings(maildir).build().generate(ProgressListener.NONE);
        Files.delete(maildir.resolve("cur/1704100001.a.host"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(maildir).build().generate(ProgressListener.NONE))
                .withMessageStartingWith("1 message page of the published site would go")
                .withMessageContaining("dev/1@example.org/index.html");
        GeneratedSite site = new GeneratedSite(folder.resolve("site"));
        assertThat(site.folder("dev/1@example.org/").text()).contains("No. 1");

        settings(maildir).allowRemovals(true).build().generate(ProgressListener.NONE);
        assertThat(site.folder("dev/1@example.org/").select("article.message")).isEmpty();
        settings(maildir).build().generate(ProgressListener.NONE);
    }

    @Test
    void truncatedMboxRemovesNothingUnlessItMay() throws IOException {
        Path mail = Files.writeString(folder.resolve("dev.mbox"), mbox(0, 100));
        settings(mail).build().generate(ProgressListener.NONE);
        Files.writeString(mail, mbox(0, 60));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(mail).build().generate(ProgressListener.NONE))
                .withMessageStartingWith("40 message pages of the published site would go")
                .withMessageContaining("archive.allowRemovals");
        GenerationReport report =
                settings(mail).allowRemovals(true).build().generate(ProgressListener.NONE);
        assertThat(report.shown()).isEqualTo(60);
        assertThat(new GeneratedSite(folder.resolve("site")).has("dev/60@example.org/index.html"))
                .isFalse();
    }
}
