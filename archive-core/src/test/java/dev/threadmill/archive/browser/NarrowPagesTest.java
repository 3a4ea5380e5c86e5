package dev.threadmill.archive.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages as a small telephone shows them. */
class NarrowPagesTest {

    private static final int WIDTH = 360;

    private static final String MAIL =
            """
            From ann@example.org Fri Mar  1 08:05:00 2024
            From: Ann <ann@example.org>
            Message-ID: <a@example.org>

            Hello.
            """;

    @TempDir Path folder;

    @Test
    void nothingStandsBesideThePage() throws IOException {
        try (Browser browser = Browser.launch();
                SiteServer server = SiteServer.ofMail(MAIL, folder)) {
            browser.resize(WIDTH, 900);
            List<String> pages =
                    List.of("", "a@example.org/", "a@example.org/t/", "color/", "help/", "mirror/");
            assertThat(pages)
                    .allSatisfy(
                            page -> {
                                browser.open(server.url("dev/" + page));
                                String width = "document.documentElement.scrollWidth";
                                assertThat(browser.evaluate(width).getAsInt())
                                        .isLessThanOrEqualTo(WIDTH);
                            });
        }
    }
}
