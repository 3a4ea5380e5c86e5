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
}
