package dev.threadmill.archive.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.mail.Address;
import dev.threadmill.archive.mail.MailingList;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Whatever a stranger writes is text. */
class EscapingTest {

    private static final String EVIL =
            "</title></pre>--><script>alert(1)</script><img src=x onerror='alert(2)'>\"'`${1+1}";

    private static GivenArchive hostile() {
        GivenArchive given = new GivenArchive();
        given.list(new MailingList("dev", "dev", EVIL, EVIL, EVIL + "@example.org"));
        for (String id : new String[] {"top@example.org", "\"><script>alert(3)</script>"}) {
            given.mail(id)
                    .from(EVIL, EVIL + "@example.org")
                    .to(new Address(EVIL, EVIL))
                    .cc(new Address(EVIL, "javascript:alert(1)@example.org"))
                    .subject("Re: " + EVIL)
                    .sent("2024-01-01T00:00:00Z", EVIL)
                    .answers("<svg/onload=alert(4)>", "top@example.org")
                    .says(EVIL)
                    .holds("../../" + EVIL + ".html", EVIL, EVIL.getBytes(StandardCharsets.UTF_8))
                    .in();
        }
        return given;
    }

    @Test
    void noPageRunsOrShowsWhatMailWantsItTo() {
        Map<String, byte[]> files = hostile().files();
        assertThat(files.keySet()).noneMatch(path -> path.contains("..") || path.contains("<"));
        files.forEach(
                (path, bytes) -> {
                    if (!path.endsWith(".html")) {
                        return;
                    }
                    Document page = Jsoup.parse(new String(bytes, StandardCharsets.UTF_8));
                    for (Element data : page.select("script[type=application/ld+json]")) {
                        assertThat(data.data()).as(path).doesNotContain("<", ">", "&");
                        assertThat(postingIn(data)).as(path).isEqualTo("DiscussionForumPosting");
                        data.remove();
                    }
                    for (Element script : page.select("script")) {
                        assertThat(script.attr("src")).as(path).matches(".*assets/[a-z-]+\\.js");
                        assertThat(script.data()).as(path).isEmpty();
                    }
                    assertThat(page.select("[onerror], [onload], [style], svg")).as(path).isEmpty();
                    assertThat(page.select("img[src=x]")).as(path).isEmpty();
                    for (Element link : page.select("a[href]")) {
                        assertThat(link.attr("href"))
                                .as(path)
                                .doesNotStartWithIgnoringCase("javascript:")
                                .doesNotStartWith("//");
                    }
                });
    }

    private static String postingIn(Element data) {
        try {
            return StrictJson.parse(data.data()).getAsJsonObject().get("@type").getAsString();
        } catch (IOException e) {
            throw new AssertionError(data.data(), e);
        }
    }

    @Test
    void feedsAreXmlWhateverMailHolds() throws Exception {
        GivenArchive given = hostile();
        given.mail("control@example.org").subject("a\u0001\u0000\ud800b\uffff \u202etxt").in();
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setNamespaceAware(true);
        int feeds = 0;
        for (Map.Entry<String, byte[]> file : given.files().entrySet()) {
            if (file.getKey().endsWith(".atom")) {
                factory.newDocumentBuilder().parse(new ByteArrayInputStream(file.getValue()));
                feeds++;
            }
        }
        assertThat(feeds).isGreaterThan(1);
    }

    @Test
    void whatTurnsTheDirectionOfWritingIsNamed() {
        GivenArchive given = new GivenArchive().list("dev");
        given.mail("a@example.org").subject("gnp.\u202eexe").in();
        assertThat(given.text("dev/a@example.org/index.html"))
                .contains("gnp.[U+202E]exe")
                .doesNotContain("\u202e");
    }

    @Test
    void shellsSeeOneArgument() {
        GivenArchive given = new GivenArchive().list("dev");
        given.mail("a;reboot'$(x)`y`@example.org")
                .from("", "$(reboot)@example.org")
                .cc(new Address("", "o'neil@example.org"), new Address("", "a,b@example.org"))
                .in();
        Document page =
                Jsoup.parse(
                        given.text(
                                given.files().keySet().stream()
                                        .filter(
                                                path ->
                                                        path.startsWith("dev/~")
                                                                && path.endsWith("/index.html"))
                                        .findFirst()
                                        .orElseThrow()));
        assertThat(page.select("pre.command").text())
                .contains("--in-reply-to='a;reboot'\\''$(x)`y`@example.org' \\")
                .contains("--to='$(reboot)@example.org' \\")
                .contains("--cc=a,b@example.org \\")
                .contains("--cc='o'\\''neil@example.org' \\");
    }
}
