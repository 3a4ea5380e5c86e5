package dev.threadmill.archive.render.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class JsonTest {

    private static String text(String value) {
        StringWriter out = new StringWriter();
        new Json(out).value(value);
        return out.toString();
    }

    @Test
    void putsCommasBetweenValuesAndNowhereElse() {
        StringWriter out = new StringWriter();
        new Json(out)
                .object()
                .name("a")
                .array()
                .value("x")
                .value(7)
                .object()
                .endObject()
                .endArray()
                .member("left out", "")
                .name("b")
                .value("y")
                .endObject();
        assertThat(out.toString()).isEqualTo("{\"a\":[\"x\",7,{}],\"b\":\"y\"}");
    }

    @Test
    void nothingInItEndsAScriptOrALineOfOne() {
        assertThat(text("</script>&\u2028\u2029<!--"))
                .isEqualTo("\"\\u003c/script\\u003e\\u0026\\u2028\\u2029\\u003c!--\"");
    }

    @Test
    void whatIsNoCharacterIsShownAsSuch() {
        assertThat(text("a\u0000\ud800b\udc00\uffff\u007f\ud83d\ude00"))
                .isEqualTo("\"a\ufffd\ufffdb\ufffd\ufffd\ufffd\ud83d\ude00\"");
    }

    @Test
    void aParserReadsWhatWasWritten() {
        String text = "\"quoted\" \\ and\ttabbed\nlines of caf\u00e9";
        assertThat(JsonParser.parseString(text(text)).getAsString()).isEqualTo(text);
    }
}
