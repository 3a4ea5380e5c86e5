package dev.threadmill.archive.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** HTML that is wrong, and that the mail programs and browsers of its time read all the same. */
class HtmlTextTest {

    private static String html(String html) {
        return Bodies.html(html).replaceFirst("^<div class=\"html\">(.*)</div>$", "$1");
    }

    @Test
    void referencesToControlsAreTheCharactersOfWindows() {
        assertThat(html("&#149; It&#146;s 10 &#150; &#x80;12, &#X9f;&#0159;"))
                .isEqualTo("• It’s 10 – €12, ŸŸ");
        assertThat(html("<img src='https://example.org/x' alt='It&#146;s'>")).isEqualTo("It’s");
        assertThat(html("<a href='https://example.org/?q=&#150;'>x</a>"))
                .contains("href=\"https://example.org/?q=%E2%80%93\"");
    }

    @Test
    void referencesToNoCharacterOfWindowsAreSignsOfALoss() {
        assertThat(html("&#129;&#141;&#143;&#144;&#157;")).isEqualTo("\ufffd".repeat(5));
        assertThat(html("a&#0;b&#x110000;c&#99999999999;d")).isEqualTo("ab\ufffdc\ufffdd");
    }

    @Test
    void referencesEndWithTheirLastDigit() {
        assertThat(html("En&#116er H&#101re&#33<br>I&#146m")).isEqualTo("Enter Here!<br/>I’m");
        assertThat(html("&#x41B&#x41Bi &#x41be &#X41,")).isEqualTo("ЛЛi \u41be A,");
        assertThat(html("&#0000000000000000000000000000000000000000000000000000000116er"))
                .isEqualTo("ter");
        assertThat(html("<img src='https://example.org/x' alt=En&#116er>")).isEqualTo("Enter");
        assertThat(html("<a href='https://example.org/?a=&#98c'>x</a>"))
                .contains("href=\"https://example.org/?a=bc\"");
    }

    @Test
    void whatIsNoReferenceStaysText() {
        assertThat(html("&# &#; &#x; &#xg &#a &#-1; &#\u0661; &"))
                .isEqualTo(
                        "&amp;# &amp;#; &amp;#x; &amp;#xg &amp;#a &amp;#-1; &amp;#\u0661; &amp;");
    }

    @Test
    void referencesAreReadOnce() {
        assertThat(html("&#38;#116er &#38#116;")).isEqualTo("&amp;#116er &amp;#116;");
        assertThat(html("&#60b>&#60script&#62")).isEqualTo("&lt;b&gt;&lt;script&gt;");
    }

    @Test
    void commentThatNeverEndsEndsWithItsFirstBracket() {
        assertThat(html("<b><!--#rotate>Terrific!</b> Order - or -> do not"))
                .isEqualTo("<b>Terrific!</b> Order - or -&gt; do not");
        assertThat(html("a<!-- b --><!-- c > d")).isEqualTo("a d");
        assertThat(html("a<!-- b")).isEqualTo("a");
    }

    @Test
    void commentsEndWhereBrowsersEndThem() {
        assertThat(html("a<!-- <b> --!>b")).isEqualTo("ab");
        assertThat(html("a<!-->b<!--->c<!---->d<!----!>e")).isEqualTo("abcde");
        assertThat(html("a<!--!> --> b<!---!> --> c")).isEqualTo("a b c");
        assertThat(html("a<!-- x-y -> --->b")).isEqualTo("ab");
        assertThat(html("a<!>b<!->c<![if x]>d<!doctype>e")).isEqualTo("abcde");
    }

    @Test
    void commentsKeepApartWhatStandsAroundThem() {
        assertThat(html("<<!-- -->b>x</b>")).isEqualTo("&lt;b&gt;x");
        assertThat(html("<scr<!-- -->ipt>x")).doesNotContain("script");
        assertThat(html("&#1<!-- -->16;")).doesNotContain("t");
    }

    @Test
    void sectionsStandApart() {
        assertThat(html("<main><header>One</header><article>two</article></main><nav>3</nav>"))
                .isEqualTo("<div><div>One</div><div>two</div></div><div>3</div>");
        assertThat(html("<figure>One<figcaption>two</figcaption></figure><menu><li>3</menu>"))
                .isEqualTo("<div>One<div>two</div></div><ul><li>3</li></ul>");
    }

    @Test
    void listsCountFromWhereTheySay() {
        assertThat(html("<ol start='3'><li>c</ol>")).isEqualTo("<ol start=\"3\"><li>c</li></ol>");
        assertThat(html("<ol start='-3x'><li>c</ol>")).isEqualTo("<ol><li>c</li></ol>");
    }

    @Test
    void whatIsNoMarkupHoldsNoComment() {
        assertThat(html("<img src='https://example.org/x' alt='<!-- a > b'> c"))
                .isEqualTo("&lt;!-- a &gt; b c");
        assertThat(html("<style><!-- p > b { color: red } </style>x")).isEqualTo("x");
        assertThat(html("<xmp><!-- a > &#149;</b>&#98c</xmp> <i>d</i>"))
                .isEqualTo("&lt;!-- a &gt; &amp;#149;&lt;/b&gt;&amp;#98c <i>d</i>");
        assertThat(html("<textarea><!-- a > &#98c</textarea> d")).isEqualTo("&lt;!-- a &gt; bc d");
    }

    @Test
    void textsOfAFormStandApart() {
        String countries = "<select><option>United States<option>Choose</option></select>Canada";
        assertThat(html(countries)).isEqualTo("United States Choose Canada");
        String groups = "<optgroup><option>a</option></optgroup><optgroup><option>b</optgroup>";
        assertThat(html("<select>" + groups + "</select>c")).contains("a b c");
        String fields = "<label>b</label>c<button>d</button><fieldset><legend>e</legend>f";
        assertThat(html("<form>a<input>" + fields)).isEqualTo("a b c d e f");
        assertThat(html("<table><tr><form><td>a</td></form><td>b</td></tr></table>"))
                .contains("<td>a</td><td> b</td>");
        assertThat(html("<select><option>a</option>\n<option>b</select>")).isEqualTo("a b");
        assertThat(html("a <label>b</label> c<i>d</i>")).isEqualTo("a b c<i>d</i>");
    }

    @Test
    void fieldsThatSayNothingAreNoText() {
        assertThat(html("<form><select><option></option></select></form>")).contains("no text");
    }

    @Test
    void elementsKeepTheirDirection() {
        assertThat(html("<div dir=RTL><p dir=auto>a</p><b dir='ltr'>b</b></div>"))
                .isEqualTo("<div dir=\"rtl\"><p dir=\"auto\">a</p><b dir=\"ltr\">b</b></div>");
        assertThat(html("<table dir=rtl><tr dir=rtl><td dir=ltr colspan=2>a</table>"))
                .contains("<table dir=\"rtl\">", "<tr dir=\"rtl\">", "<td dir=\"ltr\"");
        assertThat(html("<ol dir=rtl start=3><li>c</ol>"))
                .isEqualTo("<ol start=\"3\" dir=\"rtl\"><li>c</li></ol>");
        assertThat(html("<p dir='sideways'>a</p>")).isEqualTo("<p>a</p>");
    }

    @Test
    void wholeTextHasTheDirectionOfItsBody() {
        assertThat(html("<html dir=rtl><body>a</body></html>"))
                .isEqualTo("<div dir=\"rtl\">a</div>");
        assertThat(html("<body dir=rtl><p>a")).isEqualTo("<div dir=\"rtl\"><p>a</p></div>");
        assertThat(html("<html><body>a</body></html>")).isEqualTo("a");
    }

    @Test
    void wordsOfAnotherDirectionStandApart() {
        assertThat(html("a <span dir=rtl>b</span><span>c</span> <bdi>d</bdi>"))
                .isEqualTo("a <bdi dir=\"rtl\">b</bdi>c <bdi>d</bdi>");
    }

    @Test
    void directionOfCharactersIsNotOverridden() {
        assertThat(html("<bdo dir=rtl>gnp.exe</bdo>")).isEqualTo("<bdi dir=\"rtl\">gnp.exe</bdi>");
    }

    @Test
    void linkOfAnImageAloneIsKept() {
        String image = "<img src='http://example.org/l.jpg'>";
        assertThat(html("<a href='http://example.org/'>" + image + "</a>"))
                .contains("href=\"http://example.org/\"", ">[image]</a>");
        assertThat(html("<a href='http://example.org/'><img alt='Offer'></a>"))
                .contains(">Offer</a>");
        assertThat(html("<a href='http://example.org/'>" + image + " Offer</a>"))
                .contains("> Offer</a>");
        assertThat(html("<a href='#top'>" + image + "</a> a " + image)).isEqualTo(" a ");
    }

    @Test
    void imagesThatNobodySeesAreNoText() {
        String pixel = "<img src='http://example.org/1.gif' height=1 width='1px' alt=''>";
        assertThat(html("<a href='http://example.org/'>" + pixel + "</a>")).contains("no text");
    }

    @Test
    void areasOfAnImageAreLinks() {
        String areas = "<area href='http://example.org/1' alt='One'><area href='//example.org/2'>";
        assertThat(html("<map>" + areas + "<area alt='None'></map>"))
                .contains("href=\"http://example.org/1\"", ">One</a> <a ")
                .contains("href=\"https://example.org/2\"", ">[image]</a>")
                .doesNotContain("None");
    }

    @Test
    void linksOfOtherKindsAreKept() {
        assertThat(html("<a href='ftp://ftp.example.org/pub/'>a</a>"))
                .contains("href=\"ftp://ftp.example.org/pub/\"");
        assertThat(html("<a href='news:1@example.org'>a</a>"))
                .contains("href=\"news:1@example.org\"");
        assertThat(html("<a href=' //www.example.org/a'>a</a>"))
                .contains("href=\"https://www.example.org/a\"");
        assertThat(html("<a href='//ann@example.org/'>a</a><a href='/b'>b</a>")).isEqualTo("ab");
        assertThat(html("<a href='file://example.org/a'>a</a><a href='ftp:a'>b</a>"))
                .isEqualTo("ab");
    }
}
