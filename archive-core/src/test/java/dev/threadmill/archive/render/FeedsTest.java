package dev.threadmill.archive.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.threadmill.archive.mail.MailingList;
import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.tools.FeedSchemas;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class FeedsTest {

    private static Document feed(GivenArchive given, String path) {
        return Jsoup.parse(given.text(path), Parser.xmlParser());
    }

    private static GivenArchive threeMonths() {
        GivenArchive given = new GivenArchive().list("dev");
        String[] days = {"2024-01-10", "2024-01-20", "2024-03-05"};
        for (String day : days) {
            given.mail(day + "@example.org").sent(day + "T08:00:00Z", "").says("Of " + day).in();
        }
        return given;
    }

    @Test
    void aMonthThatIsOverNeverChangesWhenNewMailComes() {
        Map<String, byte[]> before = threeMonths().files();
        GivenArchive given = threeMonths();
        given.mail("more@example.org").sent("2024-03-06T08:00:00Z", "").says("More.").in();
        given.mail("reply@example.org")
                .sent("2024-05-01T08:00:00Z", "")
                .answers("2024-01-10@example.org")
                .subject("Re: A plan")
                .says("A late answer.")
                .in();
        Map<String, byte[]> after = given.files();
        assertThat(after.get("dev/2024-01/archive.atom"))
                .isEqualTo(before.get("dev/2024-01/archive.atom"));
        assertThat(after.get("dev/2024-03/archive.atom"))
                .isNotEqualTo(before.get("dev/2024-03/archive.atom"));
    }

    @Test
    void theFeedOfAMonthIsAnArchiveOnceALaterOneHasMail() {
        GivenArchive given = threeMonths();
        Document over = feed(given, "dev/2024-01/archive.atom");
        assertThat(over.select("fh|archive")).hasSize(1);
        assertThat(over.select("link[rel=current]").attr("href")).endsWith("/dev/new.atom");
        assertThat(over.select("link[rel=prev-archive]")).isEmpty();
        assertThat(over.select("link[rel=next-archive]").attr("href"))
                .endsWith("/dev/2024-03/archive.atom");
        Document current = feed(given, "dev/2024-03/archive.atom");
        assertThat(current.select("fh|archive, link[rel=next-archive]")).isEmpty();
        assertThat(current.select("link[rel=prev-archive]").attr("href"))
                .endsWith("/dev/2024-01/archive.atom");
    }

    @Test
    void theFeedOfAListLeadsToTheLatestMonthThatIsOver() {
        Document feed = feed(threeMonths(), "dev/new.atom");
        assertThat(feed.select("feed > link[rel=prev-archive]").attr("href"))
                .endsWith("/dev/2024-01/archive.atom");
        GivenArchive young = new GivenArchive().list("dev");
        young.mail("a@example.org").says("Hello").in();
        assertThat(feed(young, "dev/new.atom").select("link[rel=prev-archive]")).isEmpty();
    }

    @Test
    void theHistoryOfAListIsOneFeed() {
        GivenArchive given = threeMonths();
        assertThat(feed(given, "dev/2024-01/archive.atom").select("feed > id").text())
                .isEqualTo(feed(given, "dev/new.atom").select("feed > id").text());
    }

    @Test
    void aMonthTellsEachMessageInAFewWords() {
        GivenArchive given = new GivenArchive().list("dev");
        given.mail("a@example.org")
                .says("> Is it?\n\nYes, it <is>.\n-- \nAnn\n")
                .says("More of it, and " + "much more ".repeat(40))
                .in();
        Document feed = feed(given, "dev/2024-03/archive.atom");
        assertThat(feed.select("content")).isEmpty();
        assertThat(feed.select("summary").text())
                .startsWith("Yes, it <is>. More of it, and much more")
                .endsWith(" much more…")
                .hasSizeLessThanOrEqualTo(200);
    }

    @Test
    void theFeedOfAnAuthorHasTheirNewestMessagesInAFewWords() {
        GivenArchive given = new GivenArchive().list("dev");
        for (int i = 0; i < 40; i++) {
            String[] who = {"Ann Ash", "Ann Ash", "Ann Ash", "Ben Birch"};
            given.mail("m" + i + "@example.org")
                    .from(who[i % 4], who[i % 4].replace(' ', '.') + "@example.org")
                    .after(i * 60L)
                    .subject("No. " + i)
                    .says("Text " + i)
                    .in();
        }
        List<Integer> lengths = new ArrayList<>();
        for (String path : authorFeeds(given)) {
            Document feed = feed(given, path);
            Document page = Jsoup.parse(given.text(path.replace("new.atom", "index.html")));
            List<String> titles = feed.select("entry > title").eachText();
            lengths.add(titles.size());
            assertThat(page.select("ul.messages a").eachText())
                    .startsWith(titles.toArray(String[]::new));
            assertThat(feed.select("content")).isEmpty();
            assertThat(feed.select("summary").eachText())
                    .isEqualTo(titles.stream().map(t -> t.replace("No.", "Text")).toList());
            assertThat(feed.select("feed > link[rel=alternate]").attr("href"))
                    .isEqualTo("https://example.org/mail/" + path.replace("new.atom", ""));
            assertThat(page.select("p.summary a").attr("href")).isEqualTo("./new.atom");
            assertThat(page.select("link[rel=alternate]").eachAttr("href")).endsWith("./new.atom");
        }
        assertThat(lengths).containsExactlyInAnyOrder(25, 10);
    }

    @Test
    void whatHasNoFileLeadsToItsMessage() {
        GivenArchive given =
                new GivenArchive().list("dev").without(PageKind.MESSAGE, PageKind.NESTED);
        given.without(PageKind.FLAT, PageKind.RAW);
        given.mail("a@x").says("See.\n").holds("a.pdf", "application/pdf", new byte[1]).in();
        assertThat(given.text("dev/new.atom"))
                .contains("a.pdf")
                .doesNotContain("href=\"\"")
                .doesNotContain("href=&quot;&quot;");
    }

    @Test
    void authorsHaveFeedsWhereBothAreWritten() {
        assertThat(authorFeeds(threeMonths())).hasSize(1);
        assertThat(authorFeeds(threeMonths().without(PageKind.AUTHORS))).isEmpty();
        assertThat(authorFeeds(threeMonths().without(PageKind.FEEDS))).isEmpty();
        GivenArchive without = threeMonths().without(PageKind.FEEDS);
        String page = authorFeeds(threeMonths()).get(0).replace("new.atom", "index.html");
        assertThat(without.text(page)).doesNotContain("atom");
    }

    private static List<String> authorFeeds(GivenArchive given) {
        return given.files().keySet().stream()
                .filter(path -> path.matches("dev/authors/[^/]+/new.atom"))
                .toList();
    }

    @Test
    void allListsTogetherTellACrosspostOnce() {
        GivenArchive given = new GivenArchive();
        for (String list : new String[] {"dev", "users"}) {
            given.list(list);
            given.mail("both@example.org").subject("To both").raw("Both: both\n").in();
            given.mail(list + "@example.org").subject("To " + list).after(60).in();
        }
        Document feed = feed(given, "new.atom");
        assertThat(feed.select("entry > title").eachText())
                .containsExactly("To dev", "To users", "To both");
        assertThat(feed.select("entry > link[rel=alternate]").eachAttr("href"))
                .contains("https://example.org/mail/dev/both@example.org/");
    }

    @Test
    void jsonFeedsHoldTheSameMessages() {
        GivenArchive given = Weft.archive();
        Document atom = feed(given, "dev/new.atom");
        JsonObject json = JsonParser.parseString(given.text("dev/new.json")).getAsJsonObject();
        JsonArray items = json.getAsJsonArray("items");
        assertThat(items.asList().stream().map(i -> i.getAsJsonObject().get("id").getAsString()))
                .containsExactlyElementsOf(atom.select("entry > id").eachText());
        assertThat(given.text("dev/index.html"))
                .contains("type=\"application/feed+json\" title=\"Weft development\"")
                .contains("href=\"./new.json\"");
    }

    @Test
    void everyFeedIsValidWhateverMailHolds() throws IOException {
        String evil =
                "\u0001\u0000\ud800 ]]>\uffff\u202e \u2028\u2029 </script><!-- \" \\ & \udc00\ud83d\ude00";
        GivenArchive given = new GivenArchive();
        given.list(new MailingList("dev", "dev", evil, evil, "dev@example.org"));
        for (int i = 0; i < 3; i++) {
            given.mail(i + evil + "@example.org")
                    .sent("2024-0" + (1 + i) + "-10T08:00:00Z", evil)
                    .from(evil, evil + "@example.org")
                    .subject(evil)
                    .says(evil)
                    .in();
        }
        int feeds = 0;
        for (Map.Entry<String, byte[]> file : given.files().entrySet()) {
            String text = new String(file.getValue(), StandardCharsets.UTF_8);
            if (file.getKey().endsWith(".atom")) {
                assertThat(FeedSchemas.atomFaults(file.getValue())).as(file.getKey()).isEmpty();
                feeds++;
            } else if (file.getKey().endsWith(".json")) {
                assertThat(FeedSchemas.jsonFaults(file.getValue())).as(file.getKey()).isEmpty();
                assertThat(text).doesNotContain("<", ">", "&", "\u2028", "\u2029", "\ufeff");
                JsonObject item =
                        JsonParser.parseString(text)
                                .getAsJsonObject()
                                .getAsJsonArray("items")
                                .get(0)
                                .getAsJsonObject();
                assertThat(item.get("title").getAsString())
                        .contains("</script><!-- \" \\ & \ufffd\ud83d\ude00")
                        .contains("[U+202E]");
                feeds++;
            }
        }
        assertThat(feeds).isEqualTo(10);
    }
}
