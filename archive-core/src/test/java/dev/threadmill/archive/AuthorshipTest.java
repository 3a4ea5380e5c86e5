package dev.threadmill.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who wrote what, from mail to the pages of authors. */
class AuthorshipTest {

    private static final String MAIL =
            """
            From ada@example.org Mon Jan  1 10:00:00 2024
            From: Ada Quill via dev <dev@lists.example.org>
            Reply-To: Ada Quill <ada@example.org>
            List-Post: <mailto:dev@lists.example.org>
            Date: Mon, 1 Jan 2024 10:00:00 +0000
            Subject: Carding
            Message-ID: <1@example.org>

            How is the carding engine?

            From ada@example.org Mon Jan  1 12:00:00 2024
            From: ada <ada@old.example.org>
            Date: Mon, 1 Jan 2024 12:00:00 +0000
            Subject: Spinning
            Message-ID: <2@example.org>

            And the spinning?

            """;

    @TempDir Path folder;

    private GeneratedSite generate(ArchiveGeneratorBuilder builder) throws IOException {
        Path mail = Files.writeString(folder.resolve("dev.mbox"), MAIL);
        builder.source(mail).outputDirectory(folder.resolve("site"));
        builder.build().generate(ProgressListener.NONE);
        GeneratedSite site = new GeneratedSite(folder.resolve("site"));
        assertThat(site.faults()).isEmpty();
        return site;
    }

    private static List<String> authors(GeneratedSite site) {
        return site.folder("dev/authors/").select("tbody tr td:first-child").eachText();
    }

    @Test
    void whoeverAListHidIsNamed() throws IOException {
        GeneratedSite site = generate(ArchiveGenerator.builder());
        assertThat(authors(site)).containsExactly("ada", "Ada Quill");
        assertThat(site.folder("dev/1@example.org/").select(".field").first().text())
                .isEqualTo(
                        "From: Ada Quill <ada@example.org>"
                                + " (as Ada Quill via dev <dev@lists.example.org>)");
        assertThat(site.folder("dev/2024-01/").text()).contains("Ada Quill").doesNotContain("via");
    }

    @Test
    void mailmapMakesOneAuthorOfSeveralAddresses() throws IOException {
        Path mailmap =
                Files.writeString(
                        folder.resolve("people"),
                        "Ada Quill <ada@example.org> <ada@old.example.org>\n");
        GeneratedSite site = generate(ArchiveGenerator.builder().mailmap(mailmap));
        assertThat(authors(site)).containsExactly("Ada Quill");
        String link = site.folder("dev/2@example.org/").select(".field a").first().attr("href");
        assertThat(site.folder("dev/" + link.replace("../", "")).select(".messages a").eachText())
                .containsExactly("Spinning", "Carding");
    }

    @Test
    void mailmapThatIsNotThereIsNamed() {
        Path nowhere = folder.resolve("nowhere");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> generate(ArchiveGenerator.builder().mailmap(nowhere)))
                .withMessage(
                        "archive.mailmap: there is no file '"
                                + nowhere
                                + "'; correct the path, or create it");
    }

    @Test
    void lineOfAMailmapThatIsNoneIsNamed() throws IOException {
        Path mailmap = Files.writeString(folder.resolve("people"), "# Us\nAda Quill\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> generate(ArchiveGenerator.builder().mailmap(mailmap)))
                .withMessageStartingWith(mailmap + ":2: 'Ada Quill' is no line of a mailmap");
    }
}
