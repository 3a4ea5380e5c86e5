package dev.threadmill.archive.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.body.Html.Anchor;
import dev.threadmill.archive.body.Html.AttachmentLink;
import dev.threadmill.archive.body.Html.LinkTo;
import dev.threadmill.archive.mail.MessageId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HtmlTest {

    private static final MessageId A = new MessageId("a@example.org");
    private static final MessageId B = new MessageId("b@example.org");

    private static final Html WITH_HOLES =
            new HtmlBuilder()
                    .markup("<p>")
                    .hole(new LinkTo(A, "a@", "a@"))
                    .hole(new LinkTo(B, "b", "<b>b</b>"))
                    .text("\u00e9\ud83d\ude00\u4e2d")
                    .hole(new Anchor("Z1"))
                    .hole(new LinkTo(A, "a", "a"))
                    .markup("</p>")
                    .hole(new AttachmentLink("1.2"))
                    .build();

    @Test
    void holesAreFilledWhereTheyStand() throws IOException {
        String filled = "<p>{a@example.org|a@|a@}{b@example.org|b|<b>b</b>}é😀中{#Z1}";
        filled += "{a@example.org|a|a}</p>{file 1.2}";

        assertThat(Filled.of(WITH_HOLES)).isEqualTo(filled);

        Encoded encoded = new Encoded();
        WITH_HOLES.writeTo(encoded, new Filled());
        encoded.flush();
        assertThat(encoded).hasToString(filled);
    }

    /** Takes text and bytes. */
    private static final class Encoded extends OutputStreamWriter implements Html.Utf8 {

        private final ByteArrayOutputStream bytes;

        Encoded() {
            this(new ByteArrayOutputStream());
        }

        private Encoded(ByteArrayOutputStream bytes) {
            super(bytes, StandardCharsets.UTF_8);
            this.bytes = bytes;
        }

        @Override
        public void write(byte[] utf8, int from, int to) throws IOException {
            flush();
            bytes.write(utf8, from, to - from);
        }

        @Override
        public String toString() {
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }

    @Test
    void bytesHoldEverything() {
        Html read = HtmlBytes.read(HtmlBytes.write(WITH_HOLES));

        assertThat(Filled.of(read)).isEqualTo(Filled.of(WITH_HOLES));
        assertThat(HtmlBytes.read(HtmlBytes.write(Html.EMPTY)).isEmpty()).isTrue();
    }

    @Test
    void textIsWrittenAsItReads() {
        assertThat(text("<b a=\"1\">&amp;")).isEqualTo("&lt;b a=&quot;1&quot;&gt;&amp;amp;");
        assertThat(text("tab\tline\nné 中 😀")).isEqualTo("tab\tline\nné 中 😀");
    }

    @Test
    void controlsBecomeTheirPictures() {
        assertThat(text("a\0b\33c\177d")).isEqualTo("a␀b␛c␡d");
        assertThat(text("a\r\nb")).isEqualTo("a\nb");
    }

    @Test
    void whatXmlForbidsIsReplaced() {
        String noncharacter = Character.toString(0x1ffff);
        assertThat(text("a" + (char) 0xd800 + "b" + (char) 0xdc00 + "c" + (char) 0xd83d))
                .isEqualTo("a\ufffdb\ufffdc\ufffd");
        assertThat(text("a" + (char) 0xfffe + (char) 0xffff + (char) 0xfdd0 + noncharacter + "b"))
                .isEqualTo("a\ufffd\ufffd\ufffd\ufffdb");
        assertThat(text("a" + (char) 0x85)).isEqualTo("a\ufffd");
    }

    @Test
    void changesOfDirectionAreShown() {
        assertThat(text("a" + (char) 0x202e + "b"))
                .isEqualTo("a<span class=\"ctl\">U+202E</span>b");
        for (int c : new int[] {0x202a, 0x202d, 0x2066, 0x2069}) {
            assertThat(text(Character.toString(c))).startsWith("<span class=\"ctl\">U+");
        }
        for (int mark : new int[] {0x200e, 0x200f, 0x61c}) {
            assertThat(text(Character.toString(mark))).isEqualTo(Character.toString(mark));
        }
        Html value = new HtmlBuilder().value("a" + (char) 0x202e + "\"").build();
        assertThat(Filled.of(value)).isEqualTo("a[U+202E]&quot;");
    }

    @Test
    void marksCannotMakeAPageHuge() {
        assertThat(text(Character.toString(0x202e).repeat(1_000_000))).hasSizeLessThan(1_100_000);
    }

    private static String text(String text) {
        return Filled.of(new HtmlBuilder().text(text).build());
    }
}
