package dev.threadmill.archive.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.mail.Problem;
import dev.threadmill.archive.site.PageKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** One page of each kind as it is; {@code -Dgoldens=update} rewrites them. */
class PagesTest {

    private static final String TOMBSTONE = "removed.html";
    private static final Path GOLDENS =
            Path.of("src/test/resources/dev/threadmill/archive/render/pages");

    private static final Map<String, String> PAGES = new LinkedHashMap<>();

    static {
        PAGES.put("home.html", "index.html");
        PAGES.put("list.html", "dev/index.html");
        PAGES.put("month.html", "dev/2024-03/index.html");
        PAGES.put("month-by-date.html", "dev/2024-03/date/index.html");
        PAGES.put("year.html", "dev/2024/index.html");
        PAGES.put("authors.html", "dev/authors/index.html");
        PAGES.put("author.html", "dev/authors/ann-ash-438c4c7a/index.html");
        PAGES.put("subjects.html", "dev/subjects/index.html");
        PAGES.put("stats.html", "dev/stats/index.html");
        PAGES.put("attachments.html", "dev/attachments/index.html");
        PAGES.put("message.html", "dev/plan@example.org/index.html");
        PAGES.put("message-in-two-lists.html", "dev/yes/1@example.org/index.html");
        PAGES.put("message-of-uncertain-date.html", "dev/late@example.org/index.html");
        PAGES.put("nested.html", "dev/plan@example.org/t/index.html");
        PAGES.put("nested-elsewhere.html", "users/plan@example.org/t/index.html");
        PAGES.put("flat.html", "dev/plan@example.org/flat/index.html");
        PAGES.put("missing.html", "dev/gone@example.org/index.html");
        PAGES.put("missing-elsewhere.html", "users/plan@example.org/index.html");
        PAGES.put("not-found.html", "404.html");
        PAGES.put("help.html", "dev/help/index.html");
        PAGES.put("mirror.html", "dev/mirror/index.html");
        PAGES.put("color.html", "dev/color/index.html");
        PAGES.put("go.html", "dev/_/go/index.html");
        PAGES.put("thread.atom", "dev/plan@example.org/t.atom");
        PAGES.put("new.atom", "users/new.atom");
        PAGES.put("month.atom", "dev/2024-03/archive.atom");
        PAGES.put("all.atom", "new.atom");
        PAGES.put("new.json", "users/new.json");
        PAGES.put("raw.txt", "dev/plan@example.org/raw");
        PAGES.put("robots.txt", "robots.txt");
        PAGES.put("attachment.txt", "dev/plan@example.org/2-draft_notes.txt");
    }

    @Test
    void eachKindOfPageReadsLikeThis() throws IOException {
        Map<String, byte[]> files = Weft.archive().files();
        for (Map.Entry<String, String> page : PAGES.entrySet()) {
            assertThat(files.keySet()).contains(page.getValue());
            String is = new String(files.get(page.getValue()), StandardCharsets.UTF_8);
            assertReadsLike(page.getKey(), page.getValue(), is);
        }
    }

    private static void assertReadsLike(String name, String page, String is) throws IOException {
        Path golden = GOLDENS.resolve(name);
        if ("update".equals(System.getProperty("goldens"))) {
            Files.createDirectories(GOLDENS);
            Files.writeString(golden, is);
        }
        assertThat(golden).exists();
        assertThat(is).as(page).isEqualTo(Files.readString(golden));
    }

    @Test
    void aTombstoneReadsLikeThis() throws IOException {
        GivenArchive given = new GivenArchive().list("dev");
        given.mail("plan@example.org").in();
        given.mail("secret@example.org")
                .answers("plan@example.org")
                .subject("Never to be read")
                .removed("2026-03-01", "It held a <password>.")
                .in();
        given.mail("oops@example.org").answers("plan@example.org", "secret@example.org").in();
        String page = "dev/secret@example.org/index.html";
        assertReadsLike(TOMBSTONE, page, given.text(page));
    }

    @Test
    void everyGoldenBelongsToAPage() throws IOException {
        Set<String> pages = new TreeSet<>(PAGES.keySet());
        pages.add(TOMBSTONE);
        try (Stream<Path> goldens = Files.list(GOLDENS)) {
            assertThat(goldens.map(g -> g.getFileName().toString()).collect(Collectors.toSet()))
                    .isEqualTo(pages);
        }
    }

    @Test
    void theSiteHasTheseFiles() {
        assertThat(String.join("\n", new TreeSet<>(Weft.archive().files().keySet())))
                .isEqualTo(
                        """
                        .nojekyll
                        404.html
                        _/go/index.html
                        assets/archive.css
                        assets/archive.js
                        assets/go.js
                        assets/message-id.js
                        assets/not-found.js
                        dev/2024-03/archive.atom
                        dev/2024-03/date/index.html
                        dev/2024-03/index.html
                        dev/2024-03/mbox.gz
                        dev/2024-04/archive.atom
                        dev/2024-04/date/index.html
                        dev/2024-04/index.html
                        dev/2024-04/mbox.gz
                        dev/2024/index.html
                        dev/_/go/index.html
                        dev/all.mbox.gz
                        dev/attachments/index.html
                        dev/authors/635c7616/index.html
                        dev/authors/635c7616/new.atom
                        dev/authors/ann-ash-438c4c7a/index.html
                        dev/authors/ann-ash-438c4c7a/new.atom
                        dev/authors/ben-birch-9de4dcc6/index.html
                        dev/authors/ben-birch-9de4dcc6/new.atom
                        dev/authors/index.html
                        dev/color/index.html
                        dev/gone@example.org/flat/index.html
                        dev/gone@example.org/index.html
                        dev/gone@example.org/t.atom
                        dev/gone@example.org/t.mbox.gz
                        dev/gone@example.org/t/index.html
                        dev/help/index.html
                        dev/index.html
                        dev/late@example.org/index.html
                        dev/late@example.org/raw
                        dev/mirror/index.html
                        dev/new.atom
                        dev/new.json
                        dev/orphan2@example.org/index.html
                        dev/orphan2@example.org/raw
                        dev/orphan@example.org/index.html
                        dev/orphan@example.org/raw
                        dev/plan@example.org/2-draft_notes.txt
                        dev/plan@example.org/flat/index.html
                        dev/plan@example.org/index.html
                        dev/plan@example.org/raw
                        dev/plan@example.org/t.atom
                        dev/plan@example.org/t.mbox.gz
                        dev/plan@example.org/t/index.html
                        dev/stats/index.html
                        dev/subjects/index.html
                        dev/yes/1@example.org/index.html
                        dev/yes/1@example.org/raw
                        index.html
                        new.atom
                        robots.txt
                        sitemap-dev-messages-1.xml
                        sitemap-dev-threads-1.xml
                        sitemap-pages-1.xml
                        sitemap-users-messages-1.xml
                        sitemap.xml
                        users/2024-03/archive.atom
                        users/2024-03/date/index.html
                        users/2024-03/index.html
                        users/2024-03/mbox.gz
                        users/2024-05/archive.atom
                        users/2024-05/date/index.html
                        users/2024-05/index.html
                        users/2024-05/mbox.gz
                        users/2024/index.html
                        users/_/go/index.html
                        users/again@example.org/index.html
                        users/again@example.org/raw
                        users/again@example.org/t.atom
                        users/again@example.org/t.mbox.gz
                        users/all.mbox.gz
                        users/attachments/index.html
                        users/authors/ann-ash-438c4c7a/index.html
                        users/authors/ann-ash-438c4c7a/new.atom
                        users/authors/ben-birch-9de4dcc6/index.html
                        users/authors/ben-birch-9de4dcc6/new.atom
                        users/authors/index.html
                        users/color/index.html
                        users/help/index.html
                        users/index.html
                        users/mirror/index.html
                        users/new.atom
                        users/new.json
                        users/plan@example.org/flat/index.html
                        users/plan@example.org/index.html
                        users/plan@example.org/t.atom
                        users/plan@example.org/t.mbox.gz
                        users/plan@example.org/t/index.html
                        users/stats/index.html
                        users/subjects/index.html
                        users/yes/1@example.org/index.html
                        users/yes/1@example.org/raw""");
    }

    @Test
    void theSameMailGivesTheSameBytes() {
        Map<String, byte[]> once = Weft.archive().files();
        Map<String, byte[]> again = Weft.archive().files();
        assertThat(again.keySet()).isEqualTo(once.keySet());
        once.forEach((path, bytes) -> assertThat(again.get(path)).as(path).isEqualTo(bytes));
    }

    @Test
    void aMessageThatCameLateLeavesItsThreadsOldAddressBehind() {
        GivenArchive given = new GivenArchive().list("dev");
        given.mail("reply@example.org").after(60).answers("late@example.org").in();
        given.mail("late@example.org").answers("top@example.org").in();
        given.mail("other@example.org").after(90).answers("top@example.org").in();
        String redirect = given.text("dev/late@example.org/t/index.html");
        assertThat(redirect)
                .contains("<meta name=\"robots\" content=\"noindex\">")
                .contains(
                        "<meta http-equiv=\"refresh\" content=\"0; url=../../top@example.org/t/\">")
                .contains("href=\"https://example.org/mail/dev/top@example.org/t/\"");
        assertThat(given.files().keySet())
                .contains(
                        "dev/late@example.org/flat/index.html",
                        "dev/top@example.org/t/index.html",
                        "dev/top@example.org/index.html");
    }

    @Test
    void severalMessagesOfOneIdStandOneAfterTheOther() {
        GivenArchive given = new GivenArchive().list("dev");
        given.mail("twice@example.org").says("First.").raw("\n\nFirst.").in();
        given.mail("twice@example.org").says("Second.").raw("\n\nFrom second.\n").in();
        String page = given.text("dev/twice@example.org/index.html");
        assertThat(page).containsSubsequence("Several messages came", "First.", "Second.");
        assertThat(given.text("dev/twice@example.org/raw"))
                .isEqualTo(
                        """
                        From mboxrd@z Fri Mar  1 08:05:02 2024


                        First.

                        From mboxrd@z Fri Mar  1 08:05:02 2024


                        >From second.
                        """);
    }

    @Test
    void pageOfAMissingMessageDoesNotDenyTheReplyBelow() {
        GivenArchive given = new GivenArchive().list("dev");
        given.mail("reply@example.org").answers("top@example.org").in();
        assertThat(given.text("dev/top@example.org/index.html"))
                .contains("Thread overview: 1 message")
                .doesNotContain("no followups");
        assertThat(given.text("dev/reply@example.org/index.html")).contains("[no followups]");
    }

    @Test
    void senderWithoutAnAddressIsAnsweredThroughTheList() {
        GivenArchive given = new GivenArchive().list("dev").without(PageKind.RAW);
        given.mail("a@example.org").from("Ann Ash", "").in();
        Document page = Jsoup.parse(given.text("dev/a@example.org/index.html"));
        assertThat(page.select(".reply").text()).doesNotContain("not shown here");
        assertThat(page.select(".reply a").attr("href")).startsWith("mailto:dev@example.org?");
    }

    @Test
    void eachOfManyMessagesOfOneIdIsReadOnce() {
        GivenArchive given = new GivenArchive().list("dev");
        given.without(PageKind.MBOX, PageKind.B4, PageKind.FEEDS);
        for (int i = 0; i < 5; i++) {
            given.mail("often@example.org").says("Text " + i).in();
        }
        assertThat(given.text("dev/often@example.org/raw")).contains("Text 0", "Text 4");
        assertThat(given.reads).hasSize(5);
        assertThat(Jsoup.parse(given.text("dev/index.html")).select("ul.threads").text())
                .contains("A plan")
                .doesNotContain("messages");
    }

    @Test
    void sentencesOnWhatWasWrongStandAboveTheText() {
        GivenArchive given = new GivenArchive().list("dev");
        given.mail("~aaaaaaaaaaaaaaaaaaaaaaaaaa")
                .idMissing()
                .with(Problem.warning("a:1", "The text was cut"))
                .with(Problem.info("a:1", "Nothing of note"))
                .in();
        List<String> warnings =
                Jsoup.parse(given.text("dev/~aaaaaaaaaaaaaaaaaaaaaaaaaa/index.html"))
                        .select(".warning")
                        .eachText();
        assertThat(warnings)
                .containsExactly(
                        "This message came without a Message-ID; its address is made of its bytes.",
                        "The text was cut");
    }
}
