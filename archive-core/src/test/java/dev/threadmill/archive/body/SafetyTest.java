package dev.threadmill.archive.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.mail.Attachment;
import dev.threadmill.archive.mail.Problem;
import dev.threadmill.archive.mail.TextPart;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every payload through every door: no element, attribute or address but ours comes out. */
class SafetyTest {

    private static final Set<String> ELEMENTS =
            Set.of(
                    "body",
                    "a",
                    "abbr",
                    "b",
                    "bdi",
                    "blockquote",
                    "br",
                    "caption",
                    "cite",
                    "code",
                    "dd",
                    "del",
                    "details",
                    "div",
                    "dl",
                    "dt",
                    "em",
                    "h4",
                    "h5",
                    "h6",
                    "hr",
                    "i",
                    "img",
                    "ins",
                    "kbd",
                    "li",
                    "ol",
                    "p",
                    "pre",
                    "q",
                    "s",
                    "samp",
                    "small",
                    "span",
                    "strong",
                    "sub",
                    "summary",
                    "sup",
                    "table",
                    "tbody",
                    "td",
                    "tfoot",
                    "th",
                    "thead",
                    "tr",
                    "u",
                    "ul",
                    "var",
                    "wbr");

    private static final Set<String> ATTRIBUTES =
            Set.of(
                    "alt",
                    "class",
                    "colspan",
                    "dir",
                    "download",
                    "href",
                    "id",
                    "loading",
                    "open",
                    "rel",
                    "rowspan",
                    "src",
                    "start");

    private static final Pattern HREF =
            Pattern.compile(
                    "(#m1-[iZ]\\d+|[\\d.]+-file\\.bin|(https?|ftps?|sftp|git|svn|rsync|gopher|gemini"
                            + "|nntps?|news|imaps?|ircs?|mailto):[A-Za-z0-9._~:/?#\\[\\]@!$&'()*+,;=%-]+)",
                    Pattern.CASE_INSENSITIVE);

    static final List<String> PAYLOADS =
            List.of(
                    "<script>alert(1)</script>",
                    "<img src=x onerror=alert(1)>",
                    "<svg/onload=alert(1)><style><img src=x onerror=alert(1)></style></svg>",
                    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
                    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                    "<plaintext><script>alert(1)</script>",
                    "<xmp><script>alert(1)</script></xmp><textarea></textarea><script>",
                    "<scr\0ipt>alert(1)</scr\0ipt>",
                    "<a href=\"javascript:alert(1)\">x</a>",
                    "<a href=\"java\tscript:alert(1)\">x</a>",
                    "<a href=\" &#14; javascript:alert(1)\">x</a>",
                    "<a href=\"data:text/html;base64,PHNjcmlwdD4=\">x</a>",
                    "<a href=\"vbscript:x\" style=\"position:fixed\" onclick=x>x</a>",
                    "<a href='http://example.org/\" onclick=\"alert(1)'>x</a>",
                    "<base href=\"https://evil.example.org/\"><form action=x><input name=y></form>",
                    "<iframe src=\"https://evil.example.org/\"></iframe><object data=x></object>",
                    "<meta http-equiv=refresh content=\"0;url=https://evil.example.org/\">",
                    "<link rel=stylesheet href=https://evil.example.org/><style>@import 'x'</style>",
                    "<div style=\"background:url(https://evil.example.org/)\" id=\"m1\">x</div>",
                    "</pre></div></details></body></html><script>alert(1)</script>",
                    "<!--><script>alert(1)</script>--><![CDATA[<script>alert(1)</script>]]>",
                    "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>&e;",
                    "http://example.org/\"onmouseover=\"alert(1) http://example.org/'><script>",
                    "http://example.org/<script>alert(1)</script> https://x\"><img src=x>",
                    "<\"><script>alert(1)</script>@example.org> <a@b\"onclick=x> <a'@b><i>",
                    "https://lore.kernel.org/all/%22%3E%3Cscript%3Ealert(1)%3C/script%3E@x/",
                    "https://lore.kernel.org/all/\"><script>@x/ news:\"><script>@x mailto:a@b\"onclick=x",
                    "n:a@b new:a@b m:a@b mailt:a@b javascript:a@b mailto:?a@b mailto:#a@b",
                    "https://lore.kernel.org/r/x%1Ay@example.org/ https://lore.kernel.org/r/x@%00%0A.org",
                    "mailto:a@b?subject=\"><script>alert(1)</script>",
                    "[x](javascript:alert(1)) ![x](javascript:alert(1)) [x]: javascript:alert(1)",
                    "[x](http://e/\"onclick=\"x) [x](<http://e/ onclick=x> \"t\" onclick=x)",
                    "![\"onload=\"x](http://example.org/x.png) <javascript:alert(1)>",
                    "&lt;script&gt;alert(1)&lt;/script&gt; &#60;script&#62; &amp;lt;script&amp;gt;",
                    "bug #1\"><script>alert(1)</script> bug #<script>",
                    "diff --git a/\"><script> b/\"><script>\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-<script>\n+\">\n",
                    " \"><script> | 1 +\n\ndiff --git a/\"><script> b/\"><script>\n@@ -0,0 +1 @@\n+x\n",
                    "> <script>alert(1)</script>\n".repeat(20) + "<script>alert(1)</script>",
                    "-----BEGIN PGP SIGNATURE-----\n\n<script>\n<img/src=x>\n<p>\n-----END PGP SIGNATURE-----",
                    "\u202e<script>\u202c\u2066\ud800\udfff\uffff\ufffe\b\f\33\u0085",
                    "<img src=\"cid:x@example.org\" alt='\"><script>alert(1)</script>'>",
                    "<td colspan='1\" onclick=x'>x<td rowspan=-1>y<td colspan=999999999999>z",
                    "<!--x><script>alert(1)</script><!--!><img src=x onerror=alert(1)><",
                    "<a title=\"<!-- \" onclick=alert(1)>x</a title='<!--'><svg onload=alert(1)>",
                    "<scr<!-- -->ipt>alert(1)</scr<!-->ipt><<!-- -->img src=x onerror=alert(1)>",
                    "&#60script>alert(1)&#60/script> <a href=java&#115cript:alert(1)>x</a>&#x3cimg>",
                    "<title></title><script>alert(1)</script><template><script>x</script></template>");

    @ParameterizedTest
    @FieldSource("PAYLOADS")
    void nothingIsRunOrFetched(String payload) {
        check(Bodies.html(Bodies.text("text/plain", payload)));
        check(Bodies.html(Bodies.text("text/x-patch", payload)));
        check(Bodies.html(Bodies.text("text/x-unknown", payload)));
        check(Bodies.html(Bodies.text("text/html", payload)));
        check(Bodies.html(Bodies.text("text/html", "<table><tr><a href='http://x/'>" + payload)));
        check(Bodies.html(Bodies.text("text/markdown", payload)));
        var guess = new TextPart.Guess(payload, Problem.warning("dev.mbox:0", payload));
        check(Bodies.html(new TextPart("1", payload, payload, payload, true, true, guess)));
        byte[] png = "\u0089PNG\r\n\u001a\n".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        var image = new Attachment("1.2", payload, "image/png", payload, "x@example.org", png);
        check(Bodies.html(Bodies.text("text/html", payload), image));
        check(Bodies.html(new Attachment("1.2", payload, payload, payload, payload, new byte[1])));
        check(Bodies.html(Bodies.nested("1", Bodies.text("text/html", payload), image)));
    }

    static void check(Html html) {
        Bodies.parseAsXml(Filled.of(html).replace("{file 1.2}", "x"));
        for (Element element : Bodies.browse(html).getAllElements()) {
            assertThat(element.normalName()).isIn(ELEMENTS);
            for (Attribute attribute : element.attributes()) {
                assertThat(attribute.getKey()).isIn(ATTRIBUTES);
                if (attribute.getKey().equals("href")) {
                    assertThat(attribute.getValue()).matches(HREF);
                } else if (attribute.getKey().equals("src")) {
                    assertThat(attribute.getValue()).isEqualTo("1.2-file.bin");
                }
            }
        }
    }
}
