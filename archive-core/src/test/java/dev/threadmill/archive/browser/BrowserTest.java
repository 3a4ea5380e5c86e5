package dev.threadmill.archive.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A watchman who has never called is no watchman: each thing it must notice is done to it here. */
class BrowserTest {

    private static final String POLICY =
            "<meta http-equiv=content-security-policy content=\"default-src 'none'\">";

    @TempDir static Path site;
    private static Browser browser;
    private static SiteServer server;

    @BeforeAll
    static void launch() throws IOException {
        browser = Browser.launch();
        server = SiteServer.of(site);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
            server.close();
        }
    }

    private static Visit visit(String name, String content) throws IOException {
        Files.writeString(site.resolve(name), content);
        return browser.open(server.url(name));
    }

    @Test
    void seesNothingInAPageThatOnlyShowsSomething() throws IOException {
        Visit visit = visit("calm.html", "<!doctype html><title>x</title><p>calm");
        assertThat(visit.events()).isEmpty();
        assertThat(visit.requests()).containsExactly(server.url("calm.html"));
        assertThat(browser.evaluate("document.body.textContent").getAsString()).isEqualTo("calm");
    }

    @Test
    void seesDialogs() throws IOException {
        assertThat(visit("alert.html", "<img src=x: onerror=alert('ran')>").events())
                .contains("dialog: ran");
        assertThat(visit("confirm.html", "<script>confirm('ran')</script>").events())
                .contains("dialog: ran");
    }

    @Test
    void seesRequestsThatLeaveTheSite() throws IOException {
        Visit visit =
                visit(
                        "pixel.html",
                        "<img src=http://attacker.example.org/pixel>"
                                + "<link rel=stylesheet href=http://attacker.example.org/style>"
                                + "<iframe src=http://10.1.2.3/frame></iframe>");
        assertThat(visit.requestsOutside(server.url("")))
                .containsExactlyInAnyOrder(
                        "http://attacker.example.org/pixel",
                        "http://attacker.example.org/style",
                        "http://10.1.2.3/frame");
    }

    @Test
    void seesWhatAPolicyForbade() throws IOException {
        String page = POLICY + "<p style='color:red'>x</p><script>alert(1)</script>";
        assertThat(visit("policy.html", page).events())
                .hasSize(2)
                .allMatch(event -> event.contains("Content Security Policy"));
    }

    @Test
    void canIgnoreWhatAPolicyForbids() throws IOException {
        browser.ignorePolicies(true);
        try {
            String page = POLICY + "<script>alert('ran')</script>";
            assertThat(visit("ignored.html", page).events()).contains("dialog: ran");
        } finally {
            browser.ignorePolicies(false);
        }
    }

    @Test
    void seesScriptsThatFail() throws IOException {
        assertThat(visit("throws.html", "<script>nothing.at.all</script>").events())
                .singleElement()
                .matches(event -> event.startsWith("exception: "));
    }

    @Test
    void seesAPageThatLeadsAway() throws IOException {
        Visit refresh =
                visit(
                        "refresh.html",
                        "<meta http-equiv=refresh content='0;url=http://attacker.example.org/'>");
        browser.idle(50);
        assertThat(browser.seenSoFar().events())
                .contains("navigation: http://attacker.example.org/");
        assertThat(refresh.url()).isEqualTo(server.url("refresh.html"));
    }

    @Test
    void seesNewWindows() throws IOException {
        visit("opens.html", "<script>window.open('calm.html')</script>");
        browser.idle(50);
        assertThat(browser.seenSoFar().events()).anyMatch(event -> event.startsWith("window: "));
    }

    @Test
    void takesUnknownTypesForDownloads() throws IOException {
        assertThat(visit("page.bin", "<script>alert(1)</script>").download()).isTrue();
        assertThat(visit("page.txt", "<script>alert(1)</script>").events()).isEmpty();
    }

    @Test
    void takesPicturesOfTheSizeAndSchemeAskedFor() throws IOException {
        Files.writeString(
                site.resolve("scheme.html"),
                "<style>@media (prefers-color-scheme: dark) {body {background: black}}</style>");
        var light = picture(320, 200, false);
        var dark = picture(320, 200, true);
        assertThat(light.getWidth()).isEqualTo(320);
        assertThat(light.getHeight()).isEqualTo(200);
        assertThat(light.getRGB(100, 100) & 0xffffff).isEqualTo(0xffffff);
        assertThat(dark.getRGB(100, 100) & 0xffffff).isZero();
    }

    private static java.awt.image.BufferedImage picture(int width, int height, boolean dark)
            throws IOException {
        byte[] png = browser.screenshot(server.url("scheme.html"), width, height, dark);
        return ImageIO.read(new ByteArrayInputStream(png));
    }
}
