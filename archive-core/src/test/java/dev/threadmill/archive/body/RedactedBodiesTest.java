package dev.threadmill.archive.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.mail.AddressPolicy;
import dev.threadmill.archive.mail.AddressPolicy.Mode;
import dev.threadmill.archive.mail.MessageId;
import dev.threadmill.archive.mail.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bodies whose addresses are not shown, as a reader gets them. */
class RedactedBodiesTest {

    private static final MessageId HELD = new MessageId("1@held.example.org");
    private static final AddressPolicy HIDE =
            AddressPolicy.of(Mode.HIDE).holding(id -> id.value().equals(HELD.hashed()));

    @Test
    void readsWordsThroughTheElementsOfHtml() {
        assertThat(html("Ask jane@<b>example</b>.org<br>or ken@<wbr>example.org&gt;"))
                .contains("Ask &lt;hidden&gt;<br/>or &lt;hidden&gt;<wbr/>&gt;");
        assertThat(html("<p>jane&#64;example&period;org</p>")).contains("<p>&lt;hidden&gt;</p>");
    }

    @Test
    void keepsTheWordsOfLinksThatLeadToAnAddress() {
        assertThat(html("<a href='mailto:jane@example.org'>Jane</a>"))
                .contains(">Jane<")
                .doesNotContain("<a ");
        assertThat(html("<a href='https://example.net/?u=jane%40example.org'>unsubscribe</a>"))
                .contains(">unsubscribe<")
                .doesNotContain("<a ");
        assertThat(html("<a href='https://example.net/'>more</a>")).contains("<a href=");
    }

    @Test
    void hidesWhatMarkdownMakesAnAddress() {
        assertThat(
                        shown(
                                Bodies.text(
                                        "text/markdown",
                                        "Write to jane\\@example.org or *ken*@example.org")))
                .contains("Write to &lt;hidden&gt; or *&lt;hidden&gt;");
    }

    @Test
    void linksToMessagesByTheirHash() {
        Html html =
                render(
                        Bodies.text(
                                "text/plain",
                                "See <%s>\nand https://archive.example.net/dev/%s/ and <2@gone.example.org>"
                                        .formatted(HELD.value(), HELD.value())));
        assertThat(Filled.of(html))
                .contains("&lt;{" + HELD.hashed() + "|")
                .contains("https://archive.example.net/dev/" + HELD.hashed() + "/")
                .contains("&lt;hidden&gt;")
                .doesNotContain("example.org");
    }

    @Test
    void saysWhichFilesAreLeftOut() {
        assertThat(shown(Bodies.file("2", "plan of j@a.org.pdf", "application/pdf", "", "%PDF-1")))
                .contains("[-- Attachment #2: plan of &lt;hidden&gt; --]")
                .contains("Size: 6 bytes; left out")
                .doesNotContain("<a ");
    }

    private static String html(String html) {
        return shown(Bodies.text("text/html", html));
    }

    private static String shown(Part part) {
        return Filled.of(render(part));
    }

    private static Html render(Part... parts) {
        BodyRenderer renderer =
                new BodyRenderer(
                        HIDE,
                        List.of(),
                        problem -> {
                            throw new AssertionError(problem.toString());
                        });
        return renderer.render(Bodies.OWN, HIDE.content(Bodies.content(parts)));
    }
}
