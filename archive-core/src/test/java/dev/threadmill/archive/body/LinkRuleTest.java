package dev.threadmill.archive.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadmill.archive.mail.AddressPolicy;
import dev.threadmill.archive.mail.Problem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkRuleTest {

    private final List<Problem> problems = new ArrayList<>();

    @Test
    void bugsAdvisoriesAndCommitsBecomeLinks() {
        LinkRule bug = LinkRule.of("bug #(\\d+)", "https://bugs.example.org/$1");
        LinkRule advisory = LinkRule.of("CVE-\\d{4}-\\d+", "https://cve.example.org/$0");
        LinkRule commit = LinkRule.of("\\b[0-9a-f]{12,40}\\b", "http://git.example.org/?id=$0");
        String text = "See bug #12 (CVE-2024-1234),\nmade by 0123456789abcdef.";
        assertThat(rendered(text, bug, advisory, commit))
                .contains("See <a href=\"https://bugs.example.org/12\"")
                .contains(">bug #12</a> (<a href=\"https://cve.example.org/CVE-2024-1234\"")
                .contains("<a href=\"http://git.example.org/?id=0123456789abcdef\"");
    }

    @Test
    void leadsToTheWeb() {
        assertThatThrownBy(() -> LinkRule.of("x", "javascript:x()"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "link rule 'x': target 'javascript:x()' must start with https:// or http://");
    }

    @Test
    void refusesWhatItCannotRead() {
        assertThatThrownBy(() -> LinkRule.of("bug (", "https://bugs.example.org/"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "link rule 'bug (': not a regular expression: Unclosed group at character 5");
        assertThatThrownBy(() -> LinkRule.of("bug #(\\d+)", "https://bugs.example.org/$2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("names $2, but the pattern has 1 groups");
    }

    @Test
    void encodesWhatItMatched() {
        LinkRule rule = LinkRule.of("T(.*)", "https://t.example.org/?id=$1&x=$$");
        var match = rule.pattern().matcher("Ta b&\"<é");
        assertThat(match.matches()).isTrue();
        assertThat(rule.urlOf(match))
                .isEqualTo("https://t.example.org/?id=a%20b%26%22%3C%C3%A9&x=$$");
    }

    @Test
    void matchesWithinALine() {
        LinkRule rule = LinkRule.of("bug\\s+#\\d+", "https://bugs.example.org/$0");
        assertThat(rendered("bug\n#1", rule)).doesNotContain("<a ");
    }

    /** Each of these takes time exponential in its text, or as much of the stack. */
    @Test
    void ruleThatNeverEndsIsGivenUp() {
        LinkRule good = LinkRule.of("bug #(\\d+)", "https://bugs.example.org/$1");
        for (String pattern : List.of("(a+)+b", "(a|aa)+$b", "(.*?,){20,}P", "(a|b)*c", "(x*)*y")) {
            LinkRule bad = LinkRule.of(pattern, "https://example.org/");
            String text = "bug #1 " + ("a,".repeat(50) + "a".repeat(400) + "\n").repeat(100);
            assertThat(rendered(text, bad, good))
                    .contains("<a href=\"https://bugs.example.org/1\"")
                    .contains("a".repeat(400));
        }
        assertThat(problems)
                .isNotEmpty()
                .allMatch(p -> p.sentence().contains("takes too long on its text"));
    }

    @Test
    void givesUpAtTheSamePlaceEachTime() {
        LinkRule bad = LinkRule.of("(a+)+b|bug", "https://example.org/");
        String text = "bug aaaab\n".repeat(40) + "a".repeat(500) + "\nbug";
        assertThat(rendered(text, bad)).isEqualTo(rendered(text, bad));
        assertThat(problems).hasSize(2);
    }

    private String rendered(String text, LinkRule... rules) {
        BodyRenderer renderer = new BodyRenderer(AddressPolicy.SHOW, List.of(rules), problems::add);
        return Filled.of(
                renderer.render(Bodies.OWN, Bodies.content(Bodies.text("text/plain", text))));
    }
}
