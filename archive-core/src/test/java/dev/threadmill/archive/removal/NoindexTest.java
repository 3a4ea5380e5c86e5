package dev.threadmill.archive.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.threadmill.archive.ArchiveGenerator;
import dev.threadmill.archive.GeneratedSite;
import dev.threadmill.archive.GenerationReport;
import dev.threadmill.archive.ProgressListener;
import dev.threadmill.archive.Rebuilt;
import dev.threadmill.archive.mail.Problem;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lines of the file of removals keep from search engines. */
class NoindexTest {

    private static final List<String> ALL =
            List.of(
                    "dev/2024-01/",
                    "dev/2024/",
                    "dev/",
                    "dev/1@x.org/",
                    "dev/1@x.org/flat/",
                    "dev/1@x.org/t/",
                    "dev/2@x.org/",
                    "dev/3@x.org/",
                    "users/2024-01/",
                    "users/2024/",
                    "users/",
                    "users/3@x.org/",
                    "users/4@x.org/");

    @TempDir Path folder;

    private Path lines;

    @BeforeEach
    void mail() throws IOException {
        lines = folder.resolve("removals.txt");
        Files.createDirectories(folder.resolve("mail"));
        mbox("dev", message("1", ""), message("2", "1"), message("3", ""));
        mbox("users", message("3", ""), message("4", ""));
    }

    private static String message(String id, String parent) {
        return "From a@x.org Mon Jan  1 12:00:00 2024\nFrom: A%s <a@x.org>\nDate: Mon, 1 Jan 2024 11:0%s:00 +0000\nMessage-ID: <%s@x.org>\n%sSubject: No. %s\n\nText.\n\n"
                .formatted(
                        id,
                        id,
                        id,
                        parent.isEmpty() ? "" : "In-Reply-To: <%s@x.org>\n".formatted(parent),
                        id);
    }

    private void mbox(String list, String... messages) throws IOException {
        Files.writeString(
                folder.resolve("mail").resolve(list + ".mbox"), String.join("", messages));
    }

    private GenerationReport generate(String... text) throws IOException {
        Files.write(lines, List.of(text));
        return ArchiveGenerator.builder()
                .source(folder.resolve("mail"))
                .siteUrl(URI.create("https://lists.x.org/"))
                .outputDirectory(folder.resolve("site"))
                .removals(lines)
                .build()
                .generate(ProgressListener.NONE);
    }

    private GeneratedSite site() {
        return new GeneratedSite(folder.resolve("site"));
    }

    private boolean isIndexed(String page) {
        return site().folder(page).select("meta[name=robots]").isEmpty();
    }

    private List<String> indexed() {
        return ALL.stream().filter(this::isIndexed).toList();
    }

    /** What the sitemaps name. */
    private Set<String> mapped() {
        return site().files().stream()
                .filter(file -> file.startsWith("sitemap-"))
                .flatMap(file -> new String(site().bytes(file), StandardCharsets.UTF_8).lines())
                .flatMap(line -> Stream.of(line.split("[<>]", -1)))
                .filter(text -> text.startsWith("https://lists.x.org/"))
                .map(url -> url.substring("https://lists.x.org/".length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void withoutALineAllPagesAreForSearchEngines() throws IOException {
        generate();
        assertThat(indexed()).isEqualTo(ALL);
        assertThat(mapped()).contains("dev/", "dev/3@x.org/").doesNotContain("users/3@x.org/");
    }

    @Test
    void ofAMessageItsPageAndThoseOfItsThread() throws IOException {
        generate("noindex message <2@x.org>");
        assertThat(ALL)
                .filteredOn(page -> !isIndexed(page))
                .containsExactly("dev/1@x.org/flat/", "dev/1@x.org/t/", "dev/2@x.org/");
        assertThat(mapped())
                .contains("dev/", "dev/1@x.org/", "users/4@x.org/")
                .doesNotContain("dev/2@x.org/", "dev/1@x.org/t/");
        assertThat(site().folder("dev/2@x.org/").select("script[type*=json]")).isEmpty();
    }

    @Test
    void ofAListAllItsPages() throws IOException {
        generate("noindex list dev");
        assertThat(indexed()).allMatch(page -> page.startsWith("users/")).hasSize(5);
        assertThat(mapped()).noneMatch(page -> page.startsWith("dev/"));
    }

    @Test
    void aMessageOfTwoListsIsFoundInTheOtherOne() throws IOException {
        generate("noindex list dev");
        assertThat(mapped()).contains("users/3@x.org/");
        assertThat(site().folder("users/3@x.org/").select("link[rel=canonical]").attr("href"))
                .isEqualTo("https://lists.x.org/users/3@x.org/");
    }

    @Test
    void linesThatComeAndGo() throws IOException {
        Rebuilt site = new Rebuilt(folder, folder.resolve("mail"));
        Files.writeString(lines, "");
        site.with(settings -> settings.siteUrl(URI.create("https://x.org/")).removals(lines));
        site.again("no line");
        Files.writeString(lines, "noindex message 2@x.org\n");
        site.again("a message");
        Files.writeString(lines, "noindex list dev\n");
        site.again("a list");
        Files.writeString(lines, "noindex list users\n");
        site.again("another list");
        Files.writeString(lines, "");
        site.again("no line any more");
    }

    @Test
    void whatIsNotThereIsReported() throws IOException {
        assertThat(generate("noindex list Dev", "noindex author b@x.org").remarks())
                .extracting(Problem::sentence)
                .containsExactly(
                        "there is no list 'Dev'; mend the line, or take it out if no source has that mail any more",
                        "no message has the author 'b@x.org'; mend the line, or take it out if no source has that mail any more");
    }

    @Test
    void noListIsRemoved() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> generate("list dev 2026-03-01"))
                .withMessageContaining(":1: 'list dev 2026-03-01' is no removal;");
    }
}
