package dev.threadmill.archive.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void holdsTextNumbersAndObjects() {
        assertThat(
                        Json.object()
                                .put("headline", "A \"plan\" \\ more")
                                .put("text", "")
                                .put("author", Json.object().put("name", "Ann"))
                                .put("commentCount", 3))
                .hasToString(
                        "{\"headline\":\"A \\\"plan\\\" \\\\ more\",\"author\":{\"name\":\"Ann\"},\"commentCount\":3}");
    }

    @Test
    void cannotEndTheScriptItStandsIn() {
        assertThat(Json.object().put("a", "</script><!-- &amp; ]]>").toString())
                .doesNotContain("<", ">", "&");
    }

    @Test
    void everyCharacterComesBackAsItWas() throws IOException {
        StringBuilder all = new StringBuilder();
        for (int point = 0; point <= 0x2ffff; point++) {
            if (point < 0xd800 || point > 0xdfff) {
                all.appendCodePoint(point);
            }
        }
        String json = Json.object().put("all", all.toString()).toString();
        assertThat(json).doesNotContain("\u2028", "\u2029", "\u202e", "\u0000");
        String back = StrictJson.parse(json).getAsJsonObject().get("all").getAsString();
        assertThat(back.contentEquals(all)).isTrue();
    }

    @Test
    void halfACharacterIsNone() throws IOException {
        String json = Json.object().put("a", "x\ud800y\udc00").toString();
        assertThat(StrictJson.parse(json).getAsJsonObject().get("a").getAsString())
                .isEqualTo("x\ufffdy\ufffd");
    }
}
