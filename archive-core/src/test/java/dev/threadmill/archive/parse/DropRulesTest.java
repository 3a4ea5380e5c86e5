package dev.threadmill.archive.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.threadmill.archive.mail.Limits;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.source.RawMessage;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DropRulesTest {

    private static final String MAIL =
            """
            From: Ada Quill <ada@Example.org>
            Date: Mon, 1 Jan 2024 10:00:00 +0000
            Subject: =?utf-8?q?Win_a_pr=C3=AFze?=
            x-spam-flag : maybe
             yes
            Message-ID: <1@example.org>

            From: <bo@example.org>
            X-No-Archive: yes
            """;

    private static String reason(String mail, DropRules rules) {
        TestSource source = new TestSource().add(mail, "", RawMessage.UNKNOWN);
        try {
            List<Message> read =
                    new MessageReader(rules, Limits.DEFAULT, 1, bytes -> {})
                            .read(source, 0, 0, 0, problem -> {});
            assertThat(read.get(0).number()).isZero();
            return read.get(0).leftOut();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean drops(DropRule.Condition... conditions) {
        DropRule rule = new DropRule("rule", List.of(conditions));
        return reason(MAIL, new DropRules(List.of(rule), true)).equals("rule");
    }

    @Test
    void byMessageId() {
        assertThat(drops(new DropRule.Id("<1@example.org>"))).isTrue();
        assertThat(drops(new DropRule.Id("1@example.org"))).isTrue();
        assertThat(drops(new DropRule.Id("2@example.org"))).isFalse();
    }

    @Test
    void byHeaderOfAnyName() {
        assertThat(drops(new DropRule.HeaderMatch("Subject", "prïze$"))).isTrue();
        assertThat(drops(new DropRule.HeaderMatch("X-Spam-Flag", "^maybe yes$"))).isTrue();
        assertThat(drops(new DropRule.HeaderMatch("X-Spam", "maybe"))).isFalse();
        assertThat(drops(new DropRule.HeaderMatch("From", "bo@"))).isFalse();
        assertThat(drops(new DropRule.HeaderMatch("X-Absent", ""))).isFalse();
    }

    @Test
    void byAddressOrHost() {
        assertThat(drops(new DropRule.Sender("ada@example.ORG"))).isTrue();
        assertThat(drops(new DropRule.Sender("@example.org"))).isTrue();
        assertThat(drops(new DropRule.Sender("da@example.org"))).isFalse();
        assertThat(drops(new DropRule.Sender("bo@example.org"))).isFalse();
    }

    @Test
    void byDate() {
        assertThat(drops(new DropRule.Before(1704103201))).isTrue();
        assertThat(drops(new DropRule.Before(1704103200))).isFalse();
        assertThat(drops(new DropRule.Since(1704103200))).isTrue();
        assertThat(drops(new DropRule.Since(1704103201))).isFalse();
    }

    @Test
    void whatHasNoDateIsNeitherOldNorNew() {
        DropRules rules =
                new DropRules(
                        List.of(
                                new DropRule("old", List.of(new DropRule.Before(1L << 40))),
                                new DropRule("new", List.of(new DropRule.Since(0)))),
                        true);
        assertThat(reason("Subject: x\n\n", rules)).isEmpty();
    }

    @Test
    void bySize() {
        assertThat(drops(new DropRule.Larger(100))).isTrue();
        assertThat(drops(new DropRule.Larger(100_000))).isFalse();
    }

    @Test
    void allConditionsOfARuleMustHold() {
        DropRule.Condition holds = new DropRule.Id("1@example.org");
        assertThat(drops(holds, new DropRule.Larger(10))).isTrue();
        assertThat(drops(holds, new DropRule.Larger(100_000))).isFalse();
    }

    @Test
    void firstRuleThatHoldsCounts() {
        List<DropRule> rules =
                List.of(
                        new DropRule("one", List.of(new DropRule.Id("2@example.org"))),
                        new DropRule("two", List.of(new DropRule.Id("1@example.org"))),
                        new DropRule("three", List.of(new DropRule.Id("1@example.org"))));
        assertThat(reason(MAIL, new DropRules(rules, true))).isEqualTo("two");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"X-No-Archive: Yes", "x-no-archive:yes ", "X-Archive: no", "Archive: No"})
    void authorsMayAskForNoArchive(String field) {
        String mail = field + "\nFrom: ada@example.org\n\n";
        assertThat(reason(mail, new DropRules(List.of(), true))).isEqualTo(DropRules.NO_ARCHIVE);
        assertThat(reason(mail, DropRules.NONE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-No-Archive: no", "X-Archive: yes", "Archive: encrypt", "X-Foo: no"})
    void otherWordsAskForNothing(String field) {
        assertThat(reason(field + "\nFrom: a@b\n\n", new DropRules(List.of(), true))).isEmpty();
    }

    @Test
    void rulesThatCannotBeMeantAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DropRule("all", List.of()))
                .withMessageContaining("'all' has no condition");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DropRule.HeaderMatch("Subject", "("))
                .withMessageStartingWith("'(' is no regular expression");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DropRule.HeaderMatch("X-Spam-Flag:", "YES"))
                .withMessage(
                        "'X-Spam-Flag:' is no name of a header field; write it like X-Spam-Flag");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DropRule.Id("< >"))
                .withMessage("'< >' is no Message-ID; write it like 1234@example.org");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DropRule.Sender("Jane"))
                .withMessageStartingWith("'jane' is no address; write it like jane@example.org");
    }
}
