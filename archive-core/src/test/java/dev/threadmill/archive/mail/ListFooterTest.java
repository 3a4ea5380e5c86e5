package dev.threadmill.archive.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ListFooterTest {

    @Test
    void findsMailman() {
        assertFooter(
                "Hello\n",
                "_______________________________________________\n"
                        + "dev mailing list\ndev@example.org\n"
                        + "https://example.org/mailman/listinfo/dev\n");
    }

    @Test
    void findsVger() {
        assertFooter(
                "Hello\n",
                "--\nTo unsubscribe from this list: send the line \"unsubscribe dev\" in\n"
                        + "the body of a message to majordomo@example.org\n"
                        + "More majordomo info at  http://example.org/majordomo-info.html\n");
    }

    @Test
    void findsEzmlm() {
        assertFooter(
                "Hello\n\n",
                "---------------------------------------------------------------------\n"
                        + "To unsubscribe, e-mail: dev-unsubscribe@example.org\n"
                        + "For additional commands, e-mail: dev-help@example.org\n\n");
    }

    @Test
    void findsWhatGoesOnInAnotherParagraph() {
        assertFooter(
                "Hello\n",
                "______________________________\ndev@example.org mailing list\n"
                        + "PLEASE read the guide and say\nwhat you have tried.\n\n"
                        + "https://example.org/guide\n______________________________\n\n");
    }

    @Test
    void leavesAFooterAloneBelowWhichSomebodyWrote() {
        assertFooter(
                "Hello\n______________________________\ndev mailing list\n"
                        + "https://example.org/mailman/listinfo/dev\n\nYes, do that.\n",
                "");
    }

    @Test
    void leavesAQuotedFooterAlone() {
        assertFooter("Yes.\n-- \nAda\n> text\n> dev mailing list\n", "");
    }

    @Test
    void leavesASignatureAlone() {
        assertFooter("Hello\n-- \nAda Quill\nExample Org\n", "");
    }

    @Test
    void leavesTalkAboutListsAlone() {
        assertFooter("This mailing list is fine.\n--\nAda\n", "");
        assertFooter("--\nTo unsubscribe, leave.\n" + "a line\n".repeat(20), "");
    }

    private static void assertFooter(String text, String footer) {
        assertThat((text + footer).substring(ListFooter.start(text + footer))).isEqualTo(footer);
    }
}
