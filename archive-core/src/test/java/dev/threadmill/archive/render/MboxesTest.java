package dev.threadmill.archive.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class MboxesTest {

    private static String unzipped(byte[] gzip) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void holdsAThreadInSourceOrderAsMboxrd() throws IOException {
        GivenArchive given = new GivenArchive().list("dev");
        given.mail("b@example.org").answers("a@example.org").after(9).raw("B: b\n\nFrom b\n").in();
        given.mail("a@example.org").raw("A: a\n\n>From a\n>>From a\nno end").in();
        Map<String, byte[]> files = given.files();
        assertThat(unzipped(files.get("dev/a@example.org/t.mbox.gz")))
                .isEqualTo(
                        """
                        From mboxrd@z Fri Mar  1 08:05:11 2024
                        B: b

                        >From b

                        From mboxrd@z Fri Mar  1 08:05:02 2024
                        A: a

                        >>From a
                        >>>From a
                        no end

                        """);
        assertThat(new String(files.get("dev/a@example.org/raw"), StandardCharsets.UTF_8))
                .isEqualTo(
                        """
                        From mboxrd@z Fri Mar  1 08:05:02 2024
                        A: a

                        >>From a
                        >>>From a
                        no end""");
    }

    @Test
    void saysNeitherWhenNorWhereItWasMade() {
        byte[] gzip = Weft.archive().files().get("dev/plan@example.org/t.mbox.gz");
        assertThat(gzip).startsWith(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff);
    }

    @Test
    void anEmptyMessageIsAMessage() throws IOException {
        GivenArchive given = new GivenArchive().list("dev");
        given.mail("a@example.org").raw("\n").in();
        assertThat(unzipped(given.files().get("dev/a@example.org/t.mbox.gz")))
                .isEqualTo("From mboxrd@z Fri Mar  1 08:05:02 2024\n\n\n");
    }
}
