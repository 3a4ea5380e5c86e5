package dev.threadmill.archive.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MessageIdTest {

    @Test
    void isTheTextInTheFirstBrackets() {
        assertThat(MessageId.parse("<1@example.org>")).contains(new MessageId("1@example.org"));
        assertThat(MessageId.parse("<1@example.org> (added by postmaster@example.org)"))
                .contains(new MessageId("1@example.org"));
        assertThat(MessageId.parse("<1@example.org> <2@example.org>"))
                .contains(new MessageId("1@example.org"));
    }

    @Test
    void isTheTrimmedValueWithoutBrackets() {
        assertThat(MessageId.parse("  1@example.org ")).contains(new MessageId("1@example.org"));
        assertThat(MessageId.parse("<1@example.org")).contains(new MessageId("<1@example.org"));
    }

    @Test
    void losesWhiteSpaceAndNul() {
        assertThat(MessageId.parse("< 1 2@exa\0mple.\torg >"))
                .contains(new MessageId("12@example.org"));
    }

    @Test
    void isAbsentWhenNothingIsLeft() {
        assertThat(MessageId.parse("<>")).isEmpty();
        assertThat(MessageId.parse("   ")).isEmpty();
    }

    @Test
    void hashesAreThoseThatOtherToolsCompute() {
        // printf 1@example.org | sha1sum
        assertThat(new MessageId("1@example.org").sha1())
                .isEqualTo("c40cdb6b4e41d15003f71063a8976fad70d7f837");
        // printf 1@example.org | sha256sum | xxd -r -p | base32 | tr A-Z a-z | cut -c1-26
        assertThat(new MessageId("1@example.org").hashed())
                .isEqualTo("~vnxvwaw54ndjosgkfg6grbdz37");
        assertThat(MessageId.forBytes("1@example.org".getBytes(StandardCharsets.UTF_8)).value())
                .isEqualTo(new MessageId("1@example.org").hashed());
    }
}
