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

    @Test
    void wrappedLinesOfAPatchAreJoined() {
        assertThat(decode("diff --git a/b b/b\n@@ -1,2 +1,2 @@ int \nmain()\n   a\n-b, \nc\n+d\n"))
                .isEqualTo("diff --git a/b b/b\n@@ -1,2 +1,2 @@ int main()\n  a\n-b, c\n+d\n");
    }

    @Test
    void contextOfAPatchThatIsNotStuffedKeepsItsBlanks() {
        String patch = "@@ -1,3 +1,3 @@\n {\n-a \n+b\n  c\n }\n";
        assertThat(decode(" From here\n" + patch)).isEqualTo("From here\n" + patch);
        assertThat(decode("@@ -1 +1 @@\n ")).isEqualTo("@@ -1 +1 @@\n\n");
    }

    private static String decode(String text) {
        return Flowed.decode(text, false);
    }
}
