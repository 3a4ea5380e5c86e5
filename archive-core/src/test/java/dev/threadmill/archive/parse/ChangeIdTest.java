package dev.threadmill.archive.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.mail.Subject;
import dev.threadmill.archive.parse.header.Header;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class ChangeIdTest {

    private static final String LETTER =
            "Mend it all.\n\n---\nbase-commit: 0123\nchange-id: 20240301-shed-0a1b2c\n\nBest\n";

    private static String changeId(String subject, String header, String body) {
        String mail = "Subject: " + subject + "\n" + header + "\n" + body;
        return ChangeId.of(
                new Subject(subject), Header.of(mail.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void coverLettersAndPatchesOnTheirOwnNameTheSeries() {
        assertThat(changeId("[PATCH 0/2] Shed", "", LETTER)).isEqualTo("20240301-shed-0a1b2c");
        assertThat(changeId("[PATCH] Shed", "", LETTER.replace("\n", "\r\n")))
                .isEqualTo("20240301-shed-0a1b2c");
        assertThat(changeId("[PATCH] Shed", "", "Mend.\n\nChange-Id: I0a1b\n")).isEqualTo("I0a1b");
    }

    @Test
    void onePatchOfSeveralAndOtherMailDoNot() {
        assertThat(changeId("[PATCH 1/2] Shed", "", LETTER)).isEmpty();
        assertThat(changeId("Re: [PATCH 0/2] Shed", "", LETTER)).isEmpty();
        assertThat(changeId("[PATCH 0/2] Shed", "", "> change-id: 1\n change-id: 2\n")).isEmpty();
        assertThat(changeId("[PATCH 0/2] Shed", "", "change-id:\n")).isEmpty();
        assertThat(changeId("[PATCH 0/2] Shed", "", "change-id: " + "x".repeat(200))).isEmpty();
        assertThat(changeId("[PATCH 0/2] Shed", "", "")).isEmpty();
    }

    @Test
    void transferEncodingsAreSeenThrough() {
        String quoted = "M=C3=A4nd.\nchange-id: 20240301-sh=\ned=2D0a1b2c\n";
        assertThat(
                        changeId(
                                "[PATCH 0/2] Shed",
                                "Content-Transfer-Encoding: quoted-printable\n",
                                quoted))
                .isEqualTo("20240301-shed-0a1b2c");
        String base64 =
                Base64.getMimeEncoder().encodeToString(LETTER.getBytes(StandardCharsets.UTF_8));
        assertThat(changeId("[PATCH 0/2] Shed", "Content-Transfer-Encoding: base64\n", base64))
                .isEqualTo("20240301-shed-0a1b2c");
    }
}
