package dev.threadmill.archive.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.site.PageKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The indexes of a list: none grows without bound, and what is full stays as it is. */
class IndexesTest {

    private static final String NUMBERED =
            "dev/(\\d{4}-\\d\\d/date|authors/[^/]+-[0-9a-f]{8}|attachments)/\\d+/index.html";

    /** Mail of one month: a message a minute, of two authors, in threads of up to ten. */
    private static GivenArchive crowd(int messages) {
        GivenArchive given = new GivenArchive().list("dev");
        for (int i = 0; i < messages; i++) {
            GivenArchive.Mail mail =
                    given.mail("m" + i + "@example.org")
                            .from(
                                    i % 3 == 0 ? "Ben Birch" : "Ann Ash",
                                    (i % 3) / 2 + "@example.org")
                            .after(i * 60L)
                            .subject("Question " + i / 10)
                            .says("Text " + i);
            if (i % 10 > 0) {
                mail.answers("m" + (i - 1) + "@example.org");
            }
            mail.holds("notes " + i + ".txt", "text/plain", new byte[] {'a', '\n'}).in();
        }
        return given;
    }

    private static Document page(Map<String, byte[]> files, String path) {
        assertThat(files).containsKey(path + "index.html");
        byte[] page = files.get(path + "index.html");
        return Jsoup.parse(new String(page, StandardCharsets.UTF_8));
    }

    private static String author(Map<String, byte[]> files, String slug) {
        return files.keySet().stream()
                .filter(path -> path.matches("dev/authors/" + slug + "-[0-9a-f]{8}/index.html"))
                .map(path -> path.replace("index.html", ""))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void noPageHasOver200Entries() {
        Map<String, byte[]> files = crowd(3000).files();
        for (String path : files.keySet()) {
            if (path.endsWith(".html")) {
                Document page = Jsoup.parse(new String(files.get(path), StandardCharsets.UTF_8));
                int entries =
                        page.select("ul.messages > li, ul.files > li, ul.subjects li > a").size()
                                + page.select(
                                                "ul.threads > li, tbody > tr, section.month .overview a")
                                        .size();
                assertThat(entries).as(path).isLessThanOrEqualTo(200);
                assertThat(files.get(path).length).as(path).isLessThan(2_000_000);
            }
        }
        assertThat(files)
                .containsKeys(
                        "dev/2024-03/15/index.html",
                        "dev/2024-03/date/15/index.html",
                        "dev/attachments/15/index.html",
                        "dev/subjects/2/index.html",
                        author(files, "ann-ash") + "5/index.html");
    }

    @Test
    void fullPagesStayTheSameWhenNewerMailArrives() {
        Map<String, byte[]> before = crowd(799).files();
        Map<String, byte[]> after = crowd(1300).files();
        List<String> full = before.keySet().stream().filter(p -> p.matches(NUMBERED)).toList();
        assertThat(full)
                .contains("dev/2024-03/date/3/index.html", "dev/attachments/3/index.html")
                .contains(author(before, "ann-ash") + "1/index.html")
                .doesNotContain("dev/2024-03/date/4/index.html");
        for (String path : full) {
            assertThat(after.get(path)).as(path).isEqualTo(before.get(path));
        }
    }

    @Test
    void theBareAddressShowsTheNewestAndLeadsOn() {
        Map<String, byte[]> files = crowd(450).files();
        Document newest = page(files, "dev/2024-03/date/");
        assertThat(newest.select("ul.messages > li")).hasSize(200);
        assertThat(newest.select("ul.messages > li").first().id()).isEqualTo("n450");
        Element older = newest.select("nav.pager a").first();
        assertThat(older.attr("href")).isEqualTo("./2/#n250");
        Document second = page(files, "dev/2024-03/date/2/");
        assertThat(second.getElementById("n250")).isNotNull();
        assertThat(second.select("nav.pager").first().select("a").eachAttr("href"))
                .containsExactly("../", "../1/", "../1/");
    }

    @Test
    void everyMessageStandsInEachIndex() {
        Map<String, byte[]> files = crowd(450).files();
        Map<String, Set<String>> found = new HashMap<>();
        for (String path : files.keySet()) {
            if (path.matches("dev/(2024-03/date|attachments|authors/[^/]+)/(\\d+/)?index.html")) {
                String index = path.replaceFirst("(authors|date|attachments)/.*", "$1");
                Document page = page(files, path.replace("index.html", ""));
                for (Element link : page.select("a[href*=@]:not(.file)")) {
                    String target = link.attr("href").replaceFirst("^(\\.\\./)+", "");
                    found.computeIfAbsent(index, i -> new TreeSet<>()).add(target);
                }
            }
        }
        Set<String> all = new TreeSet<>();
        IntStream.range(0, 450).forEach(i -> all.add("m" + i + "@example.org/"));
        assertThat(found.keySet())
                .containsExactlyInAnyOrder("dev/2024-03/date", "dev/attachments", "dev/authors");
        found.values().forEach(targets -> assertThat(targets).isEqualTo(all));
    }

    @Test
    void aMessageLeadsToItsPlaceAmongThoseBeforeAndAfterIt() {
        Map<String, byte[]> files = crowd(450).files();
        assertThat(byDate(files, 7)).isEqualTo("../2024-03/date/1/#n8");
        assertThat(byDate(files, 399)).isEqualTo("../2024-03/date/2/#n400");
        assertThat(byDate(files, 400)).isEqualTo("../2024-03/date/#n401");
    }

    private static String byDate(Map<String, byte[]> files, int message) {
        Document page = page(files, "dev/m" + message + "@example.org/");
        return page.select("nav.around a:containsOwn(by date)").attr("href");
    }

    @Test
    void aMessageLeadsToItsAuthor() {
        Map<String, byte[]> files = crowd(3).files();
        Element from = page(files, "dev/m0@example.org/").select(".field a").first();
        assertThat(from.text()).isEqualTo("Ben Birch <0@example.org>");
        assertThat("dev/" + from.attr("href").replace("../", ""))
                .isEqualTo(author(files, "ben-birch"));
    }

    @Test
    void inAMonthALineStandsBelowWhatItAnswersOrNothing() {
        GivenArchive given = new GivenArchive().list("dev");
        given.mail("top@example.org").from("Top", "top@example.org").in();
        given.mail("a@example.org")
                .after(60)
                .from("A", "a@example.org")
                .answers("top@example.org")
                .in();
        given.mail("b@example.org")
                .after(120)
                .from("B", "b@example.org")
                .answers("top@example.org", "gone@example.org")
                .in();
        given.mail("c@example.org")
                .after(180)
                .from("C", "c@example.org")
                .answers("b@example.org")
                .in();
        String april = "2024-04-01T00:00:00Z";
        given.mail("d@example.org")
                .sent(april, "")
                .from("D", "d@example.org")
                .answers("a@example.org")
                .in();
        given.mail("e@example.org")
                .sent(april, "")
                .from("E", "e@example.org")
                .answers("c@example.org")
                .in();
        assertThat(lines(given, "2024-03")).containsExactly("Top", "` A", "` B", "  ` C");
        assertThat(lines(given, "2024-04")).containsExactly("D", "E");
    }

    /** The lines of a month without their dates and subjects. */
    private static List<String> lines(GivenArchive given, String month) {
        return page(given.files(), "dev/" + month + "/").select(".month .overview").stream()
                .flatMap(overview -> overview.wholeText().lines())
                .map(line -> line.replaceFirst("^[-0-9]+ +[0-9:]+ ", "").replace("A plan ", ""))
                .filter(line -> !line.isBlank())
                .toList();
    }

    @Test
    void aYearIsToldByItsMonths() {
        GivenArchive given = crowd(12);
        given.mail("june@example.org").sent("2024-06-01T00:00:00Z", "").subject("June").in();
        given.mail("next@example.org").sent("2025-01-01T00:00:00Z", "").in();
        Document year = page(given.files(), "dev/2024/");
        assertThat(year.select("tbody tr").eachText())
                .containsExactly("2024-03 12 2 2 by date", "2024-06 1 1 1 by date");
        assertThat(year.select("ul.threads li").eachText()).hasSize(2);
        assertThat(year.select(".summary").text())
                .isEqualTo("13 messages / 3 threads / 3 authors / 2025 →");
    }

    @Test
    void oneIsNotToldAsMany() {
        for (PageKind leftOut : List.of(PageKind.B4, PageKind.MESSAGE)) {
            GivenArchive given = new GivenArchive().list("dev").without(leftOut);
            given.mail("a@example.org").subject("Alone").in();
            given.files()
                    .forEach(
                            (path, content) ->
                                    assertThat(new String(content, StandardCharsets.UTF_8))
                                            .as(path)
                                            .doesNotContainPattern(
                                                    "\\b1 (messages|threads|authors)\\b"));
        }
    }

    @Test
    void threadsOfOneSubjectStandTogetherAmongThoseThatDifferInAnAccent() {
        GivenArchive given = new GivenArchive().list("dev");
        int i = 0;
        for (String subject : List.of("Cafe", "Caf\u00e9", "cafe")) {
            given.mail(i++ + "@example.org").subject(subject).after(i).in();
        }
        Document page = page(given.files(), "dev/subjects/");
        assertThat(page.select("ul.subjects a:not(.author)").eachText())
                .containsExactly("Cafe", "cafe", "Caf\u00e9");
    }

    @Test
    void subjectsStandAsPeopleLookForThem() {
        GivenArchive given = new GivenArchive().list("dev");
        int i = 0;
        for (String subject : List.of("zebra", "Re: [dev] Apple", "\"Boot\"", "RE: apple", "42")) {
            given.mail(i++ + "@example.org").subject(subject).after(i).in();
        }
        Document page = page(given.files(), "dev/subjects/");
        assertThat(page.select("ul.subjects > li").eachAttr("id"))
                .containsExactly("other", "A", "B", "Z");
        assertThat(page.select("ul.subjects a:not(.author)").eachText())
                .containsExactly("42", "Apple", "RE: apple", "\"Boot\"", "zebra");
        assertThat(page.select("ul.subjects .again a").first().text()).isEqualTo("RE: apple");
        assertThat(page.select("nav.letters a").eachAttr("href"))
                .containsExactly("#other", "#A", "#B", "#Z");
    }

    @Test
    void attachmentsAreToldWithTheMessagesTheyCameWith() {
        GivenArchive given = new GivenArchive().list("dev");
        given.mail("a@example.org")
                .subject("Plans")
                .says("See below")
                .holds("plan.pdf", "application/pdf", "%PDF-1".getBytes(StandardCharsets.US_ASCII))
                .holds("", "text/html", new byte[] {'<'})
                .holds("", "image/png", new byte[1234])
                .in();
        Document page = page(given.files(), "dev/attachments/");
        List<String> told = new ArrayList<>();
        page.select("ul.files > li").forEach(li -> told.add(li.text()));
        assertThat(told)
                .containsExactly(
                        "plan.pdf 6 bytes / application/pdf 2024-03-01 08:05 Plans Ann Ash",
                        "4-image.bin 1.2 kB / image/png 2024-03-01 08:05 Plans Ann Ash");
        assertThat(page.select("a.file").eachAttr("href"))
                .containsExactly("../a@example.org/2-plan.pdf", "../a@example.org/4-image.bin");
    }

    @Test
    void withoutAuthorsNamesAreNoLinks() {
        Map<String, byte[]> files = crowd(3).without(PageKind.AUTHORS).files();
        assertThat(page(files, "dev/").select("a.author")).isEmpty();
        assertThat(page(files, "dev/").select("span.author").eachText()).contains("Ben Birch");
    }
}
