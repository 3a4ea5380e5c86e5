package dev.threadmill.archive.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.threadmill.archive.CpuLimit;
import dev.threadmill.archive.mail.AddressPolicy.Mode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code addresses/text.txt} is shown as {@code mask.txt} and as {@code hide.txt}. {@code
 * -Dgoldens=update} writes both anew.
 */
class AddressPolicyTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "addresses");
    private static final MailingList LIST =
            new MailingList("dev", "dev", "dev", "", "dev@lists.example.org");
    private static final MessageId HELD = new MessageId("20240102.3@mail.example.org");
    private static final MessageId SLASH = new MessageId("a/b+c@mail.example.org");

    private static AddressPolicy policy(Mode mode) {
        List<MessageId> held = List.of(HELD, SLASH);
        return AddressPolicy.of(mode)
                .publishing(List.of(LIST))
                .holding(id -> held.stream().anyMatch(h -> h.hashed().equals(id.value())));
    }

    @ParameterizedTest
    @EnumSource(names = {"MASK", "HIDE"})
    void textIsShownWithoutItsAddresses(Mode mode) throws IOException {
        String text = Files.readString(FOLDER.resolve("text.txt"));
        String shown = policy(mode).text(text);
        Path golden = FOLDER.resolve(mode.name().toLowerCase(java.util.Locale.ROOT) + ".txt");
        if ("update".equals(System.getProperty("goldens"))) {
            Files.writeString(golden, shown);
        }
        assertThat(shown).isEqualTo(Files.readString(golden));
        assertThat(policy(mode).text(shown)).as("shown again").isEqualTo(shown);
    }

    @Test
    void everyIdIsShownAsItsHash() {
        assertThat(policy(Mode.HIDE).id(HELD).value()).isEqualTo(HELD.hashed());
        assertThat(AddressPolicy.SHOW.id(HELD)).isEqualTo(HELD);
    }

    @Test
    void aSecretThatCouldBeTriedIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy(Mode.HIDE).secret("xyz"))
                .withMessage(
                        "archive.secret has 3 characters, so that it could be found by trying; make"
                                + " one of at least 16, for instance with 'openssl rand -hex 16'");
        assertThat(policy(Mode.HIDE).secret("").namesAuthors()).isFalse();
        assertThat(policy(Mode.HIDE).secret("0123456789abcdef").namesAuthors()).isTrue();
    }

    @Test
    void peopleAreNamed() {
        Address named = new Address("Jane Doe", "jane@example.org");
        Address nameless = new Address("", "jane@example.org");
        assertThat(policy(Mode.HIDE).display(named)).isEqualTo("Jane Doe");
        assertThat(policy(Mode.HIDE).display(nameless)).isEqualTo("<hidden>");
        assertThat(policy(Mode.MASK).display(nameless)).isEqualTo("jane@…");
        assertThat(policy(Mode.MASK).email(named)).isEqualTo("jane@…");
        assertThat(policy(Mode.HIDE).email(new Address("", "Dev@lists.example.org")))
                .isEqualTo("Dev@lists.example.org");
    }

    @Test
    void urlsWithAddressesAreNoLinks() {
        AddressPolicy hide = policy(Mode.HIDE);
        assertThat(hide.url("mailto:jane@example.org")).isEmpty();
        assertThat(hide.url("https://example.org/?u=jane%40example.org")).isEmpty();
        assertThat(hide.url("https://example.org/?u=amFuZUBleGFtcGxlLm9yZw==")).isEmpty();
        assertThat(hide.url("https://example.org/a")).isEqualTo("https://example.org/a");
        assertThat(hide.url("https://archive.example.net/dev/20240102.3@mail.example.org/"))
                .isEqualTo("https://archive.example.net/dev/" + HELD.hashed() + "/");
    }

    @Test
    void filesAreLeftOutUnlessTheirTextIsKnown() {
        TextPart text =
                new TextPart("2", "text/x-patch", "a.patch", "To: j@a.org", false, false, null);
        byte[] bytes = "To: j@a.org".getBytes(StandardCharsets.UTF_8);
        MessageContent content =
                new MessageContent(
                        List.of(new Address("Jane Doe", "j@a.org")),
                        Address.NONE,
                        List.of(new Address("", "j@a.org"), new Address("", "k@a.org")),
                        List.of(new Address("Ken", "k@a.org"), new Address("", LIST.address())),
                        List.of(),
                        "Ask j@a.org",
                        "",
                        List.of(HELD),
                        List.of(
                                new Attachment("2", "a.patch", "text/x-patch", "", "", bytes),
                                text,
                                new Attachment(
                                        "3", "j@a.org.pdf", "application/pdf", "", "", bytes)),
                        List.of());
        MessageContent shown = policy(Mode.HIDE).content(content);
        assertThat(shown.from()).containsExactly(new Address("Jane Doe", "hidden"));
        assertThat(shown.to()).containsExactly(new Address("<hidden> (2)", ""));
        assertThat(shown.cc())
                .containsExactly(new Address("Ken", ""), new Address("", LIST.address()));
        assertThat(shown.subject()).isEqualTo("Ask <hidden>");
        assertThat(shown.inReplyTo()).containsExactly(new MessageId(HELD.hashed()));
        assertThat(((Attachment) shown.parts().get(0)).bytes())
                .asString()
                .isEqualTo("To: <hidden>");
        assertThat(((TextPart) shown.parts().get(1)).text()).isEqualTo("To: <hidden>");
        assertThat(shown.parts().get(2))
                .isEqualTo(new Withheld("3", "<hidden>", "application/pdf", "", bytes.length));
    }

    /** Each of these would take minutes if anything were looked at again for each that follows. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "@",
                "<",
                "a@",
                "<a@",
                "at ",
                "a at ",
                " at b.",
                "=40",
                "%40a",
                "%40",
                "a%40.",
                "x=@",
                "\u00e9%40",
                "a",
                "=",
                "\"@",
                "a.",
                "@a.b ",
                "> ",
                "QUJD",
                "://@",
                "a at b dot "
            })
    void longTextTakesLittleTime(String piece) {
        String text = piece.repeat(200_000 / piece.length());
        CpuLimit.run(2, () -> policy(Mode.HIDE).text(text));
    }
}
