package dev.threadmill.archive.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextTest {

    @Test
    void endsLinesAfterTheirNewlines() {
        assertThat(lines("")).isEmpty();
        assertThat(lines("one")).containsExactly("one");
        assertThat(lines("one\n")).containsExactly("one\n");
        assertThat(lines("\n\none\ntwo")).containsExactly("\n", "\n", "one\n", "two");
        assertThat(lines("\n".repeat(1000))).hasSize(1000);
    }

    @Test
    void knowsTheLineOfEachPlace() {
        Text text = new Text("one\n\ntwo");
        assertThat(IntStream.rangeClosed(0, text.length()).map(text::lineAt))
                .containsExactly(0, 0, 0, 0, 1, 2, 2, 2, 3);
    }

    @Test
    void looksForWordsUpToItsEnd() {
        Text text = new Text("one\ntwo");
        assertThat(text.lineStarts(1, "two")).isTrue();
        assertThat(text.lineStarts(1, "two ")).isFalse();
        assertThat(text.lineStarts(0, "one\ntwo")).isTrue();
        assertThat(text.lineStarts(text.lines(), "t")).isFalse();
        assertThat(text.lineStartsWithAny(1, new String[] {"one", "t"})).isTrue();
        assertThat(text.find('o', 1, 7)).isEqualTo(6);
        assertThat(text.find('x', 1, 7)).isEqualTo(7);
    }

    @Test
    void tellsBlankLines() {
        Text text = new Text(" \t\n.\n\n");
        assertThat(IntStream.range(0, text.lines()).mapToObj(text::isBlankLine))
                .containsExactly(true, false, true);
    }

    private static String[] lines(String string) {
        Text text = new Text(string);
        return IntStream.range(0, text.lines())
                .mapToObj(line -> text.substring(text.start(line), text.end(line)))
                .toArray(String[]::new);
    }
}
