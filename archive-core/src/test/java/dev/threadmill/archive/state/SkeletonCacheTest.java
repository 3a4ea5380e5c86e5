package dev.threadmill.archive.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.mail.Address;
import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.mail.Limits;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.MessageId;
import dev.threadmill.archive.mail.Origin;
import dev.threadmill.archive.mail.Problem;
import dev.threadmill.archive.mail.Subject;
import dev.threadmill.archive.parse.DropRules;
import dev.threadmill.archive.parse.MessageReader;
import dev.threadmill.archive.source.MessageSource;
import dev.threadmill.archive.source.Sources;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SkeletonCacheTest {

    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);
    private static final String ONE =
            "From a@example.org Thu Jan  2 03:04:05 2020\n"
                    + "Message-ID: <1@example.org>\nFrom: Ann <a@example.org>\nSubject: Plan\n"
                    + "Date: Thu, 2 Jan 2020 03:04:05 +0000\n\none\n\n";
    private static final String TWO =
            "From b@example.org Fri Jan  3 03:04:05 2020\n"
                    + "Message-ID: <2@example.org>\nIn-Reply-To: <1@example.org>\n"
                    + "From: Bob <b@example.org>\nSubject: Re: Plan\nDate: nonsense\n\ntwo\n\n";
    private static final String THREE = TWO.replace("2@example.org", "3@example.org");

    @TempDir Path folder;
    private Path mbox;

    @BeforeEach
    void writeMbox() throws IOException {
        mbox = folder.resolve("dev.mbox");
        write(ONE + TWO);
    }

    @Test
    void sourceThatLooksTheSameIsKnownWithoutReading() throws IOException {
        Read read = remember();
        assertThat(read.messages()).hasSize(2);
        assertThat(read.problems()).hasSize(1);
        corrupt(mbox);
        RememberedMail mail = recall().orElseThrow();
        assertThat(mail.messages()).isEqualTo(read.messages());
        assertThat(mail.problems()).isEqualTo(read.problems());
        assertThat(mail.next()).isEmpty();
    }

    @Test
    void messagesAreNumberedForTheListThatAsks() throws IOException {
        remember();
        SkeletonCache cache = open();
        RememberedMail mail =
                cache.recall(SourceStamp.of(mbox), "dev.mbox", 3, 2, 100).orElseThrow();
        assertThat(mail.messages()).extracting(Message::number).containsExactly(100, 101);
        assertThat(mail.messages()).extracting(Message::list).containsOnly(3);
        assertThat(mail.messages()).extracting(Message::source).containsOnly(2);
    }

    @Test
    void grownMboxIsKnownUpToItsLastMessage() throws IOException {
        Read before = remember();
        Files.writeString(mbox, THREE, StandardOpenOption.APPEND);
        RememberedMail mail = recall().orElseThrow();
        assertThat(mail.messages()).isEqualTo(before.messages().subList(0, 1));
        assertThat(mail.problems()).as("those of the message to be read again").isEmpty();
        assertThat(mail.next()).hasValue((Origin.Slice) before.messages().get(1).origin());
    }

    @Test
    void repairsOfSingleMessagesDoNotHinderReadingOnlyWhatWasAdded() throws IOException {
        write(ONE.replace("Message-ID: <1@example.org>\n", "") + TWO + THREE);
        Read before = remember();
        assertThat(before.problems()).hasSize(3);
        Files.writeString(mbox, THREE.replace("<3@", "<4@"), StandardOpenOption.APPEND);
        RememberedMail mail = recall().orElseThrow();
        assertThat(mail.messages()).isEqualTo(before.messages().subList(0, 2));
        assertThat(mail.problems()).isEqualTo(before.problems().subList(0, 2));
        assertThat(mail.next()).isPresent();
    }

    @Test
    void whatCountsInAllOfTheFileIsCountedAnew() throws IOException {
        write(ONE.replace("one", "From here\none") + TWO);
        assertThat(remember().problems()).filteredOn(Problem::isCount).hasSize(1);
        Files.writeString(mbox, THREE, StandardOpenOption.APPEND);
        assertThat(recall()).isEmpty();
    }

    @Test
    void mboxOfAnotherTimeIsComparedByItsBytes() throws IOException {
        Read read = remember();
        Files.setLastModifiedTime(mbox, FileTime.fromMillis(1_100_000_000_000L));
        assertThat(recall().orElseThrow().messages()).isEqualTo(read.messages());
        corrupt(mbox);
        Files.setLastModifiedTime(mbox, FileTime.fromMillis(1_100_000_000_000L));
        assertThat(recall()).isEmpty();
    }

    @Test
    void mboxWhoseFrontHasChangedIsReadAgain() throws IOException {
        remember();
        write(ONE.replace("one", "eno") + TWO + THREE);
        assertThat(recall()).isEmpty();
    }

    @Test
    void mboxThatHasShrunkIsReadAgain() throws IOException {
        remember();
        write(ONE);
        assertThat(recall()).isEmpty();
    }

    @Test
    void mboxThatMayChangeUnseenIsComparedByItsBytes() throws IOException {
        Files.setLastModifiedTime(mbox, FileTime.fromMillis(System.currentTimeMillis()));
        FileTime modified = Files.getLastModifiedTime(mbox);
        Read read = remember();
        assertThat(recall().orElseThrow().messages()).isEqualTo(read.messages());
        String text = Files.readString(mbox).replace("one", "eno");
        Files.writeString(mbox, text);
        Files.setLastModifiedTime(mbox, modified);
        assertThat(recall()).isEmpty();
    }

    @Test
    void whetherItMayChangeUnseenIsAskedWhenItIsLookedAt() throws IOException {
        FileTime justNow = FileTime.fromMillis(System.currentTimeMillis() - 1_000);
        Files.setLastModifiedTime(mbox, justNow);
        SourceStamp stamp = SourceStamp.of(mbox);
        assertThat(stamp.settled()).isFalse();
        Read read = read(mbox);
        while (System.currentTimeMillis() < justNow.toMillis() + 2_500) {
            Thread.onSpinWait(); // reading a long source takes longer than that
        }
        open().remember(stamp, "dev.mbox", read.messages(), read.problems(), 0, true);
        Files.writeString(mbox, Files.readString(mbox).replace("one", "eno"));
        Files.setLastModifiedTime(mbox, justNow);
        assertThat(SourceStamp.of(mbox).look()).isEqualTo(stamp.look());
        assertThat(recall()).isEmpty();
    }

    @Test
    void sourceThatChangesWhileItIsReadIsNotRemembered() throws IOException {
        SourceStamp stamp = SourceStamp.of(mbox);
        Read read = read(mbox);
        Files.writeString(mbox, THREE, StandardOpenOption.APPEND);
        open().remember(stamp, "dev.mbox", read.messages(), read.problems(), 0, true);
        assertThat(recall()).isEmpty();
    }

    @Test
    void compressedFileThatHasGrownIsReadAgain() throws IOException {
        SourceStamp stamp = SourceStamp.of(mbox);
        Read read = read(mbox);
        open().remember(stamp, "dev.mbox", read.messages(), read.problems(), 0, false);
        assertThat(recall()).isPresent();
        Files.writeString(mbox, THREE, StandardOpenOption.APPEND);
        assertThat(recall()).isEmpty();
    }

    @Test
    void folderIsKnownAsLongAsNoFileChanges() throws IOException {
        Path maildir = folder.resolve("maildir");
        Path cur = Files.createDirectories(maildir.resolve("cur"));
        Files.createDirectories(maildir.resolve("new"));
        Path first = cur.resolve("1577934245.1.host:2,S");
        Files.writeString(first, ONE.substring(ONE.indexOf('\n') + 1));
        Files.setLastModifiedTime(first, LONG_AGO);
        Read read = read(maildir);
        SourceStamp stamp = SourceStamp.of(maildir);
        open().remember(stamp, "dev", read.messages(), read.problems(), 0, false);
        assertThat(open().recall(SourceStamp.of(maildir), "dev", 0, 0, 0).orElseThrow().messages())
                .isEqualTo(read.messages());
        Path second = cur.resolve("1577934246.1.host:2,S");
        Files.writeString(second, TWO.substring(TWO.indexOf('\n') + 1));
        Files.setLastModifiedTime(second, LONG_AGO);
        assertThat(open().recall(SourceStamp.of(maildir), "dev", 0, 0, 0)).isEmpty();
        Files.delete(second);
        assertThat(SourceStamp.of(maildir)).isEqualTo(stamp);
        Files.move(first, cur.resolve("1577934245.1.host:2,RS"));
        assertThat(open().recall(SourceStamp.of(maildir), "dev", 0, 0, 0)).isEmpty();
    }

    @Test
    void otherPlaceOrVersionIsNotBelieved() throws IOException {
        remember();
        assertThat(open().recall(SourceStamp.of(mbox), "other.mbox", 0, 0, 0)).isEmpty();
        SkeletonCache newer = new SkeletonCache(folder.resolve("state"), "2");
        assertThat(newer.recall(SourceStamp.of(mbox), "dev.mbox", 0, 0, 0)).isEmpty();
    }

    @Test
    void damagedCacheIsNotBelieved() throws IOException {
        remember();
        Path file = onlyFile();
        byte[] whole = Files.readAllBytes(file);
        for (int i = 0; i < whole.length; i++) {
            byte[] flipped = whole.clone();
            flipped[i] ^= 4;
            Files.write(file, flipped);
            assertThat(recall()).as("bit flipped in byte " + i).isEmpty();
            Files.write(file, Arrays.copyOf(whole, i));
            assertThat(recall()).as("cut after " + i).isEmpty();
        }
        Files.write(file, whole);
        assertThat(recall()).isPresent();
    }

    @Test
    void sourcesThatNobodyAsksForAreForgotten() throws IOException {
        remember();
        SkeletonCache cache = open();
        cache.recall(SourceStamp.of(mbox), "dev.mbox", 0, 0, 0);
        cache.forgetOthers();
        assertThat(recall()).isPresent();
        open().forgetOthers();
        assertThat(recall()).isEmpty();
    }

    @Test
    void everyPartOfAMessageComesBack() {
        Hash hash = new Hash(-1, Long.MIN_VALUE);
        List<Message> messages = new ArrayList<>();
        List<String> texts =
                List.of("", "a", "\u00e9\u00ff", "\u4e2d\ud83d\ude00", "\ud83d", "x\ny");
        for (String text : texts) {
            for (Origin origin :
                    List.of(
                            new Origin.Slice("p", 5L << 32, 7),
                            new Origin.Slice("q" + text, 0, 0),
                            new Origin.Blob("r", "0123456789abcdef".repeat(2) + "01234567"),
                            new Origin.Blob(
                                    "r", "not hexadecimal, but forty long ........" + text))) {
                boolean odd = messages.size() % 2 == 1;
                MessageId id = new MessageId("i" + text);
                Message message =
                        new Message(
                                id,
                                odd,
                                List.of(id, new MessageId("0" + text), id),
                                new Address(text, odd ? "e" : ""),
                                new Subject(text),
                                odd ? text : "",
                                odd ? Long.MIN_VALUE / 4 : 5,
                                !odd,
                                odd ? 1L << 40 : -1,
                                hash,
                                origin,
                                4,
                                3,
                                7 * messages.size());
                messages.add(odd ? message : message.leftOut("rule " + text));
            }
        }
        Encoder out = new Encoder();
        MessageCodec encoding = new MessageCodec(4, 3, 0);
        messages.forEach(message -> encoding.encode(message, out));
        byte[] bytes = new byte[out.size()];
        out.written().get(bytes);
        Decoder in = new Decoder(bytes, 0);
        MessageCodec decoding = new MessageCodec(4, 3, 0);
        messages.forEach(message -> assertThat(decoding.decode(in)).isEqualTo(message));
    }

    @Test
    void formatChangesWithTheMessage() {
        assertThat(Arrays.stream(Message.class.getRecordComponents()).map(RecordComponent::getName))
                .as("what a message is has changed: write and read it, and count up the format")
                .containsExactly(
                        "id",
                        "idMissing",
                        "references",
                        "from",
                        "subject",
                        "changeId",
                        "sent",
                        "sentRepaired",
                        "arrived",
                        "bytes",
                        "origin",
                        "list",
                        "source",
                        "number",
                        "leftOut",
                        "tombstone"); // not remembered: the settings say it anew each time
    }

    private record Read(List<Message> messages, List<Problem> problems) {}

    private Read read(Path path) throws IOException {
        List<Problem> problems = new ArrayList<>();
        try (ArchiveState state = ArchiveState.open(folder.resolve("scratch"));
                MessageSource source = Sources.open(path, path.getFileName().toString(), state)) {
            List<Message> messages =
                    new MessageReader(DropRules.NONE, Limits.DEFAULT, 1, bytes -> {})
                            .read(source, 0, 0, 0, problems::add);
            return new Read(messages, problems);
        }
    }

    private Read remember() throws IOException {
        SourceStamp stamp = SourceStamp.of(mbox);
        Read read = read(mbox);
        open().remember(stamp, "dev.mbox", read.messages(), read.problems(), 0, true);
        return read;
    }

    private Optional<RememberedMail> recall() throws IOException {
        return open().recall(SourceStamp.of(mbox), "dev.mbox", 0, 0, 0);
    }

    private SkeletonCache open() {
        return new SkeletonCache(folder.resolve("state"), "1");
    }

    private Path onlyFile() throws IOException {
        try (var files = Files.list(folder.resolve("state"))) {
            return files.findAny().orElseThrow();
        }
    }

    private void write(String text) throws IOException {
        Files.writeString(mbox, text, StandardCharsets.ISO_8859_1);
        Files.setLastModifiedTime(mbox, LONG_AGO);
    }

    /** Changes a file in a way that shows in its bytes alone. */
    private static void corrupt(Path file) throws IOException {
        FileTime time = Files.getLastModifiedTime(file);
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, (byte) 'x');
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, time);
    }
}
