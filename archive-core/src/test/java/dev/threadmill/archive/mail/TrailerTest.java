package dev.threadmill.archive.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrailerTest {

    @ParameterizedTest
    @CsvSource({
        "Ann Ash, ann@example.org, ANN@example.org, true",
        "Ann Ash, ann+loom@example.org, ann@example.org, true",
        "Ann Ash, ann@mail.example.org, ann@example.org, true",
        "Ann Ash, ann@example.org, ann@mail.example.org, true",
        "Ann Ash, ann@a.b.example.org, ann@example.org, false",
        "Ann Ash, ann@badexample.org, ann@example.org, false",
        "Ann Ash, annie@example.org, ann@example.org, false",
        "Ben Birch, elsewhere@example.com, ann@example.org, true",
    })
    void isByWhoeverNamesThemselves(String name, String email, String sender, boolean expected) {
        Trailer trailer = new Trailer("Acked-by", new Address(name, email));
        assertThat(trailer.isBy(new Address("ben birch", sender))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Reviewed-by, true",
        "Acked-by, true",
        "Tested-by, true",
        "Reported-and-tested-by, true",
        "Reported-by, false",
        "Signed-off-by, false",
        "Co-developed-by, false",
        "Nacked-by, false",
        "Unreviewed-by, false",
    })
    void reviewsAreThoseWhoLookedOrTried(String name, boolean expected) {
        assertThat(new Trailer(name, Address.NONE).isReview()).isEqualTo(expected);
    }
}
