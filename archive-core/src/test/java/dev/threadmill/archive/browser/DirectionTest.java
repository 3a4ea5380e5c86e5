package dev.threadmill.archive.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In which order the words of Hebrew and English stand on a page, from left to right. */
class DirectionTest {

    private static final String RELEASE = "הגרסה של Linux יצאה אתמול";

    @TempDir static Path folder;
    private static Browser browser;
    private static SiteServer server;

    @BeforeAll
    static void build() throws IOException {
        browser = Browser.launch();
        String mail =
                mail("plain", "", "text/plain", RELEASE + "\n\nIn English: שלום עולם.")
                        + mail("reply", "plain", "text/plain", "> " + RELEASE + "\n\nCode.\n")
                        + mail("html", "", "text/html", "<p>" + RELEASE + "<ul><li>" + RELEASE)
                        + mail("said", "", "text/html", "<p dir=rtl>Linux יצאה אתמול")
                        + mail("patch", "", "text/plain", PATCH);
        server = SiteServer.ofMail(mail, folder);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
            server.close();
        }
    }

    private static final String PATCH =
            """
            --- a/a.c
            +++ b/a.c
            @@ -1,2 +1,2 @@
             // שלום Ann
            -// אחת One
            +// שתיים Two
            """;

    private static String mail(String id, String parent, String type, String text) {
        return "From ann@example.org Fri Mar  1 08:05:00 2024\nFrom: דנה כהן <dana@example.org>\n"
                + "Subject: %s\n".formatted(RELEASE)
                + "Message-ID: <%s@example.org>\n".formatted(id)
                + (parent.isEmpty() ? "" : "In-Reply-To: <%s@example.org>\n".formatted(parent))
                + "Content-Type: %s; charset=utf-8\n\n%s\n\n".formatted(type, text);
    }

    /** The words as they stand in the first element that has them all. */
    private static List<String> order(String selector, String... words) {
        String left =
                "(() => { const all = [...document.querySelectorAll('%s')];"
                        + " const words = '%s'.split('|');"
                        + " const at = all.find(e => words.every(w => e.textContent.includes(w)));"
                        + " const left = word => {"
                        + "  const texts = document.createTreeWalker(at, NodeFilter.SHOW_TEXT);"
                        + "  for (let text; (text = texts.nextNode()); ) {"
                        + "   const i = text.data.indexOf(word);"
                        + "   if (i >= 0) {"
                        + "    const range = document.createRange();"
                        + "    range.setStart(text, i); range.setEnd(text, i + word.length);"
                        + "    return range.getBoundingClientRect().left; } } };"
                        + " return words.sort((a, b) => left(a) - left(b)); })()";
        List<String> order = new ArrayList<>();
        browser.evaluate(left.formatted(selector, String.join("|", words)))
                .getAsJsonArray()
                .forEach(word -> order.add(word.getAsString()));
        return order;
    }

    @Test
    void eachLineOfABodyHasItsOwn() {
        browser.open(server.url("dev/plain@example.org/"));
        assertThat(order(".body", "הגרסה", "Linux", "יצאה"))
                .containsExactly("יצאה", "Linux", "הגרסה");
        assertThat(order(".body", "English", "שלום", "עולם"))
                .containsExactly("English", "עולם", "שלום");
        browser.open(server.url("dev/reply@example.org/"));
        assertThat(order(".q", "הגרסה", "Linux", "יצאה")).containsExactly("יצאה", "Linux", "הגרסה");
    }

    @Test
    void eachBlockOfHtmlHasItsOwn() {
        browser.open(server.url("dev/html@example.org/"));
        assertThat(order(".html p", "הגרסה", "Linux", "יצאה"))
                .containsExactly("יצאה", "Linux", "הגרסה");
        assertThat(order(".html li", "הגרסה", "Linux", "יצאה"))
                .containsExactly("יצאה", "Linux", "הגרסה");
        browser.open(server.url("dev/said@example.org/"));
        assertThat(order(".html p", "Linux", "יצאה", "אתמול"))
                .containsExactly("אתמול", "יצאה", "Linux");
    }

    @Test
    void patchesKeepTheirColumns() {
        browser.open(server.url("dev/patch@example.org/"));
        assertThat(order(".body", "שלום", "Ann")).containsExactly("שלום", "Ann");
        assertThat(order(".add", "שתיים", "Two")).containsExactly("שתיים", "Two");
    }

    @Test
    void subjectsTurnNothingAroundThem() {
        browser.open(server.url("dev/plain@example.org/"));
        assertThat(order("pre.header .subject", "Subject", "הגרסה", "Linux", "יצאה"))
                .containsExactly("Subject", "יצאה", "Linux", "הגרסה");
        assertThat(order("pre.overview b", "2024", "הגרסה", "Linux", "דנה", "this"))
                .containsExactly("2024", "Linux", "הגרסה", "דנה", "this");
        browser.open(server.url("dev/plain@example.org/t/"));
        assertThat(order("h1", "הגרסה", "Linux", "יצאה")).containsExactly("יצאה", "Linux", "הגרסה");
        browser.open(server.url("dev/2024-03/"));
        assertThat(order("h2", "הגרסה", "Linux", "דנה", "2 messages"))
                .containsExactly("Linux", "הגרסה", "דנה", "2 messages");
        browser.open(server.url("dev/subjects/"));
        assertThat(order("li", "הגרסה", "Linux", "2024")).containsExactly("Linux", "הגרסה", "2024");
    }
}
