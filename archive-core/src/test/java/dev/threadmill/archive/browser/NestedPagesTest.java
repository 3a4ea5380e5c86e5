package dev.threadmill.archive.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a thread as a browser lays it out. */
class NestedPagesTest {

    @TempDir Path folder;

    private static String mail(String id, String parent) {
        return "From ann@example.org Fri Mar  1 08:05:00 2024\nFrom: Ann <ann@example.org>\n"
                + "Message-ID: <%s@example.org>\n".formatted(id)
                + (parent.isEmpty() ? "" : "In-Reply-To: <%s@example.org>\n".formatted(parent))
                + "\nHello.\n\n";
    }

    @Test
    void answersStandFurtherToTheRight() throws IOException {
        String mail = mail("a", "") + mail("b", "a") + mail("c", "b") + mail("d", "a");
        try (Browser browser = Browser.launch();
                SiteServer server = SiteServer.ofMail(mail, folder)) {
            browser.open(server.url("dev/a@example.org/t/"));
            JsonArray left =
                    browser.evaluate(
                                    "[...document.querySelectorAll('article')].map(a => a.getBoundingClientRect().left)")
                            .getAsJsonArray();
            assertThat(left).hasSize(4);
            double top = left.get(0).getAsDouble();
            assertThat(left.get(1).getAsDouble()).isGreaterThan(top);
            assertThat(left.get(2).getAsDouble()).isGreaterThan(left.get(1).getAsDouble());
            assertThat(left.get(3).getAsDouble()).isEqualTo(left.get(1).getAsDouble());
        }
    }

    @Test
    void numbersOfMissingPatchesStandBesideWhatIsSaidOfThem() throws IOException {
        String mail =
                patch("a", "", "[PATCH 00/20] Plan")
                        + patch("b", "a", "[PATCH 01/20] Begin")
                        + patch("c", "a", "[PATCH 20/20] End");
        try (Browser browser = Browser.launch();
                SiteServer server = SiteServer.ofMail(mail, folder)) {
            browser.resize(400, 900);
            browser.open(server.url("dev/a@example.org/t/"));
            String gap =
                    "(() => { const row = document.querySelector('details.series .absent');"
                            + " const number = document.createRange();"
                            + " number.selectNodeContents(row.cells[0]);"
                            + " return row.cells[1].getBoundingClientRect().left"
                            + " - number.getBoundingClientRect().right; })()";
            assertThat(browser.evaluate(gap).getAsDouble()).isPositive();
        }
    }

    private static String patch(String id, String parent, String subject) {
        return mail(id, parent).replaceFirst("\n\n", "\nSubject: " + subject + "\n\n");
    }
}
