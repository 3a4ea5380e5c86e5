package dev.threadmill.archive.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.ArchiveGenerator;
import dev.threadmill.archive.GeneratedSite;
import dev.threadmill.archive.ProgressListener;
import dev.threadmill.archive.browser.Browser;
import dev.threadmill.archive.browser.SiteServer;
import dev.threadmill.archive.browser.Visit;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A site of hostile mail, every file of it opened in a real browser. Once as readers meet it, and
 * once with the pages' policy switched off: what keeps mail from running is how pages are written;
 * the policy is there should that fail one day.
 */
class NothingRunsTest {

    private static final String ARROW =
            "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' fill='%23909090' ";

    @TempDir static Path folder;
    private static GeneratedSite site;
    private static SiteServer server;
    private static Browser browser;

    @BeforeAll
    static void generate() throws IOException {
        browser = Browser.launch();
        HostileMail.write(folder.resolve("mail"));
        ArchiveGenerator.builder()
                .source(folder.resolve("mail"))
                .outputDirectory(folder.resolve("site"))
                .templateDirectory(folder.resolve("templates"))
                .siteUrl(URI.create("https://archive.example.org/project/"))
                .failOn(Optional.empty())
                .build()
                .generate(ProgressListener.NONE);
        site = new GeneratedSite(folder.resolve("site"));
        server = SiteServer.of(folder.resolve("site"));
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
            server.close();
        }
    }

    @Test
    void noPageIsFaulty() {
        assertThat(site.faults()).isEmpty();
    }

    @Test
    void nothingOfTheirsRuns() {
        assertThat(harm(shown())).isEmpty();
    }

    @Test
    void nothingOfTheirsRunsEvenWithoutThePolicy() {
        browser.ignorePolicies(true);
        try {
            assertThat(harm(site.pages())).isEmpty();
        } finally {
            browser.ignorePolicies(false);
        }
    }

    /** Whatever a browser shows by itself: pages, feeds, and files out of messages. */
    private static List<String> shown() {
        return site.files().stream()
                .filter(file -> !file.endsWith("/raw") && !file.endsWith(".gz"))
                .toList();
    }

    private static List<String> harm(List<String> files) {
        List<String> harm = new ArrayList<>();
        for (String file : files) {
            Visit visit = browser.open(server.url(file));
            for (String request : visit.requestsOutside(server.origin())) {
                if (!ofTheViewer(file, request)) {
                    harm.add(file + ": request " + request);
                }
            }
            for (String event : visit.events()) {
                boolean ours = event.startsWith("navigation: " + server.url(""));
                if (!ours && !(file.endsWith(".pdf") && event.endsWith(": about:blank"))) {
                    harm.add(file + ": " + event);
                }
            }
            if (!browser.evaluate("window.pwned").isJsonNull()) {
                harm.add(file + ": its script has run");
            }
        }
        return harm;
    }

    /** What Chromium asks for itself: to show a PDF, and to draw the arrows of a tree of XML. */
    private static boolean ofTheViewer(String file, String request) {
        return (file.endsWith(".pdf") && request.startsWith("chrome-extension://"))
                || (file.endsWith(".xml") && request.startsWith(ARROW));
    }
}
