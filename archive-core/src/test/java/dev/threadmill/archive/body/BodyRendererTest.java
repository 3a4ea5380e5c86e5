package dev.threadmill.archive.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.mail.AddressPolicy;
import dev.threadmill.archive.mail.Attachment;
import dev.threadmill.archive.mail.Limits;
import dev.threadmill.archive.mail.NestedMessage;
import dev.threadmill.archive.mail.Part;
import dev.threadmill.archive.mail.Problem;
import dev.threadmill.archive.mail.TextPart;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class BodyRendererTest {

    private static final String PNG = "\u0089PNG\r\n\u001a\n....";

    private static final Attachment ZIP =
            Bodies.file("2", "a&b.zip", "application/zip", "", "PK\u0003\u0004");

    private static final Attachment IMAGE =
            Bodies.file("1.2", "cat.png", "image/png", "cat@example.org", PNG);

    @Test
    void attachmentIsALineWithItsFile() {
        assertThat(Bodies.render(ZIP))
                .isEqualTo(
                        "<p class=\"attachment\"><a href=\"{file 2}\" download=\"a&amp;b.zip\">"
                                + "[-- Attachment #2: a&amp;b.zip --]</a><br/>"
                                + "[-- Type: application/zip, Size: 4 bytes --]</p>");
    }

    @Test
    void descriptionOfAnAttachmentIsShown() {
        byte[] bytes = {1, 2, 3};
        var named = new Attachment("3", "x.bin", "a/b", "The <thing>", "", bytes);
        assertThat(Bodies.render(named)).contains("#3: x.bin, The &lt;thing&gt; --]");

        var unnamed = new Attachment("3", "", "a/b", "The thing", "", bytes);
        assertThat(Bodies.render(unnamed)).contains("download=\"\">").contains("#3: The thing --]");
        assertThat(Bodies.render(new Attachment("3", "", "a/b", "", "", bytes)))
                .contains("[-- Attachment #3 --]");
    }

    @Test
    void attachedImageIsShown() {
        assertThat(Bodies.render(IMAGE))
                .contains("<img src=\"{file 1.2}\" alt=\"cat.png\" loading=\"lazy\"/></a></p>");
    }

    @Test
    void whatOnlyPretendsToBeAnImageIsNotShown() {
        assertThat(Bodies.render(Bodies.file("2", "x.png", "image/png", "", "<script>")))
                .doesNotContain("<img");
        assertThat(Bodies.render(Bodies.file("2", "x.svg", "image/svg+xml", "", "<svg/>")))
                .doesNotContain("<img");
    }

    @Test
    void htmlShowsTheImagesItBroughtAlong() {
        var html = Bodies.text("text/html", "<p><img src='cid:cat@example.org' alt='A cat'></p>");
        assertThat(Bodies.render(html, IMAGE))
                .startsWith(
                        "<div class=\"html\"><p><img src=\"{file 1.2}\" alt=\"A cat\""
                                + " loading=\"lazy\"/></p></div>")
                .containsOnlyOnce("<img");
        var linked =
                Bodies.text("text/html", "<a href='http://x/'><img src=cid:cat%40example.org></a>");
        assertThat(Bodies.render(linked, IMAGE))
                .startsWith(
                        "<div class=\"html\"><a href=\"http://x/\" rel=\"nofollow noopener ugc\">"
                                + "<img src=\"{file 1.2}\" alt=\"cat.png\" loading=\"lazy\"/></a>");
    }

    @Test
    void signatureInAFileIsNoted() {
        var signature = Bodies.file("2", "signature.asc", "application/pgp-signature", "", "---");
        assertThat(Bodies.render(Bodies.text("text/plain", "Hello"), signature))
                .contains("<p class=\"note\">Signed (OpenPGP), see attachment #2.</p>");
        assertThat(Bodies.render(Bodies.file("2", "", "application/pkcs7-signature", "", "x")))
                .contains("Signed (S/MIME)");
    }

    @Test
    void guessedCharsetIsNoted() {
        var problem = Problem.warning("dev.mbox:0", "part 1 declares no charset");
        var guess = new TextPart.Guess("windows-1252", problem);
        var part = new TextPart("1", "text/plain", "", "caf\u00e9", false, false, guess);
        assertThat(Bodies.render(part)).startsWith("<p class=\"note\">").contains("windows-1252");
    }

    @Test
    void namedTextSaysItsName() {
        var part = new TextPart("2", "text/x-c", "a.c", "> no quote\n", false, false, null);
        assertThat(Bodies.render(part))
                .isEqualTo(
                        "<p class=\"part\">[-- #2: a.c (text/x-c) --]</p>"
                                + "<pre class=\"body\">&gt; no quote</pre>");
    }

    @Test
    void namesOfFilesAreNotRepeatedAboveTheirText() {
        var file = Bodies.file("2", "a.txt", "text/plain", "", "Hello");
        var text = new TextPart("2", "text/plain", "a.txt", "Hello", false, false, null);
        assertThat(Bodies.render(file, text))
                .endsWith("Size: 5 bytes --]</p><pre class=\"body\">Hello</pre>")
                .doesNotContain("class=\"part\"")
                .doesNotContain("class=\"note\"");
    }

    @Test
    void quoteIsNotFoldedWhenTheOtherPartIsAFooter() {
        var quote = Bodies.text("text/plain", "> quoted\n".repeat(20));
        String rule = "_".repeat(40) + "\n";
        var footer = Bodies.text("text/plain", rule + "dev mailing list\n");
        assertThat(Bodies.render(quote, footer)).doesNotContain("<details");

        var answer = Bodies.text("text/plain", "An answer.\n");
        assertThat(Bodies.render(quote, answer)).contains("<details");
    }

    @Test
    void messageInsideIsFoldedBesideText() {
        var inside = Bodies.nested("2", Bodies.text("text/plain", "Inside."));
        assertThat(Bodies.render(Bodies.text("text/plain", "See below."), inside))
                .endsWith(
                        "<details class=\"message\"><summary>Forwarded message: A subject,"
                                + " Ann Author, Mon, 1 Jan 2024 10:00:00 +0100</summary>"
                                + "<pre class=\"headers\">From: Ann Author &lt;ann@example.org&gt;\n"
                                + "To: dev@example.org\nSubject: A subject\n"
                                + "Date: Mon, 1 Jan 2024 10:00:00 +0100\n</pre>"
                                + "<pre class=\"body\">Inside.</pre></details>");
    }

    @Test
    void messageInsideIsOpenWhenThereIsNothingElse() {
        var inside = Bodies.nested("1", Bodies.text("text/plain", "Inside."));
        assertThat(Bodies.render(inside)).startsWith("<details class=\"message\" open=\"open\">");
    }

    @Test
    void messagesInsideMessagesEndSomewhere() {
        var inside = Bodies.nested("1", Bodies.text("text/plain", "Inside."));
        for (int i = 0; i < 2000; i++) {
            inside = Bodies.nested("1", inside);
        }
        String rendered = Bodies.render(inside);
        Bodies.parseAsXml(rendered);
        assertThat(rendered).contains("the message as it came has it").doesNotContain("Inside.");
    }

    @Test
    void textThatNobodyReadsToItsEndIsCut() {
        String text = "A line of text, again and again.\n".repeat(300_000);
        assertThat(Bodies.plain(text))
                .contains((text.length() - Limits.DEFAULT.textCharacters()) + " more characters")
                .hasSizeLessThan(Limits.DEFAULT.textCharacters() + 1000);
    }

    @Test
    void messageWithoutTextSaysSo() {
        String note = "<p class=\"note\">This message has no text.</p>";
        assertThat(Bodies.plain(" \n\n")).isEqualTo(note);
        assertThat(Bodies.html("<div><p>&nbsp;</p><br></div>")).isEqualTo(note);
        assertThat(Bodies.render()).isEqualTo(note);
    }

    @Test
    void linksBetweenDiffstatAndPatchAreUniqueInTheMessage() {
        String patch =
                " a | 1 +\n\ndiff --git a/a b/a\n--- a/a\n+++ b/a\n@@ -0,0 +1 @@\n+x\n-- \n2.0\n";
        var part = Bodies.text("text/x-patch", patch);
        assertThat(Bodies.render(part, part))
                .containsOnlyOnce("<a id=\"{#i0}\" href=\"#{#Z0}\">a</a> | 1 +")
                .containsOnlyOnce("<a id=\"{#Z0}\" href=\"#{#i0}\">diff</a> --git a/a b/a")
                .containsOnlyOnce("<a id=\"{#i1}\" href=\"#{#Z1}\">a</a> | 1 +");
    }

    @Test
    void squareBracketsStandForThemselvesOnlyAroundAHost() {
        assertThat(Bodies.plain("http://example.org/a[1] http://[::1]/b"))
                .contains("href=\"http://example.org/a%5B1%5D\"")
                .contains("href=\"http://[::1]/b\"");
    }

    /** Programs that make text of HTML write where a link leads behind what it says. */
    @Test
    void urlsEndWhereABracketBeginsAnother() {
        for (String brackets : List.of("[]", "()")) {
            for (String said : List.of("http://example.org", "https://example.org/a?b=[1](c)#d")) {
                String text = said + brackets.charAt(0) + said + brackets.charAt(1);
                assertThat(Bodies.plain(text).split(Pattern.quote("\"" + shown(said) + "\""), -1))
                        .as(text)
                        .hasSize(3);
            }
        }
        assertThat(Bodies.plain("https://example.org/a[HTTPS://example.net/b] c"))
                .contains("href=\"https://example.org/a\"", "href=\"HTTPS://example.net/b\"");
        assertThat(Bodies.plain("https://example.org/a(http)/https://example.net/b"))
                .contains("href=\"https://example.org/a(http)/https://example.net/b\"");
    }

    private static String shown(String url) {
        return url.replace("[", "%5B").replace("]", "%5D");
    }

    @Test
    void mailtoLinksWriteToTheirAddressAndNothingElse() {
        String link = "mailto:ada@example.org?bcc=all@example.net&attach=/etc/passwd";
        String expected = "href=\"mailto:ada@example.org\"";
        assertThat(Bodies.plain(link)).contains(expected).doesNotContain("passwd\"");
        assertThat(Bodies.html("<a href='" + link + "'>x</a>")).contains(expected);
        assertThat(Bodies.markdown("[x](" + link + ")")).contains(expected);
    }

    /** What stands before the host looks like the place that the link leads to. */
    @Test
    void urlsWithAUserAreNoLinks() {
        for (String authority :
                List.of(
                        "//www.example.net@203.0.113.42",
                        "//ann:secret@example.org:80",
                        "//@example.org",
                        "//www.example.net%40@example.org",
                        "//www.example.net\\@example.org",
                        "//www.example.net @example.org",
                        "//www.example.net\t@example.org",
                        "//www.example.net\"@example.org",
                        "//\u00e4\u201d@example.org",
                        "/ann@example.org",
                        "ann@example.org")) {
            for (String path : List.of("", "/a", "?a", "#a")) {
                String url = "http:" + authority + path;
                assertThat(Bodies.plain(url)).doesNotContainPattern("//[^/?#]*@[^/?#]*\" rel");
                assertThat(Bodies.html("<a href='" + url + "'>x</a>")).doesNotContain("href");
                assertThat(Bodies.markdown("[x](<" + url + ">)")).doesNotContain("href");
            }
        }
        String url = "https://example.org/@ann?to=ann@example.org#@";
        String expected = "href=\"" + url + "\"";
        assertThat(Bodies.plain(url)).contains(expected);
        assertThat(Bodies.html("<a href='" + url + "'>x</a>")).contains(expected);
        assertThat(Bodies.markdown("<" + url + ">")).contains(expected);
    }

    @Test
    void barWithoutPathIsNoDiffstat() {
        String patch = "    | 5 ++\n\ndiff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n";
        assertThat(Bodies.plain(patch)).contains("    | 5 ++");
    }

    @Test
    void messageThatCannotBeLaidOutIsShownAsItCame() {
        List<Problem> problems = new ArrayList<>();
        BodyRenderer renderer = new BodyRenderer(AddressPolicy.SHOW, List.of(), problems::add);
        Part broken = new NestedMessage("2", null);
        Html html =
                renderer.render(
                        Bodies.OWN, Bodies.content(Bodies.text("text/plain", "<ab>"), broken));
        assertThat(Filled.of(html))
                .startsWith("<pre class=\"body\">&lt;ab&gt;</pre>")
                .contains("Part 2 is in the message as it came.");
        assertThat(problems)
                .hasSize(1)
                .allMatch(problem -> problem.place().equals("<own@example.org>"));
    }

    /** Nothing of it is lost: the message as it came has all of it. */
    @Test
    void whatIsTooMuchForAPageIsReported() {
        List<Problem> problems = new ArrayList<>();
        BodyRenderer renderer = new BodyRenderer(AddressPolicy.SHOW, List.of(), problems::add);
        String line = "A line of text like many others.\n";
        Part text = Bodies.text("text/plain", line.repeat(300_000));
        Part file = Bodies.file("2", "a.bin", "application/zip", "", "\0".repeat(25_000_001));
        renderer.render(Bodies.OWN, Bodies.content(text, file));
        Part quote = Bodies.text("text/plain", ">".repeat(10_000) + "x");
        renderer.render(Bodies.OWN, Bodies.content(quote));
        assertThat(problems)
                .extracting(Problem::sentence)
                .containsExactly(
                        "part 1 has 1511392 more characters than its page shows; the message as it came has them",
                        "part 2 is a file of 25000001 bytes; kept as it is",
                        "part 1 has a line quoted 10000 times; shown like one quoted 6 times");
    }
}
