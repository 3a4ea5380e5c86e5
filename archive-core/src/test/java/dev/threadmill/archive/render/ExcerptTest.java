package dev.threadmill.archive.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {

    @Test
    void isWhatSomebodyWroteAndNotWhatTheyQuote() {
        String text =
                """
                Hi Ann,

                On Fri, Mar 1, 2024 at 09:05:00AM +0100, Ann Ash of the
                weaving mill wrote:
                > Shall we warp on Monday?

                Yes,   but not
                before noon.
                --\s
                Ben
                """;
        assertThat(Excerpt.of(text)).isEqualTo("Hi Ann, Yes, but not before noon.");
    }

    @Test
    void endsBeforeAPatch() {
        assertThat(Excerpt.of("Mend the reed.\n---\n reed.c | 2 +-\n")).isEqualTo("Mend the reed.");
    }

    @Test
    void isCutAfterAWord() {
        String excerpt = Excerpt.of("shuttle ".repeat(100));
        assertThat(excerpt).hasSizeLessThanOrEqualTo(Excerpt.LONGEST).endsWith("shuttle…");
    }

    @Test
    void neverHoldsHalfACharacter() {
        assertThat(Excerpt.of("x" + "\ud83e\uddf6".repeat(200))).doesNotContain("\ud83e…");
    }

    @Test
    void isEmptyWhereNothingIsSaid() {
        assertThat(Excerpt.of("> a\n> b\n\n====\n-- \nAnn\n")).isEmpty();
        assertThat(Excerpt.of("")).isEmpty();
    }
}
