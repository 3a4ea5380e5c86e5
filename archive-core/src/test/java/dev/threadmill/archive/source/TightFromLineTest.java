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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that begin without a blank line before their From line. */
class TightFromLineTest {

    private static final String FROM = "From ann@example.org Thu Jan  1 00:00:00 2015\n";
    private static final String NETSCAPE = "From - Thu Nov 21 13:20:54 1996\n";
    private static final String NEXT = "Return-Path: <bob@example.org>\nSubject: next\n\ntwo\n";

    @TempDir Path folder;

    private Path file(String mbox) throws IOException {
        return Files.writeString(folder.resolve("dev.mbox"), mbox, StandardCharsets.ISO_8859_1);
    }

    private Reading read(String mbox) throws IOException {
        return Reading.of(file(mbox), folder);
    }

    private static String counted(int length, String body) {
        return "Subject: a\nContent-Length: " + length + "\n\n" + body;
    }

    private static String parts(String boundary) {
        return "Subject: a\nContent-Type: multipart/mixed;\n boundary=\""
                + boundary
                + "\"\n\n"
                + ("--" + boundary + "\n\none\n--" + boundary + "--\n");
    }

    @Test
    void netscapeLeavesOutTheBlankLineWhereABodyEndsInNoLineFeed() throws IOException {
        String a = counted(3, "AA=\n");
        String b = "Message-ID: <b@example.org>\n\nb\n";
        String c = "Date: Mon, 3 Jun 1996 12:50:27 -0700\n\nc\n";

        Reading read = read("From - \n" + a + NETSCAPE + b + NETSCAPE + c + "\n" + NETSCAPE + a);

        assertThat(read.texts()).containsExactly(a, b, c, a);
        assertThat(read.complaints())
                .contains(
                        "INFO dev.mbox:42: messages that begin without a blank line before their From line, where the one before says that it ends there or the mbox is Netscape's: 2; parted there, first at this one");
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 8})
    void contentLengthThatEndsThereProvesAFromLine(int length) throws IOException {
        String a = counted(length, "one\ntwo\n");

        assertThat(read(FROM + a + FROM + NEXT).texts()).containsExactly(a, NEXT);
        assertThat(read(FROM + a + "From -\n" + NEXT).texts()).containsExactly(a, NEXT);
    }

    @Test
    void contentLengthMayCountCarriageReturns() throws IOException {
        String a = counted(8, "one\ntwo\n").replace("\n", "\r\n");
        String next = NEXT.replace("\n", "\r\n");
        String from = FROM.replace("\n", "\r\n");

        assertThat(read(from + a + from + next).texts()).containsExactly(a, next);
    }

    @Test
    void contentLengthProvesAFromLineFarBehindItsHeader() throws IOException {
        String body = "0123456789\n".repeat(300_000);
        String a = counted(body.length() - 1, body);

        assertThat(read(FROM + a + FROM + NEXT).texts()).containsExactly(a, NEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-ABC", "----=_NextPart (1)?", "=_=-----"})
    void endOfThePartsProvesAFromLine(String boundary) throws IOException {
        String a = parts(boundary);

        assertThat(read(FROM + a + FROM + NEXT).texts()).containsExactly(a, NEXT);
        assertThat(read(FROM + a + "From - \n" + NEXT).texts()).containsExactly(a, NEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It looks so:\n",
                "----------------------------\n",
                "---------- Forwarded message ----------\n",
                "--part--\n"
            })
    void quotedExcerptOfAnMboxDoesNotSplit(String before) throws IOException {
        for (String from : List.of(FROM, NETSCAPE, "From -\n")) {
            String excerpt = before + from + NEXT;
            String plain = "Subject: a\n\none\n" + excerpt;
            String counted = counted(4711, excerpt);
            String parts = parts("b").replace("one\n", excerpt);

            assertThat(read(FROM + plain).texts()).containsExactly(plain);
            assertThat(read(FROM + counted).texts()).containsExactly(counted);
            assertThat(read(FROM + parts).texts()).containsExactly(parts);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From - Thu Nov 21 13:20:54 1996\nsaid what it is.\n",
                "From - Thu Nov 21 13:20:54 1996\nNote: this is no header.\n\nDate: x\n",
                "From ann@example.org Thu Jan  1 00:00:00 2015\nSubject: b\n\ntwo\n",
                "From - \nSubject: b\n\ntwo\n"
            })
    void netscapeQuotesWhatIsNoneOfItsLinesToo(String text) throws IOException {
        String a = "Subject: a\n\none\n" + text;

        assertThat(read(NETSCAPE + a + "\n" + NETSCAPE + NEXT).texts()).containsExactly(a, NEXT);
    }

    @Test
    void proofOfTheMessageBeforeIsNoneWhereNoHeaderFollows() throws IOException {
        String a = parts("b") + FROM + "is how it begins\n";

        assertThat(read(FROM + a).texts()).containsExactly(a);
    }

    @ParameterizedTest
    @EnumSource(value = MboxForm.class, names = "MBOXRD", mode = EnumSource.Mode.EXCLUDE)
    void countedMessagesWithoutBlankLineAreParted(MboxForm form) throws IOException {
        String a = counted(7, "one\ntwo\n");
        String b = counted(4, "one\n");
        Path file = file(FROM + a + FROM + b + FROM + a + FROM + "c: d\n");
        ReadingOptions options = new ReadingOptions(form, 0);

        try (MessageSource source =
                Sources.open(file, "dev.mbox", new TestScratch(folder), options)) {
            String cut = a.substring(0, a.length() - 1);
            assertThat(Reading.of(source).texts()).containsExactly(cut, b, cut, "c: d\n");
        }
    }

    private static String simple(int number, String body) {
        return "From: ann@example.org\nSubject: a\nDate: Thu, 1 Jan 2015 00:00:00 +0000\n"
                + ("Message-ID: <" + number + "@example.org>\n\n" + body);
    }

    private static List<String> simple(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(n -> simple(n, n + "\n")).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void mboxWithNoBlankLineBeforeItsFromLinesIsParted(String lineEnd) throws IOException {
        List<String> messages =
                List.of(simple(1, "one\n"), simple(2, ">From here\n"), simple(3, "three\n"));
        String mbox = FROM + String.join(FROM, messages);

        Reading read = read(mbox.replace("\n", lineEnd));

        assertThat(read.texts())
                .containsExactlyElementsOf(
                        messages.stream()
                                .map(m -> m.replace(">From h", "From h"))
                                .map(m -> m.replace("\n", lineEnd))
                                .toList());
        assertThat(read.complaints())
                .singleElement()
                .asString()
                .contains("in an mbox that has hardly one before any: 2; parted there");
    }

    @Test
    void bodiesMayEndInBlankLinesWhereHardlyAnyFromLineStandsBehindOne() throws IOException {
        List<String> messages = new ArrayList<>(simple(20));
        messages.set(0, simple(0, "zero\n\n"));
        messages.set(7, simple(7, "seven\n\n"));

        assertThat(read(FROM + String.join(FROM, messages)).texts()).hasSize(20);
        assertThat(read(FROM + String.join(FROM, messages.subList(0, 9))).texts()).hasSize(3);
    }

    @Test
    void mboxOfTwoMessagesIsPartedWhereItQuotesFromLines() throws IOException {
        String quoting = simple(1, "one\n>From here\n");
        String reply = simple(1, "> Hello\n>From here\n> on\n");
        String next = simple(2, "two\n");

        assertThat(read(FROM + quoting + FROM + next).texts()).hasSize(2);
        assertThat(read(FROM + simple(1, "one\n") + FROM + next).texts()).hasSize(1);
        assertThat(read(FROM + reply + FROM + next).texts()).hasSize(1);
        assertThat(read("\n\n" + FROM + quoting + FROM + "a: b\n").texts()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void mboxThatIsQuotedDoesNotSplitWhereBlankLinesStandBeforeFromLines(int count)
            throws IOException {
        String quoted = FROM + String.join(FROM, simple(count));
        String a = simple(11, "It looks so:\n" + quoted);
        String b = simple(12, "two\n>From here\n");
        String c = b.replace(">From h", "From h");

        assertThat(read(FROM + a + "\n" + FROM + b).texts()).containsExactly(a, c);
        assertThat(read(FROM + b + "\n" + FROM + a).texts()).containsExactly(c, a);
    }

    @Test
    void mboxThatIsQuotedInPartsDoesNotSplit() throws IOException {
        String quoted = "It looks so:\n" + FROM + String.join(FROM, simple(5));
        String a = parts("b").replace("one\n", quoted);

        assertThat(read(FROM + a).texts()).containsExactly(a);
        String b = parts("b") + "footer\n";
        assertThat(read(FROM + b + quoted.substring(13)).texts()).hasSize(6).startsWith(b);
    }

    @Test
    void longMboxWithNoBlankLinesIsReadOnAsItIsReadWhole() throws IOException {
        String body = "0123456789\n".repeat(30_000);
        List<String> messages = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            messages.add(simple(i, body));
        }
        Path file = file(FROM + String.join(FROM, messages));
        try (MessageSource source = Sources.open(file, "dev.mbox", new TestScratch(folder))) {
            Reading whole = Reading.of(source);
            assertThat(whole.texts()).isEqualTo(messages);

            List<RawMessage> rest = new ArrayList<>();
            Origin.Slice origin = (Origin.Slice) whole.messages().get(4).origin();
            assertThat(source.readFrom(origin, rest::add, problem -> {})).isTrue();
            assertThat(rest).hasSize(6);
        }
    }

    @Test
    void grownMboxIsReadOnAsItIsReadWhole() throws IOException {
        String a = counted(7, "one\ntwo\n");
        String mbox = NETSCAPE + a + NETSCAPE + parts("b") + FROM + NEXT + NETSCAPE + a;
        Path file = file(mbox);
        try (MessageSource source = Sources.open(file, "dev.mbox", new TestScratch(folder))) {
            List<RawMessage> whole = Reading.of(source).messages();
            assertThat(whole).hasSize(4);

            for (int last = 1; last < whole.size(); last++) {
                List<RawMessage> rest = new ArrayList<>();
                Origin.Slice origin = (Origin.Slice) whole.get(last).origin();
                assertThat(source.readFrom(origin, rest::add, problem -> {})).isTrue();

                assertThat(rest)
                        .extracting(RawMessage::origin)
                        .isEqualTo(
                                whole.subList(last, whole.size()).stream()
                                        .map(RawMessage::origin)
                                        .toList());
            }
        }
    }

    @Test
    void hostileFilesTakeLinearTime() throws IOException {
        String field = "From : Thu Jan  1 00:00:00 2015\n";
        CpuLimit.run(
                10,
                () -> {
                    read(NETSCAPE + "a: b\n\n" + NETSCAPE.repeat(100_000));
                    read(NETSCAPE + "a: b\n\n" + (NETSCAPE + "Date: x\n").repeat(100_000));
                    read(FROM + parts("b") + field.repeat(100_000));
                    read(FROM + "x: boundary=\n".repeat(5_000) + "\n" + FROM.repeat(100_000));
                    read(FROM + "a: b\n".repeat(20_000) + FROM.repeat(100_000));
                    read(FROM + parts("b") + ("--b--\n" + field).repeat(50_000));
                    read(
                            FROM
                                    + parts("b").replace("--b--", "")
                                    + (FROM + simple(1, "")).repeat(20_000));
                    read(FROM + simple(1, (">".repeat(50) + FROM).repeat(20_000)));
                    read(FROM + simple(1, (FROM + "Date: x\n").repeat(50_000)));
                    read(FROM + simple(1, (FROM + "From: x\nDate: x\n").repeat(50_000)));
                    read(FROM + simple(1, (FROM + "Subject: x\nDate: x\n\n").repeat(50_000)));
                });
    }
}
