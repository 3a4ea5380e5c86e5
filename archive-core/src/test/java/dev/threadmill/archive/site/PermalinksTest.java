package dev.threadmill.archive.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.threadmill.archive.mail.Attachment;
import dev.threadmill.archive.mail.MailingList;
import dev.threadmill.archive.mail.MessageId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermalinksTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1@example.org",
                "YT4QCHwnqZL/rl0z@kroah.example.org",
                "a/b/c/d@example.org",
                "CAHk-=wi_+x.~!$&'()+,;=@example.org",
                "console.1@example.org",
                "two@at@example.org",
                "20240@example.org",
                "2024-05-1@example.org"
            })
    void ordinaryIdsStandForThemselves(String id) {
        assertThat(path(id)).isEqualTo("dev/" + id + "/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no-at-sign",
                "at@in/other@segment.example.org",
                "at@first/segment",
                ".hidden@example.org",
                "~tilde@example.org",
                "dot@example.org.",
                "a//b@example.org",
                "/a@example.org",
                "a@example.org/",
                "a/../b@example.org",
                "a/b/c/d/e@example.org",
                "con.1@example.org",
                "a/COM7.x@example.org",
                "nul/a@example.org",
                "authors/1@example.org",
                "ATTACHMENTS/1@example.org",
                "2024/1@example.org",
                "2024-05/1@example.org",
                "_/1@example.org",
                "two@at/@example.org",
                "space 1@example.org",
                "percent%1@example.org",
                "star*@example.org",
                "colon:1@example.org",
                "é@example.org"
            })
    void otherIdsAreAddressedByTheirHash(String id) {
        assertThat(path(id)).isEqualTo("dev/" + new MessageId(id).hashed() + "/");
    }

    @Test
    void longIdsAreAddressedByTheirHash() {
        assertThat(path("a".repeat(178) + "@x")).startsWith("dev/aaa");
        assertThat(path("a".repeat(179) + "@x")).startsWith("dev/~");
    }

    @Test
    void spellingsThatAFileSystemMixesUpAreKeptApart() {
        PathClaims claims = new PathClaims(new MessagePaths(false));
        claims.claim(new MessageId("ABC@example.org"));
        claims.claim(new MessageId("abc@example.org"));
        claims.claim(new MessageId("Folder/1@example.org"));
        claims.claim(new MessageId("folder/2@example.org"));
        claims.claim(new MessageId("Folder/3@example.org"));
        assertThat(claims.exceptions().keySet())
                .extracting(MessageId::value)
                .containsExactlyInAnyOrder("abc@example.org", "folder/2@example.org");
    }

    @Test
    void attachmentsAreNamedAfterTheirPartAndNothingElseIsTrusted() {
        assertThat(attachment("1.2", "plan.final.png", "image/png", "\u0089PNG\r\n\u001a\n"))
                .isEqualTo("dev/1@example.org/1.2-plan_final.png");
        assertThat(attachment("2", "../../etc/passwd", "text/plain", "root"))
                .isEqualTo("dev/1@example.org/2-passwd.txt");
        assertThat(attachment("2", "page.html", "text/html", "<script>"))
                .isEqualTo("dev/1@example.org/2-page.bin");
        assertThat(attachment("2", "", "application/x-thing", "?"))
                .isEqualTo("dev/1@example.org/2-file.bin");
        assertThat(attachment("2", "é".repeat(300) + ".pdf", "application/pdf", "%PDF-1.4"))
                .isEqualTo("dev/1@example.org/2-file.pdf");
    }

    @Test
    void attachmentsOfFurtherMessagesOfAnIdAreNumbered() {
        Attachment text = new Attachment("2", "a.txt", "text/plain", "", "", new byte[] {65});
        MessageId id = new MessageId("1@example.org");
        assertThat(links().attachment(0, id, 1, text).value())
                .isEqualTo("dev/1@example.org/2_2-a.txt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"assets", "Search", "CON", "nul.x", "…", ".", "404.html", "sitemap-a-1.xml"})
    void namesThatTheSiteNeedsAreNoLists(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ListFolders.of(name))
                .withMessageContaining("'" + name + "'");
    }

    @Test
    void listFoldersAreLowerCaseAndPlain() {
        assertThat(ListFolders.of("R-SIG-Mac")).isEqualTo("r-sig-mac");
        assertThat(ListFolders.of("dev (old)")).isEqualTo("dev--old-");
        assertThat(ListFolders.of("..dev.")).isEqualTo("dev");
    }

    private static String path(String id) {
        return links().message(0, new MessageId(id)).value();
    }

    private static String attachment(String part, String name, String type, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
        Attachment attachment = new Attachment(part, name, type, "", "", bytes);
        return links().attachment(0, new MessageId("1@example.org"), 0, attachment).value();
    }

    private static Permalinks links() {
        return new Permalinks(
                List.of(new MailingList("dev", "dev", "dev", "", "")),
                List.of(Map.of()),
                new MessagePaths(false));
    }
}
