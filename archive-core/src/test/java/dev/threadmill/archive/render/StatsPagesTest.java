package dev.threadmill.archive.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.site.PageKind;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** How much was written to a list, when, in which threads and by whom. */
class StatsPagesTest {

    private static Document stats(GivenArchive given) {
        return Jsoup.parse(given.text("dev/stats/index.html"));
    }

    /** Ten messages in March 2023, one in March 2024, two in April. */
    private static GivenArchive threeMonths() {
        GivenArchive given = new GivenArchive().list("dev");
        for (int i = 0; i < 10; i++) {
            GivenArchive.Mail mail =
                    given.mail("m" + i + "@example.org")
                            .sent("2023-03-05T00:00:0" + i + "Z", "")
                            .subject("Question");
            (i == 0 ? mail : mail.answers("m0@example.org").from("Ben Birch", "ben@example.org"))
                    .in();
        }
        given.mail("march@example.org").sent("2024-03-31T23:59:00Z", "").in();
        given.mail("april@example.org").sent("2024-04-01T00:00:00Z", "").subject("Yarn").in();
        given.mail("last@example.org")
                .sent("2024-04-02T12:00:00Z", "")
                .subject("Re: Yarn")
                .answers("april@example.org")
                .in();
        return given;
    }

    @Test
    void tellHowMuchWasWrittenInEachMonth() {
        Document stats = stats(threeMonths());
        assertThat(stats.select(".summary").text())
                .isEqualTo("13 messages / 3 threads / 2 authors");
        assertThat(stats.select("tbody tr").eachText()).containsExactly("2024 3 1 2", "2023 10 10");
        assertThat(stats.select("tbody tr").get(1).select("td").get(3).text()).isEqualTo("10");
        assertThat(stats.select("tbody a").eachAttr("href"))
                .containsExactly(
                        "../2024/", "../2024-03/", "../2024-04/", "../2023/", "../2023-03/");
        assertThat(stats.select("tbody td.s5").eachText()).containsExactly("10");
        assertThat(stats.select("tbody td.s1").eachText()).containsExactly("1", "2");
        assertThat(stats.select("tbody td.s0")).hasSize(21);
    }

    @Test
    void nameTheFirstAndTheLatestMessage() {
        assertThat(stats(threeMonths()).select("ul.messages li").eachText())
                .containsExactly(
                        "2023-03-05 00:00 Question Ann Ash", "2024-04-02 12:00 Re: Yarn Ann Ash");
    }

    @Test
    void nameTheLongestThreadsAndWhoWroteMost() {
        Document stats = stats(threeMonths());
        assertThat(stats.select("ul.threads > li > a").eachText())
                .containsExactly("Question", "Yarn");
        assertThat(stats.select("ul.threads > li > a").attr("href"))
                .isEqualTo("../m0@example.org/t/");
        assertThat(stats.select("ol.authors li").eachText())
                .containsExactly("Ben Birch 9 messages", "Ann Ash 4 messages");
        assertThat(stats.select("ol.authors a").attr("href")).startsWith("../authors/ben-birch-");
    }

    @Test
    void linkOnlyToPagesThatAreWritten() {
        Document stats = stats(threeMonths().without(PageKind.MONTHS, PageKind.AUTHORS));
        assertThat(stats.select("tbody tr").eachText()).containsExactly("2024 3 1 2", "2023 10 10");
        assertThat(stats.select("tbody a, ol.authors a")).isEmpty();
    }

    @Test
    void areForReadersNotForSearchEngines() {
        assertThat(stats(threeMonths()).select("meta[name=robots]").attr("content"))
                .isEqualTo("noindex");
    }

    @Test
    void ofAnEmptyListAreShort() {
        Document stats = stats(new GivenArchive().list("dev"));
        assertThat(stats.select(".summary").text()).isEqualTo("0 messages / 0 threads / 0 authors");
        assertThat(stats.select("h2, table")).isEmpty();
    }

    @Test
    void areLeftOutWithTheLinkToThem() {
        GivenArchive given = threeMonths().without(PageKind.STATS);
        assertThat(given.files()).doesNotContainKey("dev/stats/index.html");
        assertThat(Jsoup.parse(given.text("dev/index.html")).select("header a").eachText())
                .doesNotContain("stats");
    }

    @Test
    void doNotGrowWithYearsThatOnlyWrongDatesMake() {
        GivenArchive given = new GivenArchive().list("dev");
        for (int year = 1700; year < 2020; year++) {
            given.mail(year + "@example.org").sent(year + "-01-01T00:00:00Z", "").in();
        }
        assertThat(stats(given).select("tbody th").eachText())
                .hasSize(100)
                .startsWith("2019")
                .endsWith("1920");
    }
}
