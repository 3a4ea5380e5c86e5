package dev.threadmill.archive.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AddressTest {

    @Test
    void isWrittenInFullWithTheHalvesThatThereAre() {
        assertThat(new Address("Ann", "ann@example.org").full()).isEqualTo("Ann <ann@example.org>");
        assertThat(new Address("Ann", "").full()).isEqualTo("Ann");
        assertThat(new Address("", "ann@example.org").full()).isEqualTo("ann@example.org");
        assertThat(Address.NONE.full()).isEmpty();
    }
}
