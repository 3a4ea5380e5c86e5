package dev.threadmill.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.threadmill.archive.mail.Problem.Severity;
import dev.threadmill.archive.site.PageKind;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChoicesTest {

    @Test
    void writesAllPagesUnlessSomeAreNamed() {
        assertThat(Choices.pages(List.of())).isEqualTo(PageKind.usual());
        assertThat(Choices.pages(List.of("message", " Feeds ")))
                .containsExactlyInAnyOrder(PageKind.MESSAGE, PageKind.FEEDS);
    }

    @Test
    void passesOverACommaWithNothingBehindIt() {
        assertThat(Choices.pages(Arrays.asList("message", null, " ")))
                .containsExactly(PageKind.MESSAGE);
        assertThat(Choices.pages(Arrays.asList(" ", null))).isEqualTo(PageKind.usual());
    }

    @Test
    void saysWhichPagesThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Choices.pages(List.of("message", "pdf")))
                .withMessageStartingWith("archive.pages: there is no 'pdf'; choose from message, ");
    }

    @Test
    void doesNotLetAnybodyLeaveOutTheFrontPage() {
        assertThatIllegalArgumentException().isThrownBy(() -> Choices.pages(List.of("index")));
    }

    @Test
    void knowsHowToShowAddresses() {
        assertThat(Choices.addresses("show", null, null).isOpen()).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Choices.addresses("shred", null, null))
                .withMessageStartingWith(
                        "archive.addresses: there is no 'shred'; choose from show");
    }

    @Test
    void takesNothingButTrueAndFalse() {
        assertThat(Choices.yes("archive.skip", " TRUE ")).isTrue();
        assertThat(Choices.yes("archive.skip", "false")).isFalse();
        for (String word : List.of("yes", "1", "", "${skip}")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Choices.yes("archive.skip", word))
                    .withMessage("archive.skip: there is no '%s'; choose from true, false", word);
        }
    }

    @Test
    void failsOnErrorsWarningsOrNever() {
        assertThat(Choices.failOn("error")).contains(Severity.ERROR);
        assertThat(Choices.failOn("WARNING")).contains(Severity.WARNING);
        assertThat(Choices.failOn("never")).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Choices.failOn("info"))
                .withMessage(
                        "archive.failOn: there is no 'info'; choose from never, error, warning");
    }

    @Test
    void readsSizesOfAnyLength() {
        assertThat(Choices.bytes("archive.inflateLimit", "1073741824")).isEqualTo(1L << 30);
        assertThat(Choices.bytes("archive.inflateLimit", "10 MB")).isEqualTo(10_000_000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Choices.bytes("archive.inflateLimit", "99999999999g"))
                .withMessageStartingWith("archive.inflateLimit: '99999999999g' is no size");
    }

    @Test
    void readsTheSiteUrl() {
        assertThat(Choices.siteUrl(" https://example.org/archive/ "))
                .isEqualTo(URI.create("https://example.org/archive/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://", "https://example.org/a b"})
    void refusesASiteUrlThatIsNoUrl(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Choices.siteUrl(url))
                .withMessageContaining("'" + url + "'")
                .withMessageEndingWith("write it like https://example.org/archive/");
    }
}
