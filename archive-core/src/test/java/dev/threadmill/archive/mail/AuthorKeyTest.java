package dev.threadmill.archive.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AuthorKeyTest {

    private static String key(String name, String email) {
        return AddressPolicy.SHOW.authorKey(new Address(name, email));
    }

    @Test
    void isTheNameAndDigitsOfTheHashOfTheAddress() {
        // printf ann@example.org | sha256sum
        assertThat(key("Ann Ash", "ann@example.org")).isEqualTo("ann-ash-438c4c7a");
    }

    @Test
    void caseOfTheAddressDoesNotCount() {
        assertThat(key("Ann", "Ann@Example.ORG")).isEqualTo(key("Ann", "ann@example.org"));
    }

    @Test
    void lettersLoseTheirAccentsAndWhatIsNoLetterSeparates() {
        assertThat(key("José \"Pepe\" O'Núñez", "j@example.org")).startsWith("jose-pepe-o-nunez-");
        assertThat(key("../../etc", "x@example.org")).matches("etc-[0-9a-f]{8}");
    }

    @Test
    void nameOfOtherLettersLeavesTheDigits() {
        assertThat(key("山田", "y@example.org")).matches("[0-9a-f]{8}");
    }

    @Test
    void withoutAnAddressTheNameIsHashed() {
        assertThat(key("Ann", "")).matches("ann-[0-9a-f]{8}").isNotEqualTo(key("Ann", "a@b"));
    }

    @Test
    void longNamesAreCut() {
        assertThat(key("a ".repeat(200), "a@example.org").length()).isLessThan(70);
    }
}
