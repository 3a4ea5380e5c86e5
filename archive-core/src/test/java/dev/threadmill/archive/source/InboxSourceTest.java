package dev.threadmill.archive.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.threadmill.archive.mail.Origin;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.transport.BundleWriter;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxSourceTest {

    private static final String ONE = "Subject: one\r\n\r\nFrom here\r\n>From there\r\n";
    private static final String TWO = "Subject: two\n\ntwo";
    private static final String THREE = "Subject: three\n\nthree\n";

    @TempDir Path root;
    @TempDir Path temporary;

    private TestInbox inbox(String gitDir) throws IOException {
        return new TestInbox(root.resolve(gitDir));
    }

    private MessageSource open(String folder) {
        return Sources.open(root.resolve(folder), folder, new TestScratch(temporary));
    }

    /** What a source gives: added messages as they are, removed ones with a minus. */
    private List<String> read(String folder) throws IOException {
        List<String> read = new ArrayList<>();
        try (MessageSource source = open(folder)) {
            source.read(
                    message -> read.add(text(message)),
                    removed -> read.add("-" + text(removed)),
                    problem -> read.add(problem.severity() + " " + problem));
        }
        return read;
    }

    private static String text(RawMessage message) {
        return new String(message.bytes(), StandardCharsets.ISO_8859_1);
    }

    private static Path objectFile(TestInbox inbox, ObjectId id) {
        Path objects = inbox.repository().getDirectory().toPath().resolve("objects");
        return objects.resolve(id.name().substring(0, 2)).resolve(id.name().substring(2));
    }

    private static ObjectId blob(String content) {
        return new ObjectInserter.Formatter()
                .idFor(Constants.OBJ_BLOB, content.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void messagesComeAsTheyWereCommitted() throws IOException {
        inbox("dev/git/0.git").add(ONE, 1500000000).add(TWO, 1400000000).add(THREE, 0).close();
        List<RawMessage> messages = new ArrayList<>();

        try (MessageSource source = open("dev")) {
            source.read(messages::add, problem -> {});
            for (RawMessage message : messages) {
                assertThat(source.read(message.origin()).bytes()).isEqualTo(message.bytes());
            }
            assertThat(source.isOrdered()).isTrue();
        }

        assertThat(messages).extracting(InboxSourceTest::text).containsExactly(ONE, TWO, THREE);
        assertThat(messages)
                .extracting(RawMessage::delivered)
                .containsExactly(1500000000L, 1400000000L, RawMessage.UNKNOWN);
        assertThat(messages.get(1).origin())
                .isEqualTo(new Origin.Blob("dev/git/0.git", blob(TWO).name()));
    }

    @Test
    void epochsFollowEachOtherByNumber() throws IOException {
        inbox("dev/git/2.git").add(ONE, 1).close();
        inbox("dev/git/10.git").add(TWO, 2).close();
        inbox("dev/git/11.git").close();
        inbox("dev/all.git").close();

        assertThat(read("dev")).containsExactly(ONE, TWO);
        assertThat(Sources.find(root))
                .containsExactly(new Sources.FoundList("dev", List.of(root.resolve("dev"))));
    }

    @Test
    void clonesOfEpochsMayStandByThemselves() throws IOException {
        inbox("dev/0/.git").add(ONE, 1).close();
        inbox("dev/1.git").add(TWO, 2).close();

        assertThat(read("dev")).containsExactly(ONE, TWO);
        assertThat(read("dev/0")).containsExactly(ONE);
        assertThat(read("dev/1.git")).containsExactly(TWO);
    }

    @Test
    void epochsBesideOtherMailAreListsOfTheirOwn() throws IOException {
        inbox("mail/0.git").add(ONE, 1).close();
        Files.writeString(
                root.resolve("mail/dev.mbox"), "From ann Thu Jan  1 00:00:00 2015\n" + TWO);

        assertThat(Sources.find(root.resolve("mail")))
                .extracting(Sources.FoundList::name)
                .containsExactly("0.git", "dev");
    }

    @Test
    void listCalledGitIsOneBesideOthers() throws IOException {
        inbox("mail/git/0.git").add(ONE, 1).close();
        inbox("mail/dwarves/0.git").add(TWO, 2).close();
        Files.writeString(
                root.resolve("mail/dev.mbox"), "From ann Thu Jan  1 00:00:00 2015\n" + THREE);

        assertThat(Sources.find(root.resolve("mail")))
                .extracting(Sources.FoundList::name)
                .containsExactly("dev", "dwarves", "git");
    }

    @Test
    void inboxHoldsMoreThanItsEpochs() throws IOException {
        inbox("dev/git/0.git").add(ONE, 1).close();
        inbox("dev/all.git").close();
        Files.createDirectories(root.resolve("dev/xap15"));
        for (String file :
                List.of("description", "inbox.lock", "msgmap.sqlite3-wal", "manifest.js.gz")) {
            Files.writeString(root.resolve("dev").resolve(file), "What is no mail.");
        }

        assertThat(read("dev")).containsExactly(ONE);
    }

    @Test
    void purgedMessagesLeaveTheirPlace() throws IOException {
        inbox("dev/git/0.git")
                .add(ONE, 1)
                .addPurged(TWO, 2)
                .addPurged(ONE, 3)
                .add("Subject: purged " + blob(THREE).name() + "\n\n", 4)
                .close();
        List<RawMessage> removed = new ArrayList<>();

        try (MessageSource source = open("dev")) {
            source.read(message -> {}, removed::add, problem -> {});
        }

        assertThat(removed).allMatch(message -> message.bytes().length == 0);
        assertThat(removed)
                .extracting(RawMessage::origin)
                .containsExactly(
                        new Origin.Blob("dev/git/0.git", blob(TWO).name()),
                        new Origin.Blob("dev/git/0.git", blob(ONE).name()));
        assertThat(read("dev")).hasSize(4).startsWith(ONE, "-", "-");
    }

    @Test
    void removedMessagesAreHandedOnAsSuchWhereTheyStood() throws IOException {
        inbox("dev/git/0.git")
                .add(ONE, 1)
                .add(TWO, 2)
                .remove(ONE, 3)
                .add(ONE, 4)
                .add(THREE, 5)
                .close();
        inbox("dev/git/1.git").remove(THREE, 6).close();

        assertThat(read("dev")).containsExactly("-" + ONE, TWO, ONE, "-" + THREE);
        assertThat(Reading.of(root.resolve("dev/git/0.git"), temporary).texts())
                .containsExactly(TWO, ONE, THREE);
    }

    @Test
    void removalOfWhatIsNotHeldIsHandedOnWhereItIsAndSaid() throws IOException {
        inbox("dev").remove(TWO, 1).add(ONE, 2).add(TWO, 3).close();

        assertThat(read("dev"))
                .containsExactly(
                        "INFO dev: removed messages that no commit here added: 1, the first is blob '%s'; sources of the list before this one lose them too; nothing to do, unless older epochs should be here"
                                .formatted(blob(TWO).name()),
                        "-" + TWO,
                        ONE,
                        TWO);
    }

    @Test
    void commitThatChangesNoMessageAddsNone() throws IOException {
        inbox("dev").add(ONE, 1).add(ONE, 2).commit("README", "Hello", 3).add(TWO, 4).close();

        assertThat(read("dev")).containsExactly(ONE, TWO);
    }

    @Test
    void firstVersionHoldsAFileForEachMessage() throws IOException {
        String one = "12/345678901234567890123456789012345678ab";
        String two = "12/005678901234567890123456789012345678ab";
        String three = "ff/345678901234567890123456789012345678ab";
        inbox("dev")
                .put(one, ONE, 1600000000)
                .put(two, TWO, 1600000001)
                .put(three, ONE + "first", 1600000002)
                .put(three, THREE, 1600000003)
                .delete(one, 1600000004)
                .close();

        assertThat(read("dev")).containsExactly("-" + ONE, TWO, "-" + ONE + "first", THREE);
    }

    @Test
    void missingMessagesAreOneError() throws IOException {
        TestInbox inbox = inbox("dev").add(ONE, 1).add(TWO, 2).add(THREE, 3);
        Files.delete(objectFile(inbox, blob(ONE)));
        Files.delete(objectFile(inbox, blob(TWO)));
        inbox.close();

        assertThat(read("dev"))
                .containsExactly(
                        THREE,
                        "ERROR dev: git objects that are missing or damaged: 2, the first is '"
                                + blob(ONE).name()
                                + "', and one message with it; all others were read: fetch the"
                                + " repository anew ('git fsck' tests it)");
    }

    @Test
    void removedMessageNeedNotBeThere() throws IOException {
        TestInbox inbox = inbox("dev").remove(ONE, 1).add(TWO, 2).remove(TWO, 3).add(THREE, 4);
        Files.delete(objectFile(inbox, blob(ONE)));
        Files.delete(objectFile(inbox, blob(TWO)));
        inbox.close();

        assertThat(read("dev")).hasSize(4).endsWith("-", "-", THREE);
    }

    @Test
    void missingCommitEndsTheHistoryWithAnError() throws IOException {
        TestInbox inbox = inbox("dev").add(ONE, 1).add(TWO, 2);
        ObjectId middle = inbox.tip();
        inbox.add(THREE, 3);
        Files.delete(objectFile(inbox, middle));
        inbox.close();

        assertThat(read("dev"))
                .containsExactly(
                        THREE,
                        "ERROR dev: git objects that are missing or damaged: 1, the first is '"
                                + middle.name()
                                + "', and the commits before it with it; all others were read:"
                                + " fetch the repository anew ('git fsck' tests it)");
    }

    @Test
    void damagedMessageIsAnError() throws IOException {
        TestInbox inbox = inbox("dev").add(ONE, 1).add(TWO, 2);
        Path file = objectFile(inbox, blob(ONE));
        inbox.close();
        assertThat(file.toFile().setWritable(true)).isTrue();
        Files.write(file, new byte[] {1, 2, 3});

        assertThat(read("dev")).hasSize(2).contains(TWO);
        assertThat(read("dev").get(1))
                .startsWith("ERROR dev: git objects that are missing or damaged: 1,");
    }

    @Test
    void shallowCloneIsSaid() throws IOException {
        TestInbox inbox = inbox("dev").add(ONE, 1).add(TWO, 2);
        inbox.repository().getObjectDatabase().setShallowCommits(Set.of(inbox.tip()));
        inbox.close();

        assertThat(read("dev"))
                .containsExactly(
                        "WARNING dev: the clone is shallow, it begins with commit "
                                + inbox.tip().name()
                                + "; older mail is not there: 'git fetch --unshallow' gets it",
                        TWO);
    }

    @Test
    void repositoryWithoutMailIsRefused() throws IOException {
        inbox("dev").commit("README", "Hello", 1).close();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> open("dev"))
                .withMessage(
                        "dev: the git repository holds no mail in the form of public-inbox (a file"
                                + " m or d, or folders named by two hexadecimal digits); give the"
                                + " repository of an inbox");
    }

    @Test
    void mailKeptInAnotherRepositoryIsAFolderOfMail() throws IOException {
        inbox("mail/.git").commit("dev.mbox", "...", 1).close();
        Files.writeString(
                root.resolve("mail/dev.mbox"),
                "From ann@example.org Thu Jan  1 00:00:00 2015\n" + TWO + "\n");

        assertThat(read("mail")).containsExactly(TWO + "\n");
    }

    @Test
    void bundleIsReadLikeTheRepositoryItWasMadeOf() throws IOException {
        TestInbox inbox = inbox("0.git").add(ONE, 1500000000).add(TWO, 2).remove(ONE, 3);
        bundle(inbox);

        Reading read = Reading.of(root.resolve("dev.bundle"), temporary);

        assertThat(read.texts()).containsExactly(TWO);
        assertThat(read.origins()).containsExactly("dev.bundle:" + blob(TWO).name());
        assertThat(read.problems()).isEmpty();
        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left.filter(Files::isDirectory)).isEmpty();
        }
    }

    @Test
    void bundlesNamedByEpochAreOneListInTheOrderOfTheirNumbers() throws IOException {
        Files.createDirectories(root.resolve("dev"));
        bundle(inbox("2.git").add(ONE, 1500000000).add(TWO, 2), "dev/2.bundle");
        bundle(inbox("10.git").add(THREE, 3).remove(ONE, 4), "dev/10.bundle");

        assertThat(Sources.find(root.resolve("dev")))
                .containsExactly(
                        new Sources.FoundList(
                                "dev",
                                List.of(
                                        root.resolve("dev/2.bundle"),
                                        root.resolve("dev/10.bundle"))));
        assertThat(Reading.of(root.resolve("dev"), temporary).texts())
                .containsExactly(ONE, TWO, THREE);
    }

    @Test
    void damagedBundleIsAnError() throws IOException {
        bundle(inbox("0.git").add(ONE, 1500000000).add(TWO, 2));
        Path bundle = root.resolve("dev.bundle");
        byte[] bytes = Files.readAllBytes(bundle);
        Files.write(bundle, java.util.Arrays.copyOf(bytes, bytes.length - 30));

        assertThat(read("dev.bundle")).hasSize(1);
        assertThat(read("dev.bundle").get(0))
                .startsWith("ERROR dev.bundle: the bundle cannot be unpacked (");
    }

    @Test
    void bundleWithoutItsHeaderIsRefused() throws IOException {
        Files.writeString(root.resolve("dev.bundle"), "# v2 git bundle\nfoo\n");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> open("dev.bundle"))
                .withMessage(
                        "dev.bundle: the bundle cannot be read ('foo' is no line of a bundle's"
                                + " header); get the file again, uncompressed");
    }

    @Test
    void incrementalBundleIsRefused() throws IOException {
        Files.writeString(
                root.resolve("dev.bundle"),
                "# v2 git bundle\n-1234567890123456789012345678901234567890 before\n"
                        + "1234567890123456789012345678901234567891 HEAD\n\nPACK");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> open("dev.bundle"))
                .withMessage(
                        "dev.bundle: the bundle only continues from commit"
                                + " '1234567890123456789012345678901234567890 before'; give a"
                                + " whole one, which 'git bundle create dev.bundle --all' makes");
    }

    @Test
    void bundleWithoutABranchIsRefused() throws IOException {
        Files.writeString(
                root.resolve("dev.bundle"),
                "# v2 git bundle\n1234567890123456789012345678901234567891 refs/tags/v1\n\nPACK");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> open("dev.bundle"))
                .withMessage(
                        "dev.bundle: the bundle has no branch; give one that has, which"
                                + " 'git bundle create dev.bundle --all' makes in the inbox");
    }

    private void bundle(TestInbox inbox) throws IOException {
        bundle(inbox, "dev.bundle");
    }

    private void bundle(TestInbox inbox, String name) throws IOException {
        BundleWriter writer = new BundleWriter(inbox.repository());
        writer.include("refs/heads/master", inbox.tip());
        try (OutputStream out = Files.newOutputStream(root.resolve(name))) {
            writer.writeBundle(NullProgressMonitor.INSTANCE, out);
        }
        inbox.close();
    }

    @Test
    void readingLeavesNoTrace() throws IOException {
        inbox("dev/git/0.git").add(ONE, 1).add(TWO, 2).close();
        Map<String, Long> before = files();
        List<String> settings = new ArrayList<>();
        SystemReader usual = SystemReader.getInstance();
        SystemReader.setInstance(
                new SystemReader.Delegate(usual) {
                    @Override
                    public FileBasedConfig openUserConfig(Config parent, FS fs) {
                        settings.add("of the user");
                        return super.openUserConfig(parent, fs);
                    }

                    @Override
                    public FileBasedConfig openSystemConfig(Config parent, FS fs) {
                        settings.add("of the machine");
                        return super.openSystemConfig(parent, fs);
                    }
                });
        try {
            read("dev");
        } finally {
            SystemReader.setInstance(usual);
        }

        assertThat(files()).isEqualTo(before);
        assertThat(settings).isEmpty();
    }

    private Map<String, Long> files() throws IOException {
        Map<String, Long> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.toList()) {
                files.put(file.toString(), Files.getLastModifiedTime(file).toMillis());
            }
        }
        return files;
    }
}
