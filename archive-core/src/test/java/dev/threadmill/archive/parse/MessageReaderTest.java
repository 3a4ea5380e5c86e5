package dev.threadmill.archive.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadmill.archive.CpuLimit;
import dev.threadmill.archive.mail.Address;
import dev.threadmill.archive.mail.Limits;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.MessageId;
import dev.threadmill.archive.mail.Problem;
import dev.threadmill.archive.source.RawMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageReaderTest {

    private final List<Problem> problems = new ArrayList<>();

    @Test
    void readsTheSkeleton() {
        Message message =
                read(
                        """
                        Received: from a by b; Fri, 1 Mar 2019 09:12:00 +0000
                        Message-ID: <2@example.org>
                        References: <0@example.org> <1@example.org>
                        In-Reply-To: <1@example.org>
                        Date: Fri, 1 Mar 2019 10:11:12 +0100
                        From: Ada Quill <ada@example.org>
                        Subject: Re: a
                         plan

                        Hello
                        """);
        assertThat(message.id()).isEqualTo(new MessageId("2@example.org"));
        assertThat(message.idMissing()).isFalse();
        assertThat(ids(message)).isEqualTo("0@example.org 1@example.org");
        assertThat(message.from()).isEqualTo(new Address("Ada Quill", "ada@example.org"));
        assertThat(message.subject().text()).isEqualTo("Re: a plan");
        assertThat(Instant.ofEpochSecond(message.sent())).isEqualTo("2019-03-01T09:11:12Z");
        assertThat(Instant.ofEpochSecond(message.arrived())).isEqualTo("2019-03-01T09:12:00Z");
        assertThat(message.sentRepaired()).isFalse();
        assertThat(problems).isEmpty();
    }

    @Test
    void numbersInSourceOrder() throws IOException {
        List<Message> messages =
                new MessageReader(DropRules.NONE, Limits.DEFAULT, 1, n -> {})
                        .read(
                                TestSource.of("Message-ID: <1@x>\n\n", "Message-ID: <2@x>\n\n"),
                                3,
                                1,
                                40,
                                problems::add);
        assertThat(messages).extracting(Message::number).containsExactly(40, 41);
        assertThat(messages).extracting(Message::list).containsOnly(3);
        assertThat(messages).extracting(Message::source).containsOnly(1);
    }

    @Test
    void makesAnIdOfTheBytesWhereThereIsNone() {
        Message message = read("Date: Fri, 1 Mar 2019 10:11:12 +0100\nMessage-ID: <>\n\nHello\n");
        assertThat(message.idMissing()).isTrue();
        assertThat(message.id().value()).startsWith("~").hasSize(27);
        assertThat(sentences())
                .isEqualTo("no Message-ID; made '%s' of its bytes".formatted(message.id().value()));
    }

    @Test
    void firstOfSeveralFieldsCounts() {
        Message message =
                read(
                        """
                        message-id : <1@example.org>
                        MESSAGE-ID: <2@example.org>
                        Subject: one
                        subject: two

                        """);
        assertThat(message.id().value()).isEqualTo("1@example.org");
        assertThat(message.subject().text()).isEqualTo("one");
    }

    @Test
    void namesEachReferenceWhereItIsNamedFirst() {
        assertReferences(
                "References: <1@x> <2@x>\n <1@x>\nReferences: <3@x>\nIn-Reply-To: <2@x> <4@x>\n",
                "1@x 2@x 3@x 4@x");
        assertReferences("In-Reply-To: <2@x>\nReferences: <1@x> <2@x>\n", "1@x 2@x");
    }

    @Test
    void leavesOutReferencesThatAreNone() {
        assertReferences("References: <own@x> <1@x>\n", "1@x");
        assertReferences("To: A <a@x>, b@x\nCc: c@x\nReferences: <a@x> <b@x> <c@x> <1@x>\n", "1@x");
        assertReferences("In-Reply-To: <y>\nReferences: <n>\n", "");
        assertReferences("References: <" + "a".repeat(245) + "> <1@x>\n", "1@x");
        assertReferences("References: <> < > <1@x> <2@x\n", "1@x");
    }

    @Test
    void findsReferencesInWhatOldProgramsWrote() {
        assertReferences("In-Reply-To: Your message of \"Tue, 5 Jul 94 EDT.\" <1@x>\n", "1@x");
        assertReferences("In-Reply-To: %3C1%40x%3E\n", "1@x");
        assertReferences("In-Reply-To: %3c1@x%3e\n", "1@x");
        assertReferences("In-Reply-To: =?utf-8?q?=3C1=40x=3E?=\n", "1@x");
        assertReferences(
                "References: <1@x> =?utf-8?q?=3C2=40?=\n =?utf-8?q?x=3E_=3C3=40x=3E?= <4@x>\n",
                "1@x 2@x 3@x 4@x");
        assertReferences("References: <=?1@x> <2@x>\n", "=?1@x 2@x");
        assertReferences("References: 1@x 2@x\n\t3@x and more\n", "1@x 2@x 3@x");
        assertReferences("In-Reply-To: 1@x\n", "1@x");
        assertReferences("In-Reply-To: ada@example.org's message of today\n", "");
        assertReferences("References: <1@\n x> <\t2@x>\n", "1@x 2@x");
    }

    @Test
    void keepsTheFirstAndTheLastOfVeryManyReferences() {
        StringBuilder header = new StringBuilder("References:");
        for (int i = 0; i < 1_500; i++) {
            header.append(" <").append(i).append("@x>\n");
        }
        Message message = read("Message-ID: <own@x>\nDate: 1 Mar 2019\n" + header + "\n");
        assertThat(message.references()).hasSize(1_000);
        assertThat(message.references().get(0).value()).isEqualTo("0@x");
        assertThat(message.references().get(1).value()).isEqualTo("501@x");
        assertThat(message.references().get(999).value()).isEqualTo("1499@x");
        assertThat(sentences()).isEqualTo("1500 references; kept the first and the last 999");
    }

    private void assertReferences(String header, String expected) {
        problems.clear();
        Message message = read("Message-ID: <own@x>\nDate: 1 Mar 2019\n" + header + "\nbody\n");
        assertThat(ids(message)).as(header).isEqualTo(expected);
    }

    @Test
    void usesTheArrivalForADateThatIsNone() {
        Message message = read("Message-ID: <1@x>\n" + RECEIVED + "Date: 31 Feb 2019\n\n");
        assertThat(message.sent()).isEqualTo(message.arrived());
        assertThat(message.sentRepaired()).isTrue();
        assertThat(sentences())
                .isEqualTo(
                        "Date '31 Feb 2019' is not a date;"
                                + " using its arrival, 2019-03-01T09:12:00Z");
    }

    @Test
    void believesADateUntilTwoDaysAfterTheArrival() {
        assertThat(read(RECEIVED + "Date: 3 Mar 2019 09:12:00 +0000\n\n").sentRepaired()).isFalse();
        assertThat(read(RECEIVED + "Date: 3 Mar 2019 09:12:01 +0000\n\n").sentRepaired()).isTrue();
        assertThat(read(RECEIVED + "Date: 1 Jan 1970 09:12:01 +0000\n\n").sentRepaired()).isTrue();
        assertThat(read(RECEIVED + "Date: 2 Jan 1970 09:12:01 +0000\n\n").sentRepaired()).isFalse();
        assertThat(read("Date: 1 Jan 2099\n\n").sentRepaired()).isFalse();
    }

    @Test
    void takesTheTopmostReceivedThatHasADate() {
        Message message =
                read(
                        "Received: from a; nonsense\nReceived: (qmail; 1) by b\n"
                                + "Received: from a;\n\tThu Jan  1 00:00:00 1970\n"
                                + "Received: c; by d (now; then);\n\tFri,  1 Mar 2019 09:12:00 +0000\n"
                                + "Received: e; Sat, 2 Mar 2019 09:12:00 +0000\n\n");
        assertThat(Instant.ofEpochSecond(message.arrived())).isEqualTo("2019-03-01T09:12:00Z");
    }

    @Test
    void takesTheContainersWordWithoutAReceived() throws IOException {
        TestSource source = new TestSource();
        source.add("Message-ID: <1@x>\n\n", "", 1_500_000_000);
        source.add("Message-ID: <2@x>\n\n", "ada@example.org Fri Mar  1 09:12:00 2019", 0);
        source.add("Message-ID: <3@x>\n\n", "mboxrd@z Thu Jan  1 00:00:00 1970", 0);
        List<Message> messages = read(source, 1);
        assertThat(messages)
                .extracting(m -> Instant.ofEpochSecond(m.arrived()).toString())
                .containsExactly(
                        "2017-07-14T02:40:00Z", "2019-03-01T09:12:00Z", "2019-03-01T09:12:00Z");
        assertThat(problems.get(2).sentence())
                .isEqualTo("no Date; using that of the message before, 2019-03-01T09:12:00Z");
    }

    @Test
    void separateFilesHaveNoPredecessor() throws IOException {
        TestSource source =
                new TestSource()
                        .add("Date: 1 Mar 2019\n\n", "", RawMessage.UNKNOWN)
                        .add("Date: never\n\n", "ann some day", RawMessage.UNKNOWN)
                        .unordered();
        List<Message> messages = read(source, 1);
        assertThat(messages.get(1).arrived()).isZero();
        assertThat(sentences()).contains("Date 'never' is not a date; using 1970-01-01T00:00:00Z");
    }

    private static final String RECEIVED = "Received: by x; Fri, 1 Mar 2019 09:12:00 +0000\n";

    @Test
    void readsRawBytesOfHeaders() {
        assertThat(read(latin1("From: Ad\u00e1 <a@example.org>\n\n")).from().name())
                .isEqualTo("Adá");
        assertThat(read("From: Adá <a@example.org>\n\n").from().name()).isEqualTo("Adá");
        assertThat(
                        read(latin1(
                                        "Subject: \u00cf\u00f0\u00e8\n"
                                                + "Content-Type: text/plain;\n"
                                                + " charset=\"windows-1251\"\n\n"))
                                .subject()
                                .text())
                .isEqualTo("При");
    }

    @Test
    void skipsWhatStandsBeforeTheHeader() {
        assertThat(read("From ada Mon Mar  1\nSubject: a\n\n").subject().text()).isEqualTo("a");
        assertThat(read(">From ada Mon Mar  1\nSubject: a\n\n").subject().text()).isEqualTo("a");
        assertThat(read("\n\nSubject: a\n\n").subject().text()).isEqualTo("a");
        assertThat(read("garbage\nSubject: a\n\n").subject().text()).isEqualTo("a");
    }

    @Test
    void stopsWhereTheBodyBegins() {
        assertThat(read("Subject: a\n\nMessage-ID: <1@x>\n").idMissing()).isTrue();
        assertThat(read("Subject: a\r\n\r\nMessage-ID: <1@x>\r\n").idMissing()).isTrue();
        assertThat(read("Subject: a\r\rMessage-ID: <1@x>\r").idMissing()).isTrue();
        assertThat(read("Hello\nAda\nMessage-ID: <1@x>\n").idMissing()).isTrue();
    }

    @Test
    void readsAnyEndOfLine() {
        assertThat(read("Subject: a\r\n b\r\n\r\n").subject().text()).isEqualTo("a b");
        assertThat(read("Subject: a\r b\r\r").subject().text()).isEqualTo("a b");
        assertThat(read("Subject: a").subject().text()).isEqualTo("a");
        assertThat(read("").subject().text()).isEmpty();
    }

    @Test
    void resultsAndProblemsAreTheSameForAnyNumberOfWorkers() throws IOException {
        TestSource source = new TestSource();
        for (int i = 0; i < 3_000; i++) {
            if (i % 100 == 7) {
                source.report(Problem.warning("mbox:" + i, "odd"));
            }
            String date = i % 3 == 0 ? "" : "Date: 1 Mar 20" + (10 + i % 20) + "\n";
            String id = i % 5 == 0 ? "" : "Message-ID: <" + i + "@example.org>\n";
            source.add(date + id + "\n" + "x".repeat(i), "ada", 0);
        }
        List<Message> alone = read(source, 1);
        List<Problem> aloneProblems = List.copyOf(problems);
        problems.clear();
        List<Message> together = read(source, 5);
        assertThat(together).isEqualTo(alone).hasSize(3_000);
        assertThat(problems).isEqualTo(aloneProblems).hasSizeGreaterThan(1_600);
    }

    @Test
    void failuresOfTheSourceSurfaceAsTheyAre() {
        TestSource source = new TestSource();
        source.add("Subject: a\n\n", "", 0);
        source.fail(new IOException("disk"));
        assertThatThrownBy(() -> read(source, 3))
                .isInstanceOf(IOException.class)
                .hasMessage("disk");
    }

    @Test
    void hugeHeadersAreCutAndSaySo() {
        inTime("X: " + "a".repeat(10_000_000) + "\nSubject: late\n\n");
        assertThat(sentences()).contains("header of over 1024 KB or 2000 fields");
        problems.clear();
        assertThat(inTime("X: a\n".repeat(3_000) + "Subject: late\n\n").subject().text()).isEmpty();
        assertThat(sentences()).contains("header of over 1024 KB or 2000 fields");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Subject: |a",
                "Subject: |=?a",
                "Subject: |[",
                "From: |<",
                "References: |<",
                "References: |<a@b> ",
                "References: |a@b ",
                "References: |<a@b>\n |x",
                "In-Reply-To: |%3C",
                "Received: |;",
                "Received: x\n|Received: x\n",
                "|a\n",
                "|a",
                "|\n",
                "References: <a@b>\nTo: |a@b,",
            })
    void hostileHeadersTakeLinearTime(String header) {
        String[] parts = header.split("\\|", -1);
        inTime(parts[0] + parts[1].repeat(10_000_000 / parts[1].length()) + "\n\nbody\n");
    }

    private Message inTime(String message) {
        return CpuLimit.within(3, () -> read(message));
    }

    private String sentences() {
        return problems.stream().map(Problem::sentence).collect(Collectors.joining("\n"));
    }

    private static String ids(Message message) {
        return message.references().stream().map(MessageId::value).collect(Collectors.joining(" "));
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private Message read(String message) {
        return read(message.getBytes(StandardCharsets.UTF_8));
    }

    private Message read(byte[] message) {
        try {
            return read(new TestSource().add(message, "", 0), 1).get(0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<Message> read(TestSource source, int workers) throws IOException {
        return new MessageReader(DropRules.NONE, Limits.DEFAULT, workers, n -> {})
                .read(source, 0, 0, 0, problems::add);
    }
}
