package dev.threadmill.archive.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.mail.AddressPolicy;
import dev.threadmill.archive.mail.MessageContent;
import dev.threadmill.archive.mail.MessageId;
import dev.threadmill.archive.mail.TextPart;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {

    private static String of(String type, String text) {
        TextPart part = new TextPart("1", type, "", text, false, false, null);
        MessageContent content = Bodies.content(part);
        return new BodyRenderer(AddressPolicy.SHOW, List.of(), problem -> {})
                .render(new MessageId("a@example.org"), content)
                .summary();
    }

    private static String of(String text) {
        return of("text/plain", text);
    }

    @Test
    void isWhatTheAuthorSaysOnOneLine() {
        assertThat(
                        of(
                                """
                                On Monday, Bo wrote:
                                > Is the loom
                                > all right?

                                It is <fine> & fast, see
                                https://example.org/loom and <b@example.org>.

                                > And the cards?
                                Those too.
                                --\s
                                Ann
                                """))
                .isEqualTo(
                        "It is <fine> & fast, see https://example.org/loom and <b@example.org>."
                                + " Those too.");
    }

    @Test
    void aPatchIsSummedUpByItsMessage() {
        assertThat(
                        of(
                                """
                                Lift row 8 as well.

                                Signed-off-by: Ann <ann@example.org>
                                ---
                                 loom.c | 2 +-
                                 1 file changed, 1 insertion(+), 1 deletion(-)

                                diff --git a/loom.c b/loom.c
                                --- a/loom.c
                                +++ b/loom.c
                                @@ -1 +1 @@
                                -rows = 7;
                                +rows = 8;
                                """))
                .isEqualTo("Lift row 8 as well. Signed-off-by: Ann <ann@example.org>");
    }

    @Test
    void htmlIsReadLikeText() {
        assertThat(of("text/html", "<p>One&nbsp;and</p><blockquote>quoted</blockquote>t<b>w</b>o"))
                .isEqualTo("One and two");
    }

    @Test
    void aWordInTwoStylesIsOneWord() {
        assertThat(
                        of(
                                "text/html",
                                "the 5<ins>th</ins>: <kbd>Ctrl</kbd>-<kbd>C</kbd>, H<small>I</small>"))
                .isEqualTo("the 5th: Ctrl-C, HI");
        assertThat(of("text/html", "one<br>two<table><tr><td>three<td>four</table>five"))
                .isEqualTo("one two three four five");
    }

    @Test
    void isCutAfterAWord() {
        assertThat(of("weft and warp ".repeat(100)))
                .hasSizeLessThanOrEqualTo(200)
                .endsWith(" and warp…");
    }

    @Test
    void aCharacterIsNotCutInTwo() {
        assertThat(of("\ud83e\uddf6".repeat(300)))
                .hasSizeLessThanOrEqualTo(200)
                .endsWith("\ud83e\uddf6…");
        assertThat(of("a" + "\ud83e\uddf6".repeat(300))).endsWith("\ud83e\uddf6…");
    }

    @Test
    void whoeverOnlyQuotesSaysNothing() {
        assertThat(of("> a\n> b\n")).isEmpty();
    }
}
