package dev.threadmill.archive.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MboxrdTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "From ",
                ">From x",
                "a: b\n\nFrom here\n>From there\n>>>From afar\n",
                "a: b\r\n\r\nFrom here\r\nFrom \r\n",
                "a: b\n\n From x\nv>From y\n>From\nFrom:\n>From u>From From \n>"
            })
    void whatIsQuotedIsReadAgain(String message) {
        ByteArrayOutputStream mbox = new ByteArrayOutputStream();
        Mboxrd.quote(message.getBytes(StandardCharsets.UTF_8), mbox);
        assertThat(mbox.toString(StandardCharsets.UTF_8)).doesNotContainPattern("(?m)^From ");
        assertThat(new String(Mboxrd.unquote(mbox.toByteArray()), StandardCharsets.UTF_8))
                .isEqualTo(message);
    }
}
