package dev.threadmill.archive.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.ArchiveGenerator;
import dev.threadmill.archive.ArchiveGeneratorBuilder;
import dev.threadmill.archive.ProgressListener;
import dev.threadmill.archive.mail.MessageId;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The ways to a message that need a script: by its id, and from an address that is nearly right.
 */
class WaysTest {

    @TempDir static Path folder;
    private static Path site;
    private static SiteServer server;
    private static Browser browser;

    @BeforeAll
    static void build() throws IOException {
        browser = Browser.launch();
        site = generate("site", "https://lists.example.org/project/");
        server = SiteServer.of(site);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
            server.close();
        }
    }

    private static Path generate(String name, String siteUrl) throws IOException {
        Path mail = Files.createDirectories(folder.resolve("mail"));
        Files.writeString(
                mail.resolve("dev.mbox"),
                mail("plan@example.org", "", "A plan")
                        + mail("yes/1@example.org", "plan@example.org", "Re: A plan")
                        + mail("Twin@example.org", "", "One")
                        + mail("twin@example.org", "", "Another")
                        + mail("odd id\"@example.org", "", "Odd")
                        + mail("alone+1@example.org", "", "Alone"));
        Files.writeString(mail.resolve("users.mbox"), mail("users@example.org", "", "Hello"));
        Path out = folder.resolve(name);
        ArchiveGeneratorBuilder builder =
                ArchiveGenerator.builder().source(mail).outputDirectory(out);
        if (!siteUrl.isEmpty()) {
            builder.siteUrl(URI.create(siteUrl));
        }
        builder.build().generate(ProgressListener.NONE);
        return out;
    }

    private static String mail(String id, String parent, String subject) {
        return """
                From ann@example.org Fri Mar  1 08:05:00 2024
                From: Ann <ann@example.org>
                Date: Fri, 1 Mar 2024 08:05:00 +0000
                Message-ID: <%s>
                Subject: %s
                %s
                Hello.

                """
                .formatted(id, subject, parent.isEmpty() ? "" : "In-Reply-To: <" + parent + ">\n");
    }

    /** Where a page leads to in the end, from the root of the site. */
    private static String endsAt(String expected) {
        String is = "";
        for (int i = 0; i < 100; i++) {
            try {
                is = browser.evaluate("location.pathname + location.hash").getAsString();
                if (is.equals("/project/" + expected)
                        && browser.evaluate(
                                        "document.readyState === 'complete' && !document.title.startsWith('Not found')")
                                .getAsBoolean()) {
                    browser.idle(50);
                    break;
                }
                browser.idle(50);
            } catch (IllegalStateException e) {
                assertThat(e).hasMessageContaining("navigated"); // asked in between two pages
            }
        }
        return is.startsWith("/project/") ? is.substring("/project/".length()) : is;
    }

    private static String statusThatIs(String expected) {
        String is = "";
        for (int i = 0; i < 100 && !is.equals(expected); i++) {
            is =
                    browser.evaluate("document.querySelector('[role=status]').textContent")
                            .getAsString();
            browser.idle(20);
        }
        return is;
    }

    /** The page before may still be leading away when this one is opened. */
    private static void paste(String text) {
        String there = "document.readyState === 'complete' && !!document.getElementById('go')";
        for (int i = 0; i < 100 && !browser.evaluate(there).getAsBoolean(); i++) {
            browser.idle(20);
        }
        browser.evaluate(
                "document.getElementById('go').value = "
                        + new com.google.gson.Gson().toJson(text)
                        + "; document.querySelector('form.go').requestSubmit()");
    }

    @ParameterizedTest
    @CsvSource({
        "DEV/plan@example.org/, dev/plan@example.org/",
        "DEV//plan@example.org///, dev/plan@example.org/",
        "dev/%3Cplan@example.org%3E/, dev/plan@example.org/",
        "dev/<plan@example.org>, dev/plan@example.org/",
        "DEV/yes%252F1@example.org, dev/yes/1@example.org/",
        "dev/plan%40example.org/nothing, dev/plan@example.org/",
        "Dev/2024-03, dev/2024-03/",
        "dev/_/text/help/, dev/help/",
        "plan@example.org/, dev/plan@example.org/",
        "users@example.org, users/users@example.org/",
        "dev/odd%20id%22@example.org/, dev/~53ttt5ll5nnn5mlpdqfn7qbjqs/",
        "dev/twin@example.org/, dev/~twin/",
        "dev/alone+1@example.org/t/, dev/alone%2B1@example.org/",
        "DEV/plan@example.org/#R, dev/plan@example.org/#R",
        "dev/plan@example.org/T/#u, dev/plan@example.org/flat/",
        "dev/yes/1@example.org/t/, dev/plan@example.org/t/#YES",
        "dev/yes/1@example.org/t/#u, dev/plan@example.org/t/#YES",
        "dev/yes%2F1@example.org/T/, dev/plan@example.org/flat/#YES",
        "dev/yes/1@example.org/T/#b, dev/plan@example.org/flat/#b",
    })
    void addressesThatAreNearlyRightLeadOn(String asked, String target) {
        browser.open(server.url(asked));
        String expected =
                target.replace("YES", "m" + new MessageId("yes/1@example.org").sha1())
                        .replace("~twin", new MessageId("twin@example.org").hashed())
                        .replaceAll("~53.*/", new MessageId("oddid\"@example.org").hashed() + "/");
        assertThat(endsAt(expected)).isEqualTo(expected);
    }

    @Test
    void theThreadOfAReplyIsDownloaded() {
        Visit visit = browser.open(server.url("dev/yes/1@example.org/t.mbox.gz"));
        assertThat(asksFor(server.url("dev/plan@example.org/t.mbox.gz"))).isTrue();
        assertThat(visit.events()).allMatch(event -> event.contains("404"));
    }

    private static boolean asksFor(String url) {
        for (int i = 0; i < 100; i++) {
            if (browser.seenSoFar().requests().contains(url)) {
                return true;
            }
            browser.idle(20);
        }
        return false;
    }

    @Test
    void aMessageOfAnotherListIsOffered() {
        browser.open(server.url("dev/users@example.org/"));
        assertThat(statusThatIs("dev does not hold <users@example.org>. It is in: users"))
                .isEqualTo("dev does not hold <users@example.org>. It is in: users");
        assertThat(browser.evaluate("document.querySelector('[role=status] a').href").getAsString())
                .isEqualTo(server.url("users/users@example.org/"));
    }

    @Test
    void whatIsNowhereStaysNotFound() {
        for (String asked :
                List.of("dev/nobody@example.org/", "nothing", "dev/100%25/", "a/b/c/")) {
            browser.open(server.url(asked));
            assertThat(statusThatIs("")).isEmpty();
            assertThat(browser.evaluate("document.title").getAsString()).startsWith("Not found");
        }
    }

    @Test
    void addressesOutsideTheSiteAreLeftAlone() {
        browser.open(server.url("../elsewhere/plan@example.org/"));
        browser.idle(200);
        assertThat(browser.evaluate("location.pathname").getAsString())
                .isEqualTo("/elsewhere/plan@example.org/");
    }

    @ParameterizedTest
    @CsvSource({
        "'', <yes/1@example.org>, dev/yes/1@example.org/",
        "'', users@example.org, users/users@example.org/",
        "dev/, Message-ID: <plan@example.org>, dev/plan@example.org/",
        "dev/, https://lore.kernel.org/all/yes/1@example.org/T/#u, dev/yes/1@example.org/",
        "dev/, mid:alone%2B1@example.org, dev/alone%2B1@example.org/",
        "dev/help/, plan@example.org, dev/plan@example.org/",
    })
    void theFormLeadsToTheMessage(String page, String pasted, String target) {
        Visit visit = browser.open(server.url(page));
        assertThat(visit.events()).isEmpty();
        paste(pasted);
        assertThat(endsAt(target)).isEqualTo(target);
    }

    @Test
    void theFormSaysWhatIsNotThere() {
        browser.open(server.url("dev/"));
        paste("nobody@example.org");
        String said = "<nobody@example.org> is not in this archive.";
        assertThat(statusThatIs(said)).isEqualTo(said);
        paste("users@example.org");
        said = "dev does not hold <users@example.org>. It is in: users";
        assertThat(statusThatIs(said)).isEqualTo(said);
    }

    @Test
    void theFormWithoutItsScriptLeadsToAPageThatLooksTheIdUp() {
        browser.open(server.url("dev/_/go/?id=%3Cyes%2F1%40example.org%3E"));
        assertThat(endsAt("dev/yes/1@example.org/")).isEqualTo("dev/yes/1@example.org/");
        browser.open(server.url("_/go/?id=users%40example.org"));
        assertThat(endsAt("users/users@example.org/")).isEqualTo("users/users@example.org/");
    }

    @Test
    void theFormWorksFromADisk() {
        browser.open(site.resolve("dev/index.html").toUri().toString());
        paste("<yes/1@example.org>");
        String file = site.resolve("dev/yes/1@example.org/index.html").toUri().getPath();
        for (int i = 0; i < 100; i++) {
            if (browser.evaluate("location.pathname").getAsString().equals(file)) {
                break;
            }
            browser.idle(20);
        }
        assertThat(browser.evaluate("location.pathname").getAsString()).isEqualTo(file);
    }

    @Test
    void aSiteThatDoesNotKnowItsAddressShowsTheWaysOnOnlyWhereTheyLeadOn() throws IOException {
        Path unknown = generate("unknown", "");
        try (SiteServer below = SiteServer.of(unknown)) {
            browser.open(below.url("dev/nobody@example.org/"));
            assertThat(browser.evaluate("document.querySelector('form').checkVisibility()"))
                    .hasToString("false");
            assertThat(browser.evaluate("document.title").getAsString()).startsWith("Not found");
        }
    }
}
