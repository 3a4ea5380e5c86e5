package dev.threadmill.archive.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.site.PageKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** What the links of a list's header lead to. */
class InfoPagesTest {

    private static final Path BODIES = Path.of("src/test/resources/bodies");

    private static Document page(GivenArchive given, String path) {
        return Jsoup.parse(given.text(path + "index.html"));
    }

    @Test
    void colorShowsEveryClassThatTheTextOfAMessageCanHave() throws IOException {
        Set<String> classes = new TreeSet<>();
        try (Stream<Path> bodies = Files.list(BODIES)) {
            for (Path body : bodies.filter(file -> file.toString().endsWith(".html")).toList()) {
                for (Element element : Jsoup.parse(Files.readString(body)).select("[class]")) {
                    classes.addAll(element.classNames());
                }
            }
        }
        assertThat(classes).contains("q", "add", "del", "head", "hunk");
        Document color = page(Weft.archive(), "dev/color/");
        assertThat(classes)
                .allSatisfy(name -> assertThat(color.select("td ." + name)).as(name).isNotEmpty());
    }

    @Test
    void namesOnlyColorsThatThereAre() {
        GivenArchive given = Weft.archive();
        String style = given.text("assets/archive.css");
        String own = page(given, "dev/color/").select("pre.command").text();
        assertThat(own.lines().map(String::strip).filter(line -> line.startsWith("--")))
                .hasSizeGreaterThan(3)
                .allSatisfy(line -> assertThat(style).contains(line.replaceFirst(":.*", ": #")));
    }

    @Test
    void theHeaderOfAListLeadsToThem() {
        Document message = page(Weft.archive(), "dev/yes/1@example.org/");
        assertThat(message.select("header nav a").eachAttr("href"))
                .startsWith("../../help/", "../../color/", "../../mirror/", "../../stats/");
    }

    @Test
    void onlyWhatIsWrittenIsOffered() {
        GivenArchive given =
                Weft.archive().without(PageKind.RAW, PageKind.MBOX, PageKind.FEEDS, PageKind.FLAT);
        for (String path : new String[] {"dev/help/", "dev/mirror/"}) {
            assertThat(page(Weft.archive(), path).text()).contains("Atom feed", "raw", "mbox");
            assertThat(page(given, path).text())
                    .doesNotContain("Atom feed", "raw", "mbox.gz", "flat");
        }
    }

    @Test
    void addressesAreWholeWhereTheSiteKnowsItsOwn() {
        assertThat(page(Weft.archive(), "dev/mirror/").text())
                .contains("https://example.org/mail/dev/<Message-ID>/raw");
        assertThat(page(Weft.archive().siteUrl(""), "dev/mirror/").text())
                .contains("…/dev/<Message-ID>/raw")
                .doesNotContain("http");
    }

    @Test
    void mirrorNamesTheFilesThatHoldTheMail() {
        Document mirror = page(Weft.archive(), "dev/mirror/");
        assertThat(mirror.select("#mail + ul a").eachAttr("href"))
                .containsExactly("../all.mbox.gz", "../2024-03/mbox.gz", "../2024-04/mbox.gz");
        assertThat(mirror.select("#mail + ul pre").eachText())
                .containsExactly(
                        "wget https://example.org/mail/dev/all.mbox.gz",
                        "wget --timestamping --force-directories https://example.org/mail/dev/2024-04/mbox.gz");
    }

    @Test
    void helpLeadsToTheIndexesThatAreWritten() {
        assertThat(page(Weft.archive(), "dev/help/").select("#find + ul a").eachAttr("href"))
                .containsExactly(
                        "../2024-04/date/", "../authors/", "../subjects/", "../attachments/");
        GivenArchive none =
                Weft.archive()
                        .without(
                                PageKind.MONTHS,
                                PageKind.AUTHORS,
                                PageKind.SUBJECTS,
                                PageKind.MESSAGE,
                                PageKind.NESTED,
                                PageKind.FLAT);
        assertThat(page(none, "dev/help/").select("#find + ul")).isEmpty();
    }

    @Test
    void nobodyIsAskedForAnIdWhereMessagesHaveNoPages() {
        GivenArchive none = Weft.archive().without(PageKind.MESSAGE);
        assertThat(none.files()).doesNotContainKeys("_/go/index.html", "dev/_/go/index.html");
        for (String path : new String[] {"", "dev/", "dev/help/"}) {
            assertThat(page(Weft.archive(), path).select("form.go")).as(path).hasSize(1);
            assertThat(page(none, path).select("form.go")).as(path).isEmpty();
        }
        assertThat(none.text("404.html")).doesNotContain("<form", "<script");
        assertThat(page(none, "dev/help/").select("#link")).isEmpty();
    }

    @Test
    void helpTellsB4WhichIdsItMayAskFor() {
        assertThat(page(Weft.archive(), "dev/help/").text())
                .contains("b4 (0.13 or newer), by the Message-ID of any message in its thread")
                .contains("b4 -c b4.midmask=https://example.org/mail/dev/%s");
        assertThat(page(Weft.archive().without(PageKind.B4), "dev/help/").text())
                .contains("b4 (0.13 or newer), by the Message-ID of its thread's first message");
    }
}
