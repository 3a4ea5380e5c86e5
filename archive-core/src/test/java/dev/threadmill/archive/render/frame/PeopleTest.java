package dev.threadmill.archive.render.frame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.mail.Address;
import dev.threadmill.archive.mail.AddressPolicy;
import org.junit.jupiter.api.Test;

class PeopleTest {

    private static final String NOTHING = "\u00a0\u200b\ufeff \u3000";

    private final People people = new People(AddressPolicy.SHOW);

    @Test
    void nameOfWhichNothingIsSeenIsNone() {
        Address address = new Address(NOTHING, "a@example.org");
        assertThat(people.name(address)).isEqualTo("a@example.org");
        assertThat(people.full(address)).isEqualTo("a@example.org");
        assertThat(people.name(new Address(NOTHING, ""))).isEqualTo("(unknown)");
    }

    @Test
    void subjectOfWhichNothingIsSeenIsNone() {
        assertThat(people.subject(NOTHING)).isEqualTo("(no subject)");
        assertThat(people.subject(NOTHING + "A plan")).endsWith("A plan");
    }
}
