package dev.threadmill.archive.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.CpuLimit;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class LongThreadsTest {

    private static GivenArchive chain(int length, String text) {
        GivenArchive given = new GivenArchive().list("dev");
        for (int i = 0; i < length; i++) {
            String[] above = i == 0 ? new String[0] : new String[] {"m" + (i - 1) + "@example.org"};
            given.mail("m" + i + "@example.org").after(i).answers(above).says(text + i).in();
        }
        return given;
    }

    private static Document page(Map<String, byte[]> files, String path) {
        return Jsoup.parse(new String(files.get(path), StandardCharsets.UTF_8));
    }

    @Test
    void aLongThreadIsPaged() {
        Map<String, byte[]> files = chain(450, "Text ").files();
        Document second = page(files, "dev/m0@example.org/t/2/index.html");
        assertThat(second.select("article.message")).hasSize(200);
        assertThat(second.select(".overview [data-depth]")).hasSize(200);
        assertThat(second.select("nav.pager").first().text())
                .isEqualTo("page 2 of 3: first previous next last");
        assertThat(page(files, "dev/m0@example.org/flat/3/index.html").select("article.message"))
                .hasSize(50);
    }

    @Test
    void aListThatHoldsLittleOfALongThreadHasNoEndlessPage() {
        GivenArchive given = chain(2_100, "Text ");
        given.list("ops").mail("last@example.org").after(2_100).answers("m2099@example.org").in();
        Map<String, byte[]> files = given.files();
        Document third = page(files, "ops/m0@example.org/t/3/index.html");
        assertThat(page(files, "ops/m0@example.org/t/index.html").select(".elsewhere"))
                .hasSize(1_000);
        assertThat(third.select(".elsewhere")).hasSize(100);
        assertThat(third.select("article.message")).hasSize(1);
        assertThat(third.select("nav.pager").first().text())
                .isEqualTo("page 3 of 3: first previous");
        assertThat(page(files, "ops/m0@example.org/flat/index.html").select("nav.pager")).isEmpty();
        assertThat(page(files, "ops/last@example.org/index.html").select("a[href*=/t/]"))
                .extracting(link -> link.attr("href"))
                .allMatch(href -> href.startsWith("../m0@example.org/t/3/#"));
    }

    @Test
    void theOverviewOfAMessageIsTheLinesAroundIt() {
        Document page = page(chain(450, "Text ").files(), "dev/m220@example.org/index.html");
        assertThat(page.select(".overview [data-depth]")).hasSize(100);
        assertThat(page.select(".overview #r").text()).isEqualTo("Ann Ash [this message]");
        assertThat(page.select(".overview [data-depth]").first().text()).contains("A plan");
        assertThat(page.select(".more").eachText())
                .containsExactly(
                        "… 170 lines before these (whole thread)",
                        "… 180 lines after these (whole thread)");
    }

    @Test
    void depthMovesNothingOutOfSight() {
        Document page = page(chain(450, "Text ").files(), "dev/m0@example.org/t/3/index.html");
        assertThat(page.select("article.message").last().attr("data-depth")).isEqualTo("449");
        assertThat(page.select("article.message").last().hasClass("d9")).isTrue();
        assertThat(page.select(".overview [data-depth]").last().wholeText().length())
                .isLessThan(120);
    }

    @Test
    void whatMemoryShouldNotHoldIsPutAside() {
        String text = "A long text. ".repeat(5_000);
        GivenArchive given = chain(400, text);
        Map<String, byte[]> files = given.files();
        assertThat(given.spools).containsOnlyOnce("bodies");
        Document nested = page(files, "dev/m0@example.org/t/2/index.html");
        assertThat(nested.select("article.message").last().text()).endsWith("A long text. 399");
    }

    @Test
    void aChainOfThousandsTakesLinearTime() {
        GivenArchive given = chain(4_000, "Text ");
        CpuLimit.run(60, () -> given.render(new FilesInMemory()));
    }
}
