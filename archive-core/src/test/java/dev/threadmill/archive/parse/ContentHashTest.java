package dev.threadmill.archive.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.mail.Origin;
import dev.threadmill.archive.source.RawMessage;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Copies of one message agree; different messages don't. */
class ContentHashTest {

    private static final String HEADER =
            """
            Message-ID: <1@example.org>
            Date: Fri, 1 Mar 2019 09:12:00 +0000
            From: Ada Quill <ada@example.org>
            Subject: A plan
            """;

    private static final String MESSAGE = HEADER + "\nHello,\n\nthis is the plan.\n";

    @Test
    void copiesOfDifferentListsAgree() {
        assertSame(MESSAGE, "Received: from x; Fri, 1 Mar 2019 09:13:00 +0000\n" + MESSAGE);
        assertSame(MESSAGE, "List-Id: <dev.example.org>\nTo: dev@example.org\n" + MESSAGE);
        assertSame(MESSAGE, MESSAGE.replace("Subject: A plan", "Subject: [dev] A plan"));
        assertSame(MESSAGE, MESSAGE.replace("ada@example.org", "Ada@EXAMPLE.org"));
        assertSame(MESSAGE, MESSAGE.replace("09:12:00 +0000", "10:12:00 +0100 (CET)"));
    }

    @Test
    void footersOfListsDoNotCount() {
        String mailman =
                """
                _______________________________________________
                dev mailing list
                dev@example.org
                https://example.org/mailman/listinfo/dev
                """;
        String vger = "--\nTo unsubscribe from this list: send the line \"unsubscribe dev\" in\n";
        assertSame(MESSAGE, MESSAGE + mailman);
        assertSame(MESSAGE, MESSAGE + "\n\n" + mailman + "\n");
        assertSame(MESSAGE, MESSAGE + vger);
        assertSame(MESSAGE, MESSAGE + vger + "\n" + mailman);
        String mixed =
                HEADER
                        + "Content-Type: multipart/mixed; boundary=b\n\n--b\n\n"
                        + "Hello,\n\nthis is the plan.\n\n--b\n\n"
                        + mailman
                        + "\n--b--\n";
        assertSame(MESSAGE, mixed);
    }

    @Test
    void waysOfWritingTheSameDoNotCount() {
        assertSame(MESSAGE, MESSAGE.replace("\n", "\r\n"));
        assertSame(MESSAGE, MESSAGE.replace("Hello,", "Hello,  ") + "\n\n\n");
        assertSame(
                MESSAGE,
                HEADER
                        + "Content-Transfer-Encoding: base64\n\n"
                        + "SGVsbG8sCgp0aGlzIGlzIHRoZSBwbGFuLgo=\n");
        assertSame(
                HEADER + "Content-Type: text/plain; charset=utf-8\n\ncaf\u00c3\u00a9\n",
                HEADER
                        + "Content-Type: text/plain; charset=iso-8859-1\n"
                        + "Content-Transfer-Encoding: quoted-printable\n\ncaf=E9\n");
    }

    @Test
    void whatIsSaidCounts() {
        assertDifferent(MESSAGE, MESSAGE.replace("the plan", "a plan"));
        assertDifferent(MESSAGE, MESSAGE.replace("A plan", "B plan"));
        assertDifferent(MESSAGE, MESSAGE.replace("ada@", "eve@"));
        assertDifferent(MESSAGE, MESSAGE.replace("09:12:00", "09:12:01"));
        assertDifferent(MESSAGE, MESSAGE.replace("Hello,\n\n", "Hello,\n"));
        assertDifferent(MESSAGE, MESSAGE.replace("this", " this"));
    }

    @Test
    void filesCountWithoutTheEndsOfTheirLines() {
        assertSame(withFile("a\nb\n"), withFile("a\nb\n").replace("\n", "\r\n"));
        assertDifferent(withFile("a\n"), withFile("b\n"));
        assertDifferent(
                withFile("a\n"),
                withFile("a\n")
                        .replace(
                                "--b--",
                                "--b\n\n--b--"
                                        .replace("\n\n", "\nContent-Type: image/png\n\nx\n")));
        assertSame(
                withMessage("this is the plan."),
                withMessage("this is the plan.").replace("\n", "\r\n"));
        assertDifferent(withMessage("this is the plan."), withMessage("that is the plan."));
    }

    private static String withFile(String content) {
        return HEADER
                + "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nHello\n--b\n"
                + "Content-Type: application/octet-stream; name=x\n\n"
                + content
                + "\n--b--\n";
    }

    private static String withMessage(String text) {
        return HEADER + "Content-Type: message/rfc822\n\nSubject: old\n\n" + text + "\n";
    }

    private static void assertSame(String message, String copy) {
        assertThat(hash(copy)).as(copy).isEqualTo(hash(message));
    }

    private static void assertDifferent(String message, String other) {
        assertThat(hash(other)).as(other).isNotEqualTo(hash(message));
    }

    private static Hash hash(String message) {
        byte[] bytes = message.getBytes(StandardCharsets.ISO_8859_1);
        return new MessageParser()
                .contentHash(new RawMessage(new Origin.Slice("mbox", 0, 1), bytes, "", 0));
    }
}
