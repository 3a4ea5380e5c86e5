package dev.threadmill.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.threadmill.archive.mail.AddressPolicy;
import dev.threadmill.archive.mail.AddressPolicy.Mode;
import dev.threadmill.archive.mail.MessageId;
import dev.threadmill.archive.mail.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run does that shows addresses otherwise than the one before. */
class AddressChangeTest {

    private static final AddressPolicy HIDE =
            AddressPolicy.of(Mode.HIDE).secret("the secret of a test");
    private static final String ID = new MessageId("1@example.org").hashed();

    @TempDir Path folder;

    private GenerationReport generate(AddressPolicy policy, boolean allowRemovals)
            throws IOException {
        Path mail = folder.resolve("dev.mbox");
        if (Files.notExists(mail)) {
            Files.writeString(
                    mail,
                    """
                    From a@example.org Mon Jan  1 10:00:00 2024
                    From: Ann <ann@example.org>
                    Message-ID: <1@example.org>
                    Subject: Hello
                    Date: Mon, 1 Jan 2024 10:00:00 +0000

                    Hello.

                    From a@example.org Mon Jan  1 11:00:00 2024
                    From: Bob <bob@example.org>
                    Message-ID: <2@example.org>
                    In-Reply-To: <1@example.org>
                    Subject: Re: Hello
                    Date: Mon, 1 Jan 2024 11:00:00 +0000

                    Hello yourself.
                    """);
        }
        return ArchiveGenerator.builder()
                .source(mail)
                .outputDirectory(folder.resolve("site"))
                .addresses(policy)
                .allowRemovals(allowRemovals)
                .build()
                .generate(ProgressListener.NONE);
    }

    private GeneratedSite site() {
        return new GeneratedSite(folder.resolve("site"));
    }

    @Test
    void hiddenIdsAreTheAddressesOfMessages() throws IOException {
        generate(HIDE, false);
        assertThat(site().files())
                .contains("dev/" + ID + "/index.html", "dev/" + ID + "/t/index.html")
                .noneMatch(file -> file.endsWith("raw") || file.endsWith(".gz"));
        assertThat(site().faults()).isEmpty();
        assertThat(site().folder("dev/" + ID + "/").text()).contains("Message-ID: <" + ID + ">");
    }

    @Test
    void hidingWhatWasShownIsAskedForTwice() throws IOException {
        generate(AddressPolicy.SHOW, false);
        Map<String, String> before = site().contents();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> generate(HIDE, false))
                .withMessageStartingWith("archive.addresses: the published site shows")
                .withMessageContaining("every message gets another address")
                .withMessageContaining("archive.allowRemovals=true");
        assertThat(site().contents()).isEqualTo(before);

        GenerationReport report = generate(HIDE, true);
        assertThat(report.problems()).isEmpty();
        assertThat(report.remarks()).hasSize(1);
        assertThat(report.remarks().get(0).sentence()).contains("every message gets another");
        assertThat(generate(HIDE, false).remarks()).isEmpty();
    }

    @Test
    void thatAuthorsHaveNoPagesIsNoProblemOfTheMail() throws IOException {
        for (String build : List.of("the first", "one with nothing new")) {
            GenerationReport report = generate(AddressPolicy.of(Mode.MASK), false);
            assertThat(report.problems()).as(build).isEmpty();
            assertThat(report.remarks())
                    .as(build)
                    .extracting(Problem::toString)
                    .containsExactly(
                            "archive.addresses: authors have no pages where addresses are not shown;"
                                    + " set archive.secret for them");
        }
    }

    @Test
    void showingWhatWasHiddenBringsTheSameSiteBack() throws IOException {
        generate(AddressPolicy.SHOW, false);
        Map<String, String> shown = site().contents();
        generate(HIDE, true);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> generate(AddressPolicy.SHOW, false))
                .withMessageContaining("hides mail addresses and Message-IDs, this one shows them");
        generate(AddressPolicy.SHOW, true);
        assertThat(site().contents()).isEqualTo(shown);
    }

    @Test
    void maskingAndHidingHaveTheSameAddresses() throws IOException {
        generate(AddressPolicy.of(Mode.MASK), false);
        assertThat(generate(HIDE, false).removed()).isZero();
    }

    @Test
    void copiesSayThatTheyAreCopies() throws IOException {
        generate(HIDE.copying(), false);
        assertThat(site().bytes("dev/" + ID + "/raw"))
                .asString()
                .startsWith("From mboxrd@z Mon Jan  1 10:00:00 2024\nComments: redacted copy")
                .contains("\nFrom: Ann <hidden>\n", "\nMessage-ID: <" + ID + ">\n", "\n\nHello.\n");
    }
}
