package dev.threadmill.archive.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.CpuLimit;
import dev.threadmill.archive.mail.Address;
import dev.threadmill.archive.mail.MessageContent;
import dev.threadmill.archive.mail.Origin;
import dev.threadmill.archive.mail.Part;
import dev.threadmill.archive.mail.Problem;
import dev.threadmill.archive.source.RawMessage;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MessageParserTest {

    private static final String MIXED = "Content-Type: multipart/mixed; boundary=b\n\n";

    @Test
    void contentSaysWhoWroteAndWhatTheListMadeOfIt() throws Exception {
        String message =
                """
                List-Post: <mailto:dev@lists.example.org>
                From: Ann via dev <dev@lists.example.org>
                Reply-To: Ann <ann@example.org>

                Text
                """;
        MessageContent content = new MessageParser().content(TestSource.of(message).first());
        assertThat(content.from()).containsExactly(new Address("Ann", "ann@example.org"));
        assertThat(content.rewritten().email()).isEqualTo("dev@lists.example.org");
    }

    @Test
    void deepMultipartsAreKeptAsAFile() {
        StringBuilder message = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            message.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("e\n\n--b")
                    .append(i)
                    .append("e\n");
        }
        MessageContent content = inTime(message + "\ndeep\n");
        assertThat(content.parts()).hasSize(1);
        assertThat(content.parts().get(0).path()).isEqualTo("1.".repeat(48) + "1");
        assertThat(sentences(content)).contains("is nested over 50 levels deep; kept as a file");
    }

    @Test
    void deepMessagesAreKeptAsAFile() {
        MessageContent content =
                inTime("Content-Type: message/rfc822\n\n".repeat(100_000) + "\ndeep\n");
        assertThat(content.parts()).hasSize(1);
        assertThat(sentences(content)).contains("is nested over 50 levels deep; kept as a file");
    }

    @Test
    void deepDigestsAreKeptAsAFile() {
        inTime(
                "Content-Type: multipart/digest; boundary=b\n\n--b\n\n".repeat(100_000)
                        + "\ndeep\n");
    }

    @Test
    void signedMailInsideOfSignedMailIsKeptAsAFile() {
        String signed =
                "0\u0080\6\11*\u0086H\u0086\u00f7\r\1\7\2\u00a0\u00800\u0080\2\1\1001\0000\u0080\6\11*\u0086H\u0086\u00f7\r\1\7\1\u00a0\u0080\4\u0084";
        StringBuilder message = new StringBuilder();
        String header = "Content-Type: application/pkcs7-mime\n\n";
        message.append((header + signed + "\u007f\u00ff\u00ff\u00ff").repeat(100_000));
        MessageContent content = inTime(message + header + "deep\n");
        assertThat(paths(content)).isEqualTo("1.1 1");
    }

    @Test
    void partsBeyondTheThousandthAreLeftOut() {
        MessageContent content = inTime(MIXED + "--b\n\nx\n".repeat(100_000) + "--b--\n");
        assertThat(content.parts()).hasSize(1_000);
        assertThat(sentences(content)).isEqualTo("more than 1000 parts; left out the rest");
    }

    @Test
    void partsWithHugeHeadersAreRead() {
        String part = "--b\nX: " + "a".repeat(10_000_000) + "\n\nx\n--b\n\ny\n--b--\n";
        assertThat(paths(inTime(MIXED + part))).isEqualTo("1 2");
        String fields = "--b\n" + "X: a\n".repeat(1_000_000) + "\nx\n--b\n\ny\n--b--\n";
        assertThat(paths(inTime(MIXED + fields))).isEqualTo("1 2");
        String type =
                "--b\nContent-Type: text/plain; " + "a=b;".repeat(1_000_000) + "\n\nx\n--b--\n";
        assertThat(paths(inTime(MIXED + type))).isEqualTo("1");
    }

    @Test
    void hostileBodiesTakeLinearTime() {
        inTime("\n" + "a".repeat(50_000_000));
        inTime(MIXED + "a".repeat(50_000_000));
        inTime(MIXED + "--b\n\n" + "a".repeat(50_000_000));
        inTime("Content-Transfer-Encoding: base64\n\n" + "a".repeat(50_000_000));
        inTime("Content-Transfer-Encoding: quoted-printable\n\n" + "=".repeat(50_000_000));
        inTime("Content-Transfer-Encoding: quoted-printable\n\n" + "= ".repeat(25_000_000));
        inTime("Content-Transfer-Encoding: x-uuencode\n\n" + "begin 644 a\n".repeat(1_000_000));
        inTime("\n" + "begin 644 a\n".repeat(2_000_000));
        inTime("\n" + "begin 644 a\nend\n".repeat(1_000_000));
        inTime("\nbegin 644 a\n" + "`\n".repeat(10_000_000));
        inTime(MIXED + "--".repeat(10_000_000));
        inTime(MIXED + "--b".repeat(10_000_000));
        inTime(MIXED + "--\n".repeat(10_000_000));
        inTime("Content-Type: text/plain; charset=utf-7\n\n" + "+".repeat(10_000_000));
    }

    private static MessageContent inTime(String message) {
        byte[] bytes = message.getBytes(StandardCharsets.ISO_8859_1);
        RawMessage raw = new RawMessage(new Origin.Slice("mbox", 0, bytes.length), bytes, "", 0);
        return CpuLimit.within(3, () -> new MessageParser().content(raw));
    }

    private static String sentences(MessageContent content) {
        return content.problems().stream().map(Problem::sentence).collect(Collectors.joining("\n"));
    }

    private static String paths(MessageContent content) {
        return content.parts().stream().map(Part::path).collect(Collectors.joining(" "));
    }
}
