package dev.threadmill.archive.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.CpuLimit;
import dev.threadmill.archive.mail.Limits;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Text made to take long: what takes twice as much mail may take twice as long, and no more. */
class HostileBodiesTest {

    private static final int SIZE = 300_000;

    private static final int LIMIT = 10;

    static final List<String> UNITS =
            List.of(
                    "x",
                    ">",
                    "> ",
                    ">\n",
                    ">\n.\n",
                    "> >\n>\n",
                    "<",
                    "<a",
                    "<a@",
                    "<a@b>",
                    "<a@b> ",
                    ":",
                    "http:",
                    "http://",
                    "http://a",
                    "http://a ",
                    "http://a(",
                    "http://a)",
                    "http://(((",
                    "http://a:b",
                    "http://a@@",
                    "http://[a:",
                    "news:",
                    "news:a@",
                    "mailto:",
                    "mailto:a@b ",
                    "https://x/@",
                    "https://lore.kernel.org/a/b@c ",
                    "https://x/?q=@&q=@&i=",
                    "%40",
                    "&",
                    "\"",
                    "-- \n",
                    "--\n",
                    "-- \nx\n",
                    "--- ",
                    "--- \n",
                    "+++ \n",
                    "--- a\n+++ b\n",
                    "@@ -1 +1 @@\n",
                    "@@ -1,999999999 +1,999999999 @@\n",
                    "@@",
                    "+\n-\n",
                    " a | 1\n",
                    "diff --git a/a b/a\n",
                    " a | 1\ndiff --git a/a b/a\n",
                    "diff -\n",
                    "Index: \n",
                    "diff --git a/a b/a\nGIT binary patch\n\n",
                    "index \n",
                    "Index: x\nindex \n",
                    "-----BEGIN PGP SIGNATURE-----\n",
                    "-----BEGIN PGP SIGNED MESSAGE-----\nx: y\n",
                    "wrote:\n",
                    "On 1 wrote:\n>\n",
                    "\n>\n",
                    " \n",
                    "\t",
                    "_",
                    "____\n",
                    "\u202e",
                    "\ud800",
                    "\u4e2d",
                    "bug #",
                    "bug #1",
                    "bug #1 ",
                    "\0",
                    "\n",
                    ":\n>\n",
                    "@:\n\n>\n",
                    "(",
                    "[x](",
                    "*a",
                    "`",
                    "[",
                    "<b>",
                    "</b>",
                    "<table>",
                    "<!--",
                    "<!--x>",
                    "<!---",
                    "<!--!>",
                    "<%",
                    "<a href=",
                    "&#",
                    "&#1",
                    "</",
                    "- ",
                    "1) ",
                    "![",
                    "<div>",
                    "<b><p>x",
                    "<td colspan=2>x",
                    "<a href=http://x/>",
                    "<img src=cid:x>",
                    "*",
                    "_a_ ",
                    "||");

    @ParameterizedTest
    @FieldSource("UNITS")
    void anythingRepeatedTakesLinearTime(String unit) {
        String text = unit.repeat(SIZE / unit.length());
        CpuLimit.run(
                LIMIT,
                () -> {
                    Bodies.html(Bodies.text("text/plain", text));
                    Bodies.html(Bodies.text("text/x-patch", text));
                    Flowed.decode(text, true);
                });
    }

    @ParameterizedTest
    @FieldSource("UNITS")
    void htmlAndMarkdownTakeLinearTime(String unit) {
        String text = unit.repeat(SIZE / 3 / unit.length());
        CpuLimit.run(LIMIT, () -> Bodies.html(Bodies.text("text/html", text)));
        CpuLimit.run(LIMIT, () -> Bodies.html(Bodies.text("text/markdown", text)));
    }

    @Test
    void lineOfFiftyMegabytesIsNoTrouble() {
        String line = "word <b> http://example.org/ ".repeat(50_000_000 / 29);
        CpuLimit.run(
                LIMIT,
                () ->
                        assertThat(Bodies.plain(line))
                                .hasSizeLessThan(10 * Limits.DEFAULT.textCharacters()));
    }

    @Test
    void tenThousandLevelsOfQuotingAreOne() {
        String html = Bodies.plain(">".repeat(10_000) + " deep\n\nAnswer");
        Bodies.parseAsXml(html);
        assertThat(html).containsOnlyOnce("<span class=\"q q6\">&gt;&gt;");
    }

    @Test
    void elementsCannotBeNestedWithoutEnd() {
        String html = Bodies.html("<div><blockquote><ul><li>".repeat(25_000) + "deep");
        Bodies.parseAsXml(html);
        assertThat(html.contains("deep")).isTrue();
        assertThat(html.length()).isLessThan(300_000);
        Bodies.parseAsXml(Bodies.markdown("> ".repeat(10_000) + "deep"));
        Bodies.parseAsXml(Bodies.markdown("*a **b ".repeat(10_000)));
    }

    /** Each block begins anew what is open around it: text is never lost by that, tags may be. */
    @Test
    void whatRunsAcrossBlocksDoesNotMultiplyThePage() {
        String link = "<a href='https://example.org/" + "x".repeat(100_000) + "'>";
        for (String across : List.of("<strong>".repeat(30), link, "<pre>")) {
            String html = Bodies.html(across + "<p>w".repeat(100_000));
            assertThat(html.length()).isLessThan(4_000_000);
            assertThat(html.chars().filter(c -> c == 'w').count()).isGreaterThanOrEqualTo(100_000);
        }
    }

    /** Each passage is an element: two characters of mail became thirty of page. */
    @Test
    void passagesDoNotMultiplyThePage() {
        String hunk = "hi\n@@ -1,99999999 +1,99999999 @@\n" + "+\n-\n".repeat(1_000_000);
        String quotes = ">\n>>\n".repeat(1_000_000);
        for (String text : List.of(hunk, quotes)) {
            String html = Bodies.plain(text);
            Bodies.parseAsXml(html);
            assertThat(html.length()).isLessThan(5 * text.length());
        }
    }

    @Test
    void tagsOfManyAttributesTakeLinearTime() {
        CpuLimit.run(
                LIMIT,
                () ->
                        assertThat(Bodies.html("<p" + " alt".repeat(500_000) + ">seen"))
                                .contains("seen"));
    }

    @Test
    void markdownOfManyBracketsTakesLinearTime() {
        CpuLimit.run(LIMIT, () -> Bodies.markdown("![[]()".repeat(43_000)));
    }

    @Test
    void tablesOfAnyShapeTakeLinearTime() {
        String tall = "<tr>" + "<td colspan=100 rowspan=100>x".repeat(100);
        String text = "<table>" + (tall + "<tr><td>y".repeat(99)).repeat(500);
        CpuLimit.run(LIMIT, () -> Bodies.html(text));
    }
}
