package dev.threadmill.archive.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.threadmill.archive.CpuLimit;
import dev.threadmill.archive.mail.Origin;
import dev.threadmill.archive.mail.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageFilesTest {

    @TempDir Path root;
    @TempDir Path temporary;

    private void given(String... files) throws IOException {
        for (String file : files) {
            Path path = root.resolve("mail").resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, "Subject: " + file + "\n\nFrom here\n>From there\n");
        }
    }

    private MessageSource open(String file) {
        String place = file.isEmpty() ? "mail" : "mail/" + file;
        return Sources.open(root.resolve(place), place, new TestScratch(temporary));
    }

    private List<String> places() throws IOException {
        try (MessageSource source = open("")) {
            assertThat(source.isOrdered()).isFalse();
            return Reading.of(source).messages().stream()
                    .map(message -> message.origin().place())
                    .toList();
        }
    }

    @Test
    void maildirIsReadWithItsSubfolders() throws IOException {
        given(
                "new/1610000002.M1.host",
                "cur/1610000001.M1.host!2,S",
                ".dev/cur/1610000003.M1.host!2,",
                ".dev.2021/new/1610000000.M1.host",
                "tmp/1610000009.M1.host",
                "cur/.nfs0001",
                "dovecot-uidlist");

        assertThat(places())
                .containsExactly(
                        "mail/.dev.2021/new/1610000000.M1.host",
                        "mail/cur/1610000001.M1.host!2,S",
                        "mail/new/1610000002.M1.host",
                        "mail/.dev/cur/1610000003.M1.host!2,");
    }

    @ParameterizedTest
    @CsvSource({
        "'1610000000.M20046P21.host;2,S', 1610000000",
        "1610000000.host, 1610000000",
        "msg.1610000000, -9223372036854775808",
        "161000000000.host, -9223372036854775808",
        "16100x0000.host, -9223372036854775808"
    })
    void maildirNamesTellWhenMailWasDelivered(String name, long delivered) throws IOException {
        given("cur/" + name);

        Reading read = Reading.of(open(""));

        assertThat(read.messages().get(0).delivered()).isEqualTo(delivered);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"x:2,T|true", "x;2,DS|true", "x!2,ST|true", "x:2,S|false", "T2,D|false"})
    void maildirFlagsAreReadOnEverySystem(String name, boolean hidden) {
        assertThat(MaildirName.isTrashOrDraft(name)).isEqualTo(hidden);
    }

    @Test
    void trashAndDraftsStayPrivate() throws IOException {
        given(
                "cur/1610000001.host!2,S",
                "cur/1610000002.host!2,ST",
                "cur/1610000003.host!2,D",
                ".Trash/cur/1610000004.host!2,S",
                ".Drafts/cur/1610000005.host!2,",
                ".INBOX.Sent.2021/cur/1610000006.host!2,",
                ".Junk/cur/1610000007.host!2,",
                ".Sentiments/cur/1610000008.host!2,");

        Reading read = Reading.of(open(""));

        assertThat(read.origins())
                .containsExactly(
                        "mail/cur/1610000001.host!2,S:0",
                        "mail/.Sentiments/cur/1610000008.host!2,:0");
        assertThat(read.complaints())
                .containsExactly(
                        "INFO mail: passed over the folders .Drafts, .INBOX.Sent.2021, .Junk, .Trash, which are no list's; give one as a source of its own if it is",
                        "INFO mail: 2 files are marked as trash or drafts; passed over");
    }

    @Test
    void mhFolderIsReadByNumber() throws IOException {
        given("10", "9", "1", ".mh_sequences", ",3", "#4");

        assertThat(places()).containsExactly("mail/1", "mail/9", "mail/10");
    }

    @Test
    void filesOfMessagesAreReadByName() throws IOException {
        given("b.eml", "a.EML", "README.md");

        assertThat(places()).containsExactly("mail/a.EML", "mail/b.eml");
        assertThat(Reading.of(open("")).texts().get(1))
                .isEqualTo("Subject: b.eml\n\nFrom here\n>From there\n");
    }

    @Test
    void messageOfOutlookIsPassedOverWithTheRemedy() throws IOException {
        given("a.eml");
        byte[] compound = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0};
        Files.write(root.resolve("mail/b.eml"), compound);

        assertThat(Reading.of(open("")).complaints())
                .containsExactly(
                        "WARNING mail/b.eml: the file is a message as Outlook keeps it; turn it into .eml, by msgconvert; passed over");
    }

    @Test
    void foldersBelowFilesOfMessagesAreReadToo() throws IOException {
        given("b.eml", "2020/a.eml", "2020/01/c.eml");

        assertThat(places()).containsExactly("mail/b.eml", "mail/2020/a.eml", "mail/2020/01/c.eml");
        assertThat(Sources.find(root.resolve("mail"))).hasSize(1);
    }

    @Test
    void yearsMayBeMboxesOrMessages() throws IOException {
        given("2020", "2021");
        assertThat(places()).containsExactly("mail/2020", "mail/2021");

        String from = "From ann@example.org Thu Jan  1 00:00:00 2015\n";
        Files.writeString(root.resolve("mail/2020"), from + "a: b\n\n" + from + "c: d\n");
        Files.writeString(root.resolve("mail/2021"), from + "e: f\n");
        assertThat(Reading.of(open("")).texts()).containsExactly("a: b\n", "c: d\n", "e: f\n");
    }

    @Test
    void listsMayBeCalledLikePartsOfAMaildir() throws IOException {
        given("new/1.eml", "git/1.eml");

        assertThat(Sources.find(root.resolve("mail")))
                .extracting(Sources.FoundList::name)
                .containsExactly("git", "new");
    }

    @Test
    void singleMessageIsASource() throws IOException {
        given("b.eml", "message");

        assertThat(Reading.of(open("b.eml")).messages().get(0).origin())
                .isEqualTo(new Origin.Slice("mail/b.eml", 0, 38));
        assertThat(Reading.of(open("message")).texts()).hasSize(1);
    }

    @Test
    void fromLineBeforeAMessageIsNotPartOfIt() throws IOException {
        String from = "From - Thu Jan 01 00:00:00 2015\n";
        Files.createDirectories(root.resolve("mail"));
        Files.writeString(root.resolve("mail/a.eml"), from + "Subject: a\n");
        Files.writeString(root.resolve("mail/b.eml"), from);

        Reading read = Reading.of(open(""));

        assertThat(read.texts()).containsExactly("Subject: a\n");
        assertThat(read.origins()).containsExactly("mail/a.eml:32");
        assertThat(read.messages().get(0).fromLine()).isEqualTo("- Thu Jan 01 00:00:00 2015");
        assertThat(read.complaints())
                .containsExactly("WARNING mail/b.eml: the file holds no message; passed over");
    }

    @Test
    void fileThatVanishesIsSaid() throws IOException {
        given("a.eml", "b.eml");
        try (MessageSource source = open("")) {
            Files.delete(root.resolve("mail/a.eml"));

            Reading read = Reading.of(source);

            assertThat(read.origins()).containsExactly("mail/b.eml:0");
            assertThat(read.complaints())
                    .containsExactly(
                            "WARNING mail/a.eml: the file vanished during the build; left out"
                                    + " this time");
        }
    }

    @Test
    void wholeMaildirThatAMailProgramMovesIsFoundInLinearTime() throws IOException {
        Path mail = Files.createDirectories(root.resolve("mail/new")).getParent();
        Files.createDirectories(mail.resolve("cur"));
        for (int i = 0; i < 6_000; i++) {
            Files.writeString(mail.resolve("new/1610000000." + i + ".host"), "Subject: a\n\nb\n");
        }
        try (MessageSource source = open("")) {
            for (int i = 0; i < 6_000; i++) {
                String name = "1610000000." + i + ".host";
                Files.move(mail.resolve("new").resolve(name), mail.resolve("cur/" + name + "!2,S"));
            }
            Reading read = CpuLimit.within(10, () -> Reading.of(source));
            assertThat(read.messages()).hasSize(6_000);
            assertThat(read.complaints()).isEmpty();
        }
    }

    @Test
    void messageThatAMailProgramMovesBeforeItIsReadIsFound() throws IOException {
        given("new/1610000000.M1.host", "cur/1610000001.M1.host!2,");
        try (MessageSource source = open("")) {
            Path cur = root.resolve("mail/cur");
            Files.move(
                    root.resolve("mail/new/1610000000.M1.host"),
                    cur.resolve("1610000000.M1.host!2,S"));
            Files.move(
                    cur.resolve("1610000001.M1.host!2,"), cur.resolve("1610000001.M1.host!2,RS"));

            Reading read = Reading.of(source);

            assertThat(read.messages()).hasSize(2);
            assertThat(read.complaints()).isEmpty();
        }
    }

    @Test
    void originsOfOtherPlacesAreRefused() throws IOException {
        given("a.eml");
        try (MessageSource source = open("")) {
            for (String place : List.of("mail2/a.eml", "mail/../a.eml", "mai", "m", "mail/../..")) {
                Origin origin = new Origin.Slice(place, 0, 1);

                assertThatIllegalArgumentException()
                        .isThrownBy(() -> source.read(origin))
                        .withMessage(origin + " is no message of mail");
            }
        }
    }

    @Test
    void foldersOfMessagesAreListsBesideOthers() throws IOException {
        given("dev/cur/1610000001.host!2,S", "users/1", "users/2", "news/a.eml");
        Files.writeString(
                root.resolve("mail/old.mbox"),
                "From ann@example.org Thu Jan  1 00:00:00 2015\nSubject: old\n");

        assertThat(Sources.find(root.resolve("mail")))
                .containsExactly(
                        new Sources.FoundList("dev", List.of(root.resolve("mail/dev"))),
                        new Sources.FoundList("news", List.of(root.resolve("mail/news"))),
                        new Sources.FoundList("old", List.of(root.resolve("mail/old.mbox"))),
                        new Sources.FoundList("users", List.of(root.resolve("mail/users"))));
        List<Problem> problems = new ArrayList<>();
        try (MessageSource all = open("")) {
            assertThat(Reading.of(all).messages()).hasSize(5);
            assertThat(all.isOrdered()).isTrue();
        }
        assertThat(problems).isEmpty();
    }
}
