package dev.threadmill.archive.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.CpuLimit;
import dev.threadmill.archive.mail.Origin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MboxSourceTest {

    private static final String DATE = "Thu Jan  1 00:00:00 2015";
    private static final String FROM = "From ann@example.org " + DATE + "\n";

    @TempDir Path folder;

    private Reading read(String mbox) throws IOException {
        return Reading.of(file(mbox), folder);
    }

    private Path file(String mbox) throws IOException {
        return Files.writeString(folder.resolve("dev.mbox"), mbox, StandardCharsets.ISO_8859_1);
    }

    @Test
    void messageIsWhatStandsBetweenFromLineAndBlankLine() throws IOException {
        Reading read = read(FROM + "Subject: a\n\none\n\n" + FROM + "Subject: b\n\ntwo\n\n");

        assertThat(read.texts()).containsExactly("Subject: a\n\none\n", "Subject: b\n\ntwo\n");
        assertThat(read.problems()).isEmpty();
        assertThat(read.messages().get(1).origin())
                .isEqualTo(new Origin.Slice("dev.mbox", 109, 16));
        assertThat(read.messages().get(1).fromLine()).isEqualTo("ann@example.org " + DATE);
        assertThat(read.messages().get(1).delivered()).isEqualTo(RawMessage.UNKNOWN);
    }

    @Test
    void takesOneBlankLineAndNoMoreAtTheEnd() throws IOException {
        assertThat(read(FROM + "a: b\n\nend").texts()).containsExactly("a: b\n\nend");
        assertThat(read(FROM + "a: b\n\nend\n").texts()).containsExactly("a: b\n\nend\n");
        assertThat(read(FROM + "a: b\n\nend\n\n").texts()).containsExactly("a: b\n\nend\n");
        assertThat(read(FROM + "a: b\n\nend\n\n\n").texts()).containsExactly("a: b\n\nend\n\n");
        assertThat(read(FROM + "a: b\n\nend\n\n\n" + FROM + "c: d").texts())
                .containsExactly("a: b\n\nend\n\n", "c: d");
    }

    @Test
    void linesMayEndInCarriageReturnAndLineFeed() throws IOException {
        String mbox = FROM + "a: b\n\none\n>From x\n\n" + FROM + "c: d\n\ntwo\n\n";

        Reading read = read(mbox.replace("\n", "\r\n"));

        assertThat(read.texts())
                .containsExactly("a: b\r\n\r\none\r\nFrom x\r\n", "c: d\r\n\r\ntwo\r\n");
        assertThat(read.messages().get(0).fromLine()).isEqualTo("ann@example.org " + DATE);
    }

    @Test
    void endOfTextOfDosBelongsToNoMessage() throws IOException {
        String a = "a: b\r\n\r\none\u001a\r\n";
        String from = FROM.replace("\n", "\r\n");

        assertThat(read(from + a + "\r\n" + from + a + "\u001a").texts()).containsExactly(a, a);
        assertThat(read(from + a + "\r\n\u001a\u001a").texts()).containsExactly(a);
        assertThat(read(FROM + "a: b\n\none\n\u001a").texts())
                .containsExactly("a: b\n\none\n\u001a");
        assertThat(read(from + a + "\u001a\r\n").texts()).containsExactly(a + "\u001a\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"From : Ann <ann@example.org>", "From\t: x", "From :"})
    void fieldWithABlankBeforeItsColonIsNoFromLine(String field) throws IOException {
        String a = field + "\nDate : " + DATE + "\n\none\n";

        Reading read = read(FROM + a + "\n" + FROM + a);

        assertThat(read.texts()).containsExactly(a, a);
        assertThat(read.problems()).isEmpty();
        for (String name : List.of("1", "1.eml")) {
            Path file = Files.writeString(folder.resolve(name), a);
            assertThat(Reading.of(file, folder).texts()).containsExactly(a);
        }
    }

    @Test
    void fieldThatNamesATimeIsNoFromLine() throws IOException {
        String a = "Subject: a\n\nwho wrote:\n\nFrom : ann, " + DATE + "\nTo : bob\n";

        assertThat(read(FROM + a).texts()).containsExactly(a);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann@example.org Thu Jan  1 00:00:00 2015",
                "ann at example.org  Thu Jan  1 00:00:00 2015",
                "owner-dev@example.org  Thu Jul 25 10:39:32 1996",
                "- Thu Jan 01 00:00:00 2015",
                "???@??? Thu Jan 01 00:00:00 1997",
                "1488921234567890@xxx Thu Jan 01 00:00:00 +0000 2015",
                "ann@example.org Thu Jan  1 00:00:00 CET 2015",
                "ann@example.org Thu Jan  1 00:00:00 2015 +0100",
                "ann Thu Jan  1 00:00 1988 remote from example",
                "ann@example.org Thu, 1 Jan 2015 00:00:00 GMT",
                "\"Ann B.\"@example.org Wed Dec 31 16:00:00 1969",
            })
    void knowsFromLinesOfManyPrograms(String fromLine) throws IOException {
        Reading read = read(FROM + "a: b\n\none\n\nFrom " + fromLine + "\nc: d\n\ntwo\n");

        assertThat(read.texts()).containsExactly("a: b\n\none\n", "c: d\n\ntwo\n");
        assertThat(read.messages().get(1).fromLine()).isEqualTo(fromLine);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From January to December 2010 nothing: happened\nnote: this\n",
                "From 10:30 on May first 2010\nwe wrote a lot\n",
                "From ann@example.org Thu Jan  1 00:00:00 2015\nis how it begins\n",
                "From: Ann <ann@example.org>\nDate: Thu Jan  1 00:00:00 2015\n",
                " From ann@example.org Thu Jan  1 00:00:00 2015\na: b\n",
                "text before From ann@example.org Thu Jan  1 00:00:00 2015\na: b\n",
                "From ann@example.org Thu Jan  1 00:00:00\na: b\n",
            })
    void proseThatLooksLikeFromLineDoesNotSplit(String prose) throws IOException {
        String body = "a: b\n\none\n\n" + prose;

        assertThat(read(FROM + body).texts()).containsExactly(body);
    }

    @Test
    void fromLineWithoutBlankLineBeforeItDoesNotSplit() throws IOException {
        String body = "a: b\n\none\n" + FROM + "c: d\n";

        assertThat(read(FROM + body).texts()).containsExactly(body);
    }

    @Test
    void pipermailSeparatesWithoutBlankLineBehindItsNotes() throws IOException {
        String first = "From: ann at example.org (Ann)\nDate: Fri, 2 Apr 2004\n\none\nUrl : x\n";
        String second = "From: bob at example.org\n  (Bob\n B.)\nDate: Fri, 2 Apr 2004\n\ntwo\n";
        String prose = "From here on\nFrom: is a header\n";
        String quote = "From bob at example.org  Fri Apr  2 15:53:00 2004\nFrom: only\n";

        Reading read =
                read(
                        "From ann at example.org  Fri Apr  2 15:52:00 2004\n"
                                + first
                                + "From bob at example.org  Fri Apr  2 15:53:00 2004\n"
                                + second
                                + prose
                                + quote
                                + "\nFrom ann@example.org  Fri Apr  2 15:54:00 2004\n"
                                + first);

        assertThat(read.texts()).containsExactly(first, second + prose + quote, first);
        assertThat(read.complaints())
                .containsExactly(
                        "INFO dev.mbox:116: messages that begin without a blank line before their From line, which is of Pipermail's form: 1; parted there, first at this one",
                        "INFO dev.mbox:230: lines that begin with 'From ' inside of messages and are no From lines (no blank line before them, no sender and time in them, or no header behind them): 2; left in the text, first at this one");
    }

    @Test
    void mailThatWasPastedWithItsFromLineDoesNotSplitPipermail() throws IOException {
        String pasted =
                "From bob at example.org Fri Apr  2 15:53:00 2004\n"
                        + "Return-path: <bob at example.org>\nFrom: bob at example.org\n\ntwo\n";
        String body = "From: ann at example.org (Ann)\nDate: Fri, 2 Apr 2004\n\none\n\n" + pasted;
        String from = "From ann at example.org  Fri Apr  2 15:52:00 2004\n";

        Reading read = read(from + body + "\n" + from + body);

        assertThat(read.texts()).containsExactly(body, body);
        assertThat(read.complaints()).singleElement().asString().contains("left in the text");
        assertThat(read(FROM + body).texts()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123456789abcdef0123456789abcdef01234567", "nobody"})
    void patchOfGitThatWasPastedDoesNotSplit(String commit) throws IOException {
        String patch =
                "From "
                        + commit
                        + " Mon Sep 17 00:00:00 2001\nFrom: Ann <ann@example.org>\n"
                        + "Subject: [PATCH] one\n\n---\n a | 2 +-\n\n-- \n2.1\n";
        String body = "a: b\n\nTry this:\n\n" + patch;
        String message = patch.substring(patch.indexOf('\n') + 1);

        assertThat(read(FROM + body + "\n" + FROM + body).texts()).containsExactly(body, body);
        assertThat(read("\n" + patch + "\n" + patch).texts()).containsExactly(message, message);
    }

    @ParameterizedTest
    @EnumSource(value = MboxForm.class, names = "MBOXRD", mode = EnumSource.Mode.EXCLUDE)
    void contentLengthPartsMessagesWhereTheFormHasIt(MboxForm form) throws IOException {
        String body = "one\n\n" + FROM + "c: d\n\n>From here\n";
        String counted = "Content-Length: " + body.length() + "\na: b\n\n" + body;
        String large = "x".repeat(3 << 20) + "\n\n" + FROM + "c: d\n";
        String second = "a: b\nContent-Length: " + large.length() + "\n\n" + large;
        String stale = "a: b\nContent-Length: 3\n\nmore than three\n";
        String uncounted = "a: b\n\nnone\n";
        Path file =
                Files.writeString(
                        folder.resolve("dev.mbox"),
                        FROM + counted + "\n" + FROM + second + FROM + stale + "\n" + FROM
                                + uncounted + "\n" + FROM + counted);

        Reading read;
        ReadingOptions options = new ReadingOptions(form, 0);
        try (MessageSource source =
                Sources.open(file, "dev.mbox", new TestScratch(folder), options)) {
            read = Reading.of(source);
        }

        String first = form == MboxForm.MBOXCL ? counted.replace(">From", "From") : counted;
        assertThat(read.texts()).containsExactly(first, second, stale, uncounted, first);
        assertThat(read.complaints())
                .singleElement()
                .asString()
                .contains(
                        ": messages with no Content-Length, or one behind which no From line stands: 2;");
    }

    @Test
    void mailOfGoogleTakeoutIsParted() throws IOException {
        String from = "From 1234567890123456789@xxx Sat Jan 01 10:00:00 +0000 2011\n";
        String message = "X-GM-THRID: 1234567890123456789\nX-Gmail-Labels: Inbox\n\ntext\n";

        Reading read = read(from + message + "\n" + from + message);

        assertThat(read.texts()).containsExactly(message, message);
        assertThat(read.problems()).isEmpty();
    }

    @Test
    void onlyPipermailSeparatesWithoutBlankLine() throws IOException {
        String quoted =
                "a: b\n\nIt looks so:\nFrom bob at example.org  Fri Apr  2 15:53:00 2004\n"
                        + "From: bob at example.org\nDate: Fri, 2 Apr 2004\n";

        assertThat(read(FROM + quoted).texts()).containsExactly(quoted);
    }

    @Test
    void windowsEllipsisIsNoLineEnd() throws IOException {
        String body = "a: b\n\none\u0085\u0085" + FROM + "c: d\n\u0085\n" + FROM + "e: f\n";

        assertThat(read(FROM + body).texts()).containsExactly(body);
    }

    @Test
    void quotingIsUndone() throws IOException {
        Reading read =
                read(
                        FROM
                                + ">From up there\na: b\n\n>From x\n>>>From y\n> From z\n"
                                + " >From w\nv>From v\n>From\n>From u>From \n");

        assertThat(read.texts())
                .containsExactly(
                        "From up there\na: b\n\nFrom x\n>>From y\n> From z\n"
                                + " >From w\nv>From v\n>From\nFrom u>From \n");
    }

    @Test
    void contentLengthIsNotBelieved() throws IOException {
        Reading read = read(FROM + "Content-Length: 4711\n\none\n\n" + FROM + "c: d\n");

        assertThat(read.messages()).hasSize(2);
    }

    @Test
    void longMessageIsCutAndSaidSo() throws IOException {
        Path file = file(FROM + "a: b\n\n>From 0123456789\n\n" + FROM + "c: d\n");
        try (MboxSource source =
                new MboxSource(
                        new MailFile(
                                file, "dev.mbox", new TestScratch(folder), ReadingOptions.DEFAULT),
                        MboxForm.MBOXRD,
                        16)) {
            Reading read = Reading.of(source);

            assertThat(read.texts()).containsExactly("a: b\n\nFrom 0123", "c: d\n");
            assertThat(read.complaints())
                    .containsExactly(
                            "WARNING dev.mbox:46: the message is 23 bytes long; cut after 16");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"From ", "From -", "From - ", "From", "From 1488921234567890@xxx"})
    void fromLinesMayNameNoTime(String fromLine) throws IOException {
        String a = "Subject: a\nX-Long: b\n c\n\none\nFrom - \nDate: text\n";
        String b = "X-Status: 0001\nFrom: Ann <ann@example.org>\n\nFrom here on: text\n";
        String line = fromLine.length() < 5 ? "From \r\n" : fromLine + "\n";

        Reading read = read(line + a + "\n" + line + b + "\n" + FROM + "c: d\n\ntwo\n");

        assertThat(read.texts()).containsExactly(a, b, "c: d\n\ntwo\n");
        assertThat(read.complaints().get(0))
                .contains("From lines that name no time, before the header of a message: 2;");
    }

    @Test
    void bareFromLinesMayStandAmongOthers() throws IOException {
        String mbox = FROM + "Subject: a\n\none\n\nFrom \nFrom: b\nTo: c\n\ntwo\n";

        assertThat(read(mbox).texts())
                .containsExactly("Subject: a\n\none\n", "From: b\nTo: c\n\ntwo\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From \nthe text goes on.\n",
                "From -\nNote: this is no header.\n\nDate: tomorrow\n",
                "From -\nSubject: x\nis what it said.\n",
                "From ann@example.org\nSubject: x\n\nwhat she wrote\n"
            })
    void linesWithoutTimeDoNotSplitWhereNoHeaderFollowsOrOtherLinesNameIt(String text)
            throws IOException {
        String message = "Subject: a\n\none\n\n" + text;

        assertThat(read(FROM + message).texts()).containsExactly(message);
    }

    @Test
    void textBeforeFirstFromLineIsSaid() throws IOException {
        Reading read = read("the end of\nsomething\n\n" + FROM + "c: d\n");

        assertThat(read.texts()).containsExactly("c: d\n");
        assertThat(read.complaints())
                .containsExactly(
                        "WARNING dev.mbox:0: the first 21 bytes are no message ('the end of');"
                                + " passed over: look whether the file's beginning was lost");
    }

    @Test
    void messageBeforeFirstFromLineIsRead() throws IOException {
        Reading read = read("\nSubject: lost\n\none\n\n" + FROM + "c: d\n");

        assertThat(read.texts()).containsExactly("\nSubject: lost\n\none\n", "c: d\n");
        assertThat(read.complaints())
                .containsExactly(
                        "WARNING dev.mbox:0: no From line stands before the first message; read"
                                + " without it");
    }

    @Test
    void byteOrderMarkAndBlankLinesMayComeFirst() throws IOException {
        String mark = "\u00ef\u00bb\u00bf";

        assertThat(read(mark + FROM + "c: d\n").texts()).containsExactly("c: d\n");
        assertThat(read("\r\n\n" + FROM + "c: d\n").texts()).containsExactly("c: d\n");
        assertThat(read("\n" + FROM + "c: d\n").problems()).isEmpty();
    }

    @Test
    void fromLineWithoutMessageIsSaid() throws IOException {
        Reading read = read(FROM + "\n" + FROM + "c: d\n\n" + FROM);

        assertThat(read.texts()).containsExactly("c: d\n");
        assertThat(read.complaints())
                .containsExactly(
                        "WARNING dev.mbox:46: no message follows the line 'From ann@example.org "
                                + DATE
                                + "'; passed over",
                        "WARNING dev.mbox:145: no message follows the line 'From ann@example.org "
                                + DATE
                                + "'; passed over");
    }

    @Test
    void messagesOfAnySizeMeetTheEdgesOfTheBufferUnharmed() throws IOException {
        Random random = new Random(7);
        StringBuilder mbox = new StringBuilder();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            int lines = i % 50 == 7 ? 60_000 : random.nextInt(600);
            StringBuilder body = new StringBuilder("Subject: " + i + "\n\n");
            StringBuilder quoted = new StringBuilder(body);
            for (int line = 0; line < lines; line++) {
                String text = "From ".repeat(random.nextInt(3)) + "F".repeat(random.nextInt(30));
                String quotes = ">".repeat(random.nextInt(2));
                body.append(quotes).append(text).append('\n');
                boolean from = text.startsWith("From ");
                quoted.append(from ? ">" : "").append(quotes).append(text).append('\n');
            }
            expected.add(body.toString());
            mbox.append(FROM).append(quoted).append('\n');
        }

        assertThat(read(mbox.toString()).texts()).isEqualTo(expected);
    }

    @Test
    void hostileFilesTakeLinearTime() throws IOException {
        CpuLimit.run(
                10,
                () -> {
                    read(FROM + "a: b\n\n" + ">".repeat(5_000_000) + "From x\n");
                    read(FROM + "a: b\n\n" + "From ".repeat(1_000_000));
                    read(FROM + "a: b\n\n" + "\nFrom ".repeat(1_000_000));
                    read(FROM + "a: b\n\n" + "\nFrom Jan 10:00 2015\n".repeat(300_000));
                    read(FROM + "a: b\n\n" + ">From \n".repeat(1_000_000));
                    read(FROM + "a: b\n\n" + "\n".repeat(5_000_000));
                    read(FROM + "a: b\n\n" + ("\n" + FROM).repeat(100_000));
                });
    }

    @Test
    void manyThreadsReadTheSameFile() throws Exception {
        StringBuilder mbox = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            mbox.append(FROM).append("Subject: " + i + "\n\n" + "x".repeat(i) + "\n\n");
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (MessageSource source =
                Sources.open(file(mbox.toString()), "dev.mbox", new TestScratch(folder))) {
            List<RawMessage> messages = new ArrayList<>();
            source.read(messages::add, problem -> {});
            List<Future<RawMessage>> again = new ArrayList<>();
            for (RawMessage message : messages) {
                again.add(threads.submit(() -> source.read(message.origin())));
            }
            for (int i = 0; i < messages.size(); i++) {
                assertThat(again.get(i).get().bytes()).isEqualTo(messages.get(i).bytes());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void namesTheFileThatChangedDuringTheBuild() throws IOException {
        Path file = file(FROM + "a: b\n\none\n");
        try (MessageSource source = Sources.open(file, "dev.mbox", new TestScratch(folder))) {
            List<RawMessage> messages = new ArrayList<>();
            source.read(messages::add, problem -> {});
            file(FROM);

            assertThat(
                            org.assertj.core.api.Assertions.catchThrowable(
                                    () -> source.read(messages.get(0).origin())))
                    .isInstanceOf(IOException.class)
                    .hasMessage(
                            "dev.mbox: the file ends at byte 46, but a message was read there up"
                                    + " to byte 56; it changed during the build, so start it"
                                    + " again");
        }
    }
}
