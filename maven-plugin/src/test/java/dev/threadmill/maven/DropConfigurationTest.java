package dev.threadmill.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.threadmill.archive.parse.DropRule;
import java.util.List;
import org.junit.jupiter.api.Test;

class DropConfigurationTest {

    private final DropConfiguration drop = new DropConfiguration();

    @Test
    void allConditionsOfOneDropAreOneRule() {
        drop.name = "old noise";
        drop.messageId = " <1@example.org> ";
        drop.header = "Subject";
        drop.matches = "^test";
        drop.from = "@Example.org";
        drop.before = "2001-01-01";
        drop.since = "1970-01-02";
        drop.largerThan = "10 MB";
        assertThat(drop.rule())
                .isEqualTo(
                        new DropRule(
                                "old noise",
                                List.of(
                                        new DropRule.Id("<1@example.org>"),
                                        new DropRule.HeaderMatch("Subject", "^test"),
                                        new DropRule.Sender("@example.org"),
                                        new DropRule.Before(978307200),
                                        new DropRule.Since(86400),
                                        new DropRule.Larger(10_000_000))));
    }

    @Test
    void conditionsNameARuleThatHasNoName() {
        drop.from = "ada@example.org";
        drop.largerThan = "500kB";
        assertThat(drop.rule().name()).isEqualTo("from ada@example.org, largerThan 500kB");
    }

    @Test
    void whatIsNoRuleIsNamed() {
        drop.name = "spam";
        assertRefused("<name>spam</name>: it has no condition");
        drop.matches = "(";
        assertRefused("<matches>(</matches>: name the field");
        drop.header = "Subject";
        assertRefused("<matches>(</matches>: '(' is no regular expression");
        drop.matches = null;
        assertRefused("<header>Subject</header>: say by <matches>");
        drop.matches = "x";
        drop.from = "Jane";
        assertRefused("<from>Jane</from>: 'jane' is no address");
        drop.from = null;
        drop.before = "yesterday";
        assertRefused("<before>yesterday</before>: write a day like 2001-12-31");
        drop.since = "2020-01-01";
        drop.before = "2010-01-01";
        assertRefused("<before>2010-01-01</before>: nothing is sent before that and since 2020");
        drop.since = null;
        drop.before = null;
        drop.largerThan = "huge";
        assertRefused("largerThan: 'huge' is no size; write bytes");
    }

    private void assertRefused(String start) {
        assertThatIllegalArgumentException()
                .isThrownBy(drop::rule)
                .withMessageStartingWith("drops: " + start);
    }
}
