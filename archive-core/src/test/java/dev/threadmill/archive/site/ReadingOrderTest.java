package dev.threadmill.archive.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingOrderTest {

    @ParameterizedTest
    @CsvSource({
        "Ann Ash,ann ash,A",
        "'\"Émile\" (QA)','emile\" (qa)',E",
        "2.0 is out,2.0 is out,#",
        "山田,山田,#",
        "...,'',#",
        "IĞDIR,igdir,I"
    })
    void isThatOfLetters(String text, String key, char letter) {
        assertThat(ReadingOrder.key(text)).isEqualTo(key);
        assertThat(ReadingOrder.letter(ReadingOrder.key(text))).isEqualTo(letter);
    }
}
