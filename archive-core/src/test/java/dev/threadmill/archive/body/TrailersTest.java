package dev.threadmill.archive.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.CpuLimit;
import dev.threadmill.archive.mail.Address;
import dev.threadmill.archive.mail.Part;
import dev.threadmill.archive.mail.TextPart;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TrailersTest {

    private static final Address ANN = new Address("Ann Ash", "ann@example.org");

    private static String trailers(Part... parts) {
        return Trailers.of(ANN, Bodies.content(parts)).stream()
                .map(t -> t.name() + " " + t.person().name() + " " + t.person().email())
                .collect(Collectors.joining("; "));
    }

    private static String trailers(String text) {
        return trailers(Bodies.text("text/plain", text));
    }

    @Test
    void linesThatNameSomebodyAreTrailers() {
        assertThat(
                        trailers(
                                """
                                Fine with me.

                                reviewed-by: Ann Ash <ann@example.org>
                                  Acked-By: "Ash, Ann" <ann@example.org> # for the loom
                                Tested-by: ann@example.org
                                Tested-by: Ann Ash (ann@example.org>
                                """))
                .isEqualTo(
                        "Reviewed-by Ann Ash ann@example.org;"
                                + " Acked-by Ash, Ann ann@example.org; Tested-by  ann@example.org; Tested-by Ann Ash ann@example.org");
    }

    @Test
    void addressMayStandOnTheNextLine() {
        assertThat(trailers("Reviewed-by: Ann Ash\n   <ann@example.org>\nBye\n"))
                .isEqualTo("Reviewed-by Ann Ash ann@example.org");
    }

    @Test
    void onlyWhatTheAuthorSaysCounts() {
        assertThat(
                        trailers(
                                """
                                > Reviewed-by: Ann Ash <ann@example.org>
                                With "Reviewed-by: Ann Ash <ann@example.org>" I mean
                                Reviewed-by: Ann Ash
                                Reviewed-by:Ann Ash <ann@example.org>
                                Drive-by: car
                                Cc: Ann Ash <ann@example.org>
                                --\s
                                Acked-by: Ann Ash <ann@example.org>
                                """))
                .isEmpty();
    }

    @Test
    void filesAndMessagesInsideDoNotCount() {
        String text = "Reviewed-by: Ann Ash <ann@example.org>\n";
        TextPart shown = new TextPart("2", "text/plain", "notes.txt", text, false, false, null);
        assertThat(
                        trailers(
                                Bodies.file("2", "notes.txt", "text/plain", "", text),
                                shown,
                                Bodies.nested("3", Bodies.text("text/plain", text)),
                                Bodies.text("text/html", text)))
                .isEmpty();
    }

    @Test
    void logOfAPatchInTheTextIsNotTheSenders() {
        String log =
                "Reviewed-by: Ben Birch <ben@example.org>\nSigned-off-by: A <ann@example.org>\n";
        String diff = "---\ndiff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-old\n+new\n";
        assertThat(trailers(log)).startsWith("Reviewed-by Ben Birch");
        assertThat(trailers(log + diff)).isEqualTo("Signed-off-by A ann@example.org");
    }

    @Test
    void hostileTextTakesLinearTime() {
        CpuLimit.run(5, () -> trailers("Reviewed-by: @ < > <\n".repeat(100_000)));
        CpuLimit.run(5, () -> trailers("Reviewed-by: " + "<@".repeat(500_000)));
    }
}
