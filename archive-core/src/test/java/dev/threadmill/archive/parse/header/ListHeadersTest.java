package dev.threadmill.archive.parse.header;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ListHeadersTest {

    @Test
    void namesTheList() {
        assertThat(
                        of(
                                "List-Id: \"Talk of developers\" <dev.example.org>\n"
                                        + "List-Post: <mailto:dev@example.org?x=y>\n\n"))
                .isEqualTo(
                        new ListHeaders(
                                "dev.example.org", "Talk of developers", "dev@example.org"));
    }

    @Test
    void takesWhatLittleThereIs() {
        assertThat(of("List-Id: dev.example.org\nList-Post: NO\n\n"))
                .isEqualTo(new ListHeaders("dev.example.org", "", ""));
        assertThat(of("Subject: x\n\n")).isEqualTo(ListHeaders.NONE);
    }

    private static ListHeaders of(String message) {
        return ListHeaders.of(message.getBytes(StandardCharsets.US_ASCII));
    }
}
