package dev.threadmill.archive.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;
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
                    "--!>",
                    "&#98",
                    "&#x3c",
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

    /** What may stand inside what is a matter of these. */
    private static final List<String> TAGS =
            List.of(
                    "<p>",
                    "</p>",
                    "<b>",
                    "</b>",
                    "<i>",
                    "</i>",
                    "<u>",
                    "<code>",
                    "<q>",
                    "x",
                    "y ",
                    "<table>",
                    "</table>",
                    "<tr>",
                    "</tr>",
                    "<td>",
                    "</td>",
                    "<th>",
                    "<caption>",
                    "<thead>",
                    "<tbody>",
                    "</tbody>",
                    "<ul>",
                    "</ul>",
                    "<li>",
                    "</li>",
                    "<dl>",
                    "<dt>",
                    "<dd>",
                    "</dl>",
                    "<pre>",
                    "</pre>",
                    "<h1>",
                    "</h1>",
                    "<h3>",
                    "<br>",
                    "<hr>",
                    "<div>",
                    "</div>",
                    "<center>",
                    "<blockquote>",
                    "</blockquote>",
                    "<a href=http://x/>",
                    "<a href=http://y/>",
                    "</a>",
                    "<a name=z>",
                    "<o:p>",
                    "<font color=red>",
                    "</font>",
                    "<span>",
                    "</span>",
                    "<address>");

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
    void browsersReadTheTreeThatWasMeant() {
        Random random = new Random(4);
        List<String> pieces = new ArrayList<>(MARKS);
        pieces.addAll(TAGS);
        pieces.addAll(TAGS);
        for (int i = 0; i < 4 * ROUNDS; i++) {
            String text = some(pieces, random);
            for (String markup : List.of(outer("text/html", text), outer("text/markdown", text))) {
                assertThat(tree(Jsoup.parse("<!DOCTYPE html><body>" + markup).body()))
                        .as(text)
                        .isEqualTo(tree(Jsoup.parse(markup, "", Parser.xmlParser())));
            }
        }
    }

    private static String outer(String type, String text) {
        return Bodies.shown(Bodies.html(Bodies.text(type, text)));
    }

    /** The elements and their text, without the {@code tbody} that browsers add. */
    private static String tree(Element root) {
        StringBuilder tree = new StringBuilder();
        for (Element child : root.children()) {
            child.traverse(
                    new NodeVisitor() {
                        @Override
                        public void head(Node node, int depth) {
                            if (node instanceof TextNode text) {
                                tree.append(text.getWholeText().replaceAll("\\s", ""));
                            }
                            tag(node, "<");
                        }

                        @Override
                        public void tail(Node node, int depth) {
                            tag(node, "</");
                        }

                        private void tag(Node node, String open) {
                            boolean shown = node instanceof Element;
                            if (shown && !node.nodeName().equals("tbody")) {
                                tree.append(open).append(node.nodeName()).append('>');
                            }
                        }
                    });
        }
        return tree.toString();
    }

    @Test
    void bytesAndHtmlAreTheSame() {
        Random random = new Random(3);
        for (int i = 0; i < ROUNDS; i++) {
            Html html = Bodies.html(Bodies.text("text/plain", some(LINES, random)));
            assertThat(Filled.of(HtmlBytes.read(HtmlBytes.write(html)))).isEqualTo(Filled.of(html));
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
