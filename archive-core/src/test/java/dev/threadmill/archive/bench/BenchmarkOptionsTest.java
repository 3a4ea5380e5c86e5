package dev.threadmill.archive.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadmill.archive.site.PageKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkOptionsTest {

    @TempDir private Path folder;

    @Test
    void unknownOptionIsAnsweredByTheUsage() {
        assertThatThrownBy(() -> BenchmarkOptions.parse("--mobx=a"))
                .hasMessageContaining("'--mobx=a' is no option")
                .hasMessageContaining("--mbox=FILE");
    }

    @Test
    void pagesAreNamedAsInTheSettings() {
        assertThat(BenchmarkOptions.kinds("nested,raw,feeds"))
                .contains(PageKind.NESTED, PageKind.RAW, PageKind.FEEDS, PageKind.INDEX)
                .doesNotContain(PageKind.MESSAGE, PageKind.FLAT);
        assertThat(BenchmarkOptions.kinds("usual"))
                .contains(PageKind.MESSAGE, PageKind.MBOX, PageKind.INDEX)
                .doesNotContain(PageKind.B4);
    }

    @Test
    void plainWriteMakesTheSameFilesAndFolders() throws IOException {
        Path site = folder.resolve("site");
        Files.createDirectories(site.resolve("list/a@b/t"));
        Files.writeString(site.resolve("list/a@b/index.html"), "x".repeat(3_000));
        Files.writeString(site.resolve("list/a@b/t/index.html"), "");
        SiteFiles.Count count = SiteFiles.list(site, folder.resolve("files"));
        PlainWrite.write(folder.resolve("files"), folder.resolve("copy"));
        assertThat(SiteFiles.list(folder.resolve("copy"), folder.resolve("files2")))
                .isEqualTo(count);
        assertThat(folder.resolve("files2")).hasSameTextualContentAs(folder.resolve("files"));
    }

    @Test
    void heldBackMessagesCompleteTheMail() throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        MailWriter.write(MailOptions.of(40), written);
        Path whole = Files.write(folder.resolve("mail.mbox"), written.toByteArray());
        HeldBack held = HeldBack.of(whole, 7, Files.createDirectory(folder.resolve("growing")));
        byte[] before = Files.readAllBytes(held.copy());
        assertThat(fromLines(before)).isEqualTo(33);
        held.append();
        assertThat(held.copy()).hasSameBinaryContentAs(whole);
    }

    private static long fromLines(byte[] mbox) {
        String text = new String(mbox, java.nio.charset.StandardCharsets.ISO_8859_1);
        return text.lines().filter(line -> line.startsWith("From mboxrd@z ")).count();
    }
}
