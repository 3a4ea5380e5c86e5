package dev.threadmill.archive.render.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PageWriterTest {

    @Test
    void writesWhatUtf8Is() {
        Random random = new Random(1);
        for (int round = 0; round < 200; round++) {
            PageWriter writer = new PageWriter();
            StringBuilder all = new StringBuilder();
            for (int part = 0; part < 50; part++) {
                StringBuilder text = new StringBuilder();
                for (int i = random.nextInt(3000); i > 0; i--) {
                    int kind = random.nextInt(40);
                    int bound =
                            kind == 0 ? 0x110000 : kind == 1 ? 0x3000 : kind == 2 ? 0x800 : 0x80;
                    int point = random.nextInt(bound);
                    text.appendCodePoint(point >= 0xd800 && point < 0xe000 ? '?' : point);
                }
                all.append(text);
                if (part % 2 == 0) {
                    writer.write(text.toString());
                } else {
                    writer.write(text.toString().toCharArray(), 0, text.length());
                }
            }
            assertThat(writer.toBytes()).isEqualTo(all.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void halfACharacterIsShownAsLost() {
        PageWriter writer = new PageWriter();
        writer.write("a\ud800b\udc00");
        assertThat(new String(writer.toBytes(), StandardCharsets.UTF_8))
                .isEqualTo("a\ufffdb\ufffd");
    }
}
