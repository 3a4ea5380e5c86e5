package dev.threadmill.archive.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Pieces of mail in any order: always well-formed, and no word lost or changed. */
class RandomBodiesTest {

    private static final int ROUNDS = Integer.getInteger("random.bodies", 400);

    private static final List<String> LINES =
            List.of(
                    "\n",
                    "\n",
                    "> quoted\n",
                    ">> more\n",
                    "> > > and more\n",
                    "On 1 May, Ann wrote:\n",
                    "-- \n",
                    "--\n",
                    "Ann\n",
                    "---\n",
                    "diff --git a/x b/x\n",
                    "--- a/x\n",
                    "+++ b/x\n",
                    "@@ -1,3 +1,3 @@ f()\n",
                    "@@ -1 +1 @@\n",
                    "-old\n",
                    "+new\n",
                    " same\n",
                    "\\ No\n",
                    " x | 3 +-\n",
                    " {a => b}/x | Bin 0 -> 1\n",
                    "Index: x\n",
                    "=====\n",
                    "index 1..2\n",
                    "GIT binary patch\n",
                    "literal 3\n",
                    "zcmV\n",
                    "rename to y\n",
                    "@@@ -1 -1 +1 @@@\n",
                    "-----BEGIN PGP SIGNED MESSAGE-----\n",
                    "Hash: SHA1\n",
                    "iQEzBAEBCAAd\n",
                    "-----BEGIN PGP SIGNATURE-----\n",
                    "-----END PGP SIGNATURE-----\n",
                    "________________________________________\n",
                    "dev mailing list\n",
                    "See <http://example.org/(a)>, <a@b> & <URL:ftp://x.>\n",
                    "bug #12: bug #13\n",
                    "https://lore.kernel.org/r/x@example.org/ http://[::1]/\n",
                    "news:a@b mailto:c@d\n",
                    "no newline, \"quotes\" <tag>",
                    "\ud83d\ude00 caf\u00e9 ",
                    "trailing   \n",
                    "\ttab\n");

    private static final List<String> MARKS =
            List.of(
                    "<p>",
                    "</p>",
                    "<b>",
                    "</i>",
                    "<table><tr><td>",
                    "</table>",
                    "<a href=http://x/>",
                    "</a>",
                    "<a href='https://lore.kernel.org/a/b@c'>",
                    "<ul><li>",
                    "<!--",
                    "-->",
                    "&amp;",
                    "&#0;",
                    "&#x202e;",
                    "<img src=cid:x alt='a\">'>",
                    "<pre>",
                    "<br>",
                    "<hr/>",
                    "<style>",
                    "<script>",
                    "</script>",
                    "<select><option>",
                    "<svg>",
                    "<h1>",
                    "</div>",
                    "<div>",
                    "]]>",
                    "# h\n",
                    "* a\n",
                    "1. b\n",
                    "> q\n",
                    "`c`",
                    "```\n",
                    "[a](http://b/)",
                    "![i](http://c/)",
                    "[a](http://b/ \"t\")",
                    "<http://d/>",
                    "**e",
                    "_f_",
                    "    code\n",
                    "\\",
                    "***\n",
                    "| x |\n");

    @Test
    void textIsWellFormedAndComplete() {
        Random random = new Random(1);
        for (int i = 0; i < ROUNDS; i++) {
            String text = some(LINES, random);
            for (String type : List.of("text/plain", "text/x-patch")) {
                Html html = Bodies.html(Bodies.text(type, text));
                Bodies.parseAsXml(Filled.of(html));
                String shown =
                        Bodies.browse(html).select("pre.body").stream()
                                .map(pre -> pre.wholeText())
                                .collect(Collectors.joining());
                assertThat(shown).as(type).isEqualTo(text.stripTrailing());
            }
        }
    }

    @Test
    void elementsAreWellFormed() {
        Random random = new Random(2);
        List<String> pieces = new ArrayList<>(LINES);
        pieces.addAll(MARKS);
        pieces.addAll(MARKS);
        for (int i = 0; i < ROUNDS; i++) {
            String text = some(pieces, random);
            Bodies.parseAsXml(Bodies.html(text));
            Bodies.parseAsXml(Bodies.markdown(text));
        }
    }

    @Test
    void bytesAndHtmlAreTheSame() {
        Random random = new Random(3);
        for (int i = 0; i < ROUNDS; i++) {
            Html html = Bodies.html(Bodies.text("text/plain", some(LINES, random)));
            assertThat(Filled.of(Html.fromBytes(html.toBytes()))).isEqualTo(Filled.of(html));
        }
    }

    private static String some(List<String> pieces, Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(50); i >= 0; i--) {
            String piece = pieces.get(random.nextInt(pieces.size()));
            int times = random.nextInt(20) == 0 ? 15 : 1;
            text.append(piece.repeat(times));
        }
        return text.toString();
    }
}
