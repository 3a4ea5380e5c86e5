package dev.threadmill.archive.parse.header;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.mail.Address;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Since DMARC, lists write themselves into From. */
class SendersTest {

    private static final String LIST =
            """
            List-Post: <mailto:dev@lists.example.org>
            List-Id: Weft development <dev.lists.example.org>
            """;

    private static Senders senders(String header) {
        byte[] bytes = (header + "\nText\n").getBytes(StandardCharsets.UTF_8);
        return Senders.of(new HeaderText(Header.of(bytes)));
    }

    private static String author(String header) {
        Address author = senders(header).author();
        return author.name() + " <" + author.email() + ">";
    }

    @Test
    void mailmanSaysInReplyToWhoWrote() {
        String header =
                LIST
                        + """
                        From: Ann Ash via dev <dev@lists.example.org>
                        Reply-To: Ann Ash <ann@example.org>
                        """;
        assertThat(author(header)).isEqualTo("Ann Ash <ann@example.org>");
        assertThat(senders(header).rewritten())
                .isEqualTo(new Address("Ann Ash via dev", "dev@lists.example.org"));
    }

    @Test
    void replyToMayNameTheListToo() {
        assertThat(
                        author(
                                LIST
                                        + """
                                        From: Ann Ash via dev <dev@lists.example.org>
                                        Reply-To: Weft development <dev@lists.example.org>,
                                         ann@example.org
                                        """))
                .isEqualTo("Ann Ash <ann@example.org>");
    }

    @Test
    void loneReplyToNamesTheAuthorWhoseAddressMailmanCutsInTheirName() {
        String from =
                LIST + "From: Ada Quill - Ada.Quill--- via dev <dev@lists.example.org>\nReply-To: ";
        String ada = "\"Ada Quill - Ada.Quill@example.com\" <Ada.Quill@example.com>";
        assertThat(author(from + ada + "\n"))
                .isEqualTo("Ada Quill - Ada.Quill@example.com <Ada.Quill@example.com>");
        assertThat(author(from + ada + ",\n Ada's team <team@example.com>\n"))
                .isEqualTo("Ada Quill - Ada.Quill--- via dev <dev@lists.example.org>");
    }

    @Test
    void copyNamesTheAuthorWhereRepliesGoToTheList() {
        assertThat(
                        author(
                                LIST
                                        + """
                                        From: Ann Ash via dev <dev@lists.example.org>
                                        Reply-To: dev@lists.example.org
                                        Cc: Ben Birch <ben@example.org>, Ann Ash <ann@example.org>
                                        """))
                .isEqualTo("Ann Ash <ann@example.org>");
    }

    @Test
    void originalFromIsBelieved() {
        assertThat(
                        author(
                                """
                                From: 'Ann Ash' via Weavers <weavers@groups.example>
                                X-Original-From: Ann Ash <ann@example.org>
                                """))
                .isEqualTo("Ann Ash <ann@example.org>");
        assertThat(
                        author(
                                LIST
                                        + """
                                        From: "dev@lists.example.org" <dev@lists.example.org>
                                        Original-From: =?utf-8?q?J=C3=BCrgen?= <j@example.org>
                                        """))
                .isEqualTo("Jürgen <j@example.org>");
    }

    @Test
    void envelopeSenderCompletesAName() {
        assertThat(
                        author(
                                LIST
                                        + """
                                        From: Ann Ash via dev <dev@lists.example.org>
                                        X-MailFrom: ann@example.org
                                        """))
                .isEqualTo("Ann Ash <ann@example.org>");
    }

    @Test
    void addressInsideTheAddressOfTheListIsTaken() {
        assertThat(author("From: Ann via groups.example <ann=example.org@groups.example>\n"))
                .isEqualTo("Ann <ann@example.org>");
    }

    @Test
    void oldListsLeaveTheNameAsItIs() {
        assertThat(
                        author(
                                LIST
                                        + """
                                        From: Ann Ash <dev@lists.example.org>
                                        Reply-To: Ann Ash <ann@example.org>
                                        """))
                .isEqualTo("Ann Ash <ann@example.org>");
    }

    @Test
    void withoutEvidenceFromStands() {
        for (String more :
                new String[] {
                    "",
                    "Reply-To: dev@lists.example.org\n",
                    "Reply-To: Tickets <tickets@example.org>\n",
                    "Cc: Ben Birch <ben@example.org>\n"
                }) {
            String header = LIST + "From: Ann Ash via dev <dev@lists.example.org>\n" + more;
            assertThat(author(header))
                    .as(more)
                    .isEqualTo("Ann Ash via dev <dev@lists.example.org>");
            assertThat(senders(header).rewritten()).isEqualTo(Address.NONE);
        }
    }

    @Test
    void announcementsThatWantRepliesElsewhereAreOfTheList() {
        assertThat(
                        author(
                                LIST
                                        + """
                                        From: Weft <dev@lists.example.org>
                                        Reply-To: Weft users <users@lists.example.org>
                                        """))
                .isEqualTo("Weft <dev@lists.example.org>");
    }

    @Test
    void whoWritesForThemselvesIsNotReplacedByAnything() {
        assertThat(
                        author(
                                LIST
                                        + """
                                        From: Ann Ash <ann@example.org>
                                        Reply-To: Ann Ash <ann@home.example>
                                        X-Original-From: Mallory <m@example.org>
                                        X-MailFrom: bounce@example.org
                                        """))
                .isEqualTo("Ann Ash <ann@example.org>");
    }

    @Test
    void serviceThatWritesForPeopleKeepsItsAddressWhenReplyToIsAMachine() {
        assertThat(
                        author(
                                """
                                From: Ann Ash via Forge <notifications@forge.example>
                                Reply-To: weft/weft <reply+abc@reply.forge.example>
                                """))
                .isEqualTo("Ann Ash via Forge <notifications@forge.example>");
    }
}
