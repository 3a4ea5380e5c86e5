package dev.threadmill.archive.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.CpuLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.owasp.html.HtmlSanitizer;

class HtmlSourceTest {

    private static final int ROUNDS = 20_000;

    /** Among them comments that end, which the sanitizer reads well. */
    private static final List<String> PIECES =
            List.of(
                    "<!-- c > 'd\" -->",
                    "<!DOCTYPE e>",
                    "<b",
                    "</b",
                    "<a href=",
                    "<i>",
                    "</i>",
                    ">",
                    "/",
                    "=",
                    "\"",
                    "'",
                    " ",
                    "<",
                    "</",
                    "<?",
                    "<%",
                    "%>",
                    "\n",
                    "f",
                    "&#65;",
                    "&amp;",
                    "<script>",
                    "</script>",
                    "<Script/g='",
                    "</SCRIPT",
                    "<title>",
                    "</title>",
                    "<xmp>",
                    "</xmp>",
                    "<plaintext>");

    /** Whatever the sanitizer finds in HTML. */
    private record Found(List<String> all) implements HtmlSanitizer.Policy {
        static List<String> in(String html) {
            Found found = new Found(new ArrayList<>());
            HtmlSanitizer.sanitize(html, found);
            return found.all;
        }

        @Override
        public void openDocument() {}

        @Override
        public void closeDocument() {}

        @Override
        public void openTag(String name, List<String> attributes) {
            all.add(name + attributes);
        }

        @Override
        public void closeTag(String name) {
            all.add("/" + name);
        }

        @Override
        public void text(String text) {
            all.add("'" + text);
        }
    }

    @Test
    void whatNeedsNoMendingIsReadAsItWas() {
        Random random = new Random(1);
        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder html = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                html.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            assertThat(Found.in(HtmlSource.asBrowsersReadIt(html.toString())))
                    .as(html.toString())
                    .isEqualTo(Found.in(html.toString()));
        }
    }

    @Test
    void millionsOfCommentsTakeLinearTime() {
        for (String unit : List.of("<!--", "<!-->", "<!--x>", "<!---", "<!--x-->", "<!--\">")) {
            for (String end : List.of("", "-->", "--!>", "<!--!>", "<a b='")) {
                String html = unit.repeat(1_000_000) + end;
                CpuLimit.run(10, () -> HtmlSource.asBrowsersReadIt(html));
            }
        }
    }
}
