package dev.threadmill.archive.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** RFC 3676. */
class FlowedTest {

    @Test
    void softLinesBecomeOne() {
        assertThat(decode("one \ntwo \nthree\nfour")).isEqualTo("one two three\nfour\n");
    }

    @Test
    void paragraphEndsWhereTheDepthOfQuotingChanges() {
        assertThat(decode("> a \n> b\n>> c \n> d \ne\n")).isEqualTo("> a b\n>> c \n> d \ne\n");
    }

    @Test
    void emptyLineStaysEmpty() {
        assertThat(decode("one \n\ntwo\n> \n>\n")).isEqualTo("one \n\ntwo\n>\n>\n");
    }

    @Test
    void stuffingIsUndoneUnlessTheLineWouldBecomeAQuote() {
        assertThat(decode(" From here\n  two\n >three\n")).isEqualTo("From here\n two\n >three\n");
    }

    @Test
    void signatureIsNeverJoined() {
        assertThat(decode("bye \n-- \nAnn\n> quoted \n> -- \n> Ben\n"))
                .isEqualTo("bye \n-- \nAnn\n> quoted \n> -- \n> Ben\n");
    }

    @Test
    void deletesTheBlankOfSoftBreaksWhenAskedTo() {
        assertThat(Flowed.decode("hel \nlo  \nworld\n", true)).isEqualTo("hello world\n");
    }

    @Test
    void linesOfAPatchStayLines() {
        String patch = "@@ -1,2 +1,2 @@\n-a \n+b \n";
        assertThat(decode("See \nhere:\n" + patch)).isEqualTo("See here:\n" + patch);
    }

    private static String decode(String text) {
        return Flowed.decode(text, false);
    }
}
