package dev.threadmill.archive.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.mail.Address;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** A series of two versions, as the pages of its thread and of its patches show it. */
class PatchSeriesPagesTest {

    private static final Address DEV = new Address("", "dev@example.org");

    private final GivenArchive given = new GivenArchive().list("dev");

    private GivenArchive.Mail from(String name, String id, int minute, String... references) {
        String email = name.substring(0, 3).toLowerCase(Locale.ROOT) + "@example.org";
        return given.mail(id).from(name, email).to(DEV).after(60L * minute).answers(references);
    }

    private void firstVersion() {
        from("Ann Ash", "c1@x", 0).subject("[PATCH 0/2] Mend the shed").says("All of it.\n").in();
        from("Ann Ash", "a1@x", 1, "c1@x").subject("[PATCH 1/2] Roof").says("Tar.\n").in();
        from("Ann Ash", "b1@x", 2, "c1@x").subject("[PATCH 2/2] Wall").says("Lime.\n").in();
        from("Ben Birch", "r1@x", 3, "c1@x", "a1@x")
                .subject("Re: [PATCH 1/2] Roof")
                .says("> Tested-by: Dot <dot@example.org>\nNo tar.\n")
                .in();
    }

    private void secondVersion() {
        from("Ann Ash", "c2@x", 10, "c1@x").subject("[PATCH v2 0/2] Mend the shed").in();
        from("Ann Ash", "a2@x", 11, "c1@x", "c2@x").subject("[PATCH v2 1/2] Slate roof").in();
        from("Ben Birch", "r2@x", 12, "c1@x", "c2@x", "a2@x")
                .subject("Re: [PATCH v2 1/2] Slate roof")
                .says("Good.\n\nReviewed-by: Ben Birch <ben@example.org>\n")
                .in();
        from("Cid Cole", "s2@x", 13, "c1@x", "c2@x")
                .subject("Re: [PATCH v2 0/2] Mend the shed")
                .says(
                        "Acked-by: Cid Cole <cid@example.org>\n"
                                + "Reported-by: Dot Dale <dot@example.org>\n")
                .in();
    }

    @Test
    void threadListsItsSeriesLatestFirst() {
        firstVersion();
        secondVersion();
        Document page = page("dev/c1@x/t/");
        assertThat(page.select("details.series > summary").eachText())
                .containsExactly(
                        "Series of 2 patches, v2: Mend the shed",
                        "Series of 2 patches, v1: Mend the shed");
        assertThat(table(page, 0))
                .isEqualTo(
                        """
                        0/2 | Mend the shed (cover letter) | 1 reply, last Cid Cole 2024-03-01 08:18 | \
                        for all patches: Acked-by: Cid Cole Reported-by: Dot Dale (said by Cid Cole)
                        1/2 | Slate roof | 1 reply, last Ben Birch 2024-03-01 08:17 | \
                        Reviewed-by: Ben Birch
                        2/2 | not in this thread |  | \
                        """);
        assertThat(table(page, 1))
                .isEqualTo(
                        """
                        0/2 | Mend the shed (cover letter) |  |\s
                        1/2 | Roof | 1 reply, last Ben Birch 2024-03-01 08:08 |\s
                        2/2 | Wall |  | \
                        """);
        assertThat(page.select(".review").eachText())
                .containsExactly("Acked-by: Cid Cole", "Reviewed-by: Ben Birch");
        assertThat(page.select("details.series p.summary").get(0).text())
                .endsWith("versions: v1, v2 (sent in answer to an earlier one)");
    }

    @Test
    void flatPageHasTheSameTables() {
        firstVersion();
        secondVersion();
        assertThat(table(page("dev/c1@x/flat/"), 0)).isEqualTo(table(page("dev/c1@x/t/"), 0));
    }

    @Test
    void rowsLeadToMessagesOnThePage() {
        firstVersion();
        secondVersion();
        Document page = page("dev/c1@x/t/");
        assertThat(page.select("details.series td a[href]"))
                .isNotEmpty()
                .allSatisfy(a -> assertThat(page.select(a.attr("href"))).hasSize(1));
    }

    @Test
    void patchSaysWhereItStands() {
        firstVersion();
        secondVersion();
        Element line = page("dev/a2@x/").selectFirst("p.series");
        assertThat(line.text())
                .isEqualTo(
                        "Patch 1/2 of Mend the shed, v2; versions: v1,"
                                + " v2 (sent in answer to an earlier one) / previous patch");
        assertThat(line.select("a").eachAttr("href"))
                .containsExactly("../c1@x/t/#series-2", "../c1@x/", "../c2@x/");
        assertThat(page("dev/a1@x/").selectFirst("p.series").text())
                .endsWith("/ previous patch / next patch");
        assertThat(page("dev/r2@x/").select("p.series")).isEmpty();
    }

    @Test
    void versionsInOtherThreadsSayHowTheyWereFound() {
        from("Ann Ash", "a@x", 0).subject("[PATCH] Roof").changeId("roof-1").in();
        from("Ann Ash", "b@x", 1).subject("[PATCH v2] Better roof").changeId("roof-1").in();
        from("Ann Ash", "c@x", 2).subject("[PATCH v3] Better roof").in();
        assertThat(page("dev/b@x/").selectFirst("p.series").text())
                .isEqualTo(
                        "Patch 1/1 of Better roof, v2; versions: v1, v2 (by change-id),"
                                + " v3 (same title and sender)");
    }

    @Test
    void patchOnItsOwnHasNoLine() {
        from("Ann Ash", "a@x", 0).subject("[PATCH] Roof").in();
        assertThat(page("dev/a@x/").select(".series")).isEmpty();
    }

    @Test
    void patchesSentAgainAloneSayWhereTheOthersAre() {
        firstVersion();
        from("Ann Ash", "b2@x", 9, "c1@x", "b1@x").subject("[PATCH v2 2/2] Wall").in();
        Document page = page("dev/c1@x/t/");
        assertThat(table(page, 0))
                .isEqualTo("1/2 | not sent again: as in v1 |  | \n2/2 | Wall |  | ");
        assertThat(page.selectFirst(".absent a").attr("href"))
                .isEqualTo(page.select("details.series").get(1).select("td a").get(1).attr("href"));
    }

    @Test
    void replyThatOnlyAnotherListHoldsCounts() {
        firstVersion();
        given.list("users");
        from("Dot Dale", "d@x", 20, "c1@x", "b1@x")
                .subject("Re: [PATCH 2/2] Wall")
                .says("Tested-by: Dot Dale <dot@example.org>\n")
                .in();
        Element row = page("dev/c1@x/t/").select("details.series tbody tr").get(2);
        assertThat(row.text()).endsWith("Tested-by: Dot Dale");
        assertThat(row.selectFirst(".trailer a").attr("href")).isEqualTo("../../../users/d@x/");
        assertThat(table(page("users/c1@x/t/"), 0)).isEqualTo(table(page("dev/c1@x/t/"), 0));
    }

    @Test
    void laterPagesOfALongThreadHaveNoTables() {
        firstVersion();
        for (int i = 0; i < 300; i++) {
            from("Ben Birch", "m" + i + "@x", 5 + i, "c1@x").subject("Re: Shed").in();
        }
        assertThat(page("dev/c1@x/t/").select("details.series")).hasSize(1);
        assertThat(page("dev/c1@x/t/2/").select("details.series")).isEmpty();
    }

    @Test
    void countThatPromisesThousandsMakesNoLongPage() {
        from("Ann Ash", "a@x", 0).subject("[PATCH 5000/9999] Roof").in();
        from("Ben Birch", "r@x", 1, "a@x").subject("Re: [PATCH 5000/9999] Roof").in();
        assertThat(table(page("dev/a@x/t/"), 0))
                .isEqualTo(
                        "1/9999 – 4999/9999 | not in this thread |  | \n"
                                + "5000/9999 | Roof | 1 reply, last Ben Birch 2024-03-01 08:06 | \n"
                                + "5001/9999 – 9999/9999 | not in this thread |  | ");
    }

    private Document page(String folder) {
        return Jsoup.parse(given.text(folder + "index.html"));
    }

    private static String table(Document page, int series) {
        return page.select("details.series").get(series).select("tbody tr").stream()
                .map(row -> row.children().stream().map(Element::text))
                .map(cells -> cells.collect(Collectors.joining(" | ")))
                .collect(Collectors.joining("\n"));
    }
}
