package dev.threadmill.archive.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.transport.BundleWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source that cannot be opened leaves no file open; the system is asked which ones are. */
class FailedOpeningTest {

    private static final Path OPEN_FILES = Path.of("/proc/self/fd");
    private static final String MAIL = "Subject: one\n\nOne.\n";

    @TempDir Path root;
    @TempDir Path temporary;

    @BeforeEach
    void systemSaysWhichFilesAreOpen() {
        assumeTrue(Files.isDirectory(OPEN_FILES), "no " + OPEN_FILES);
    }

    /** A clone, whose pack stays open while it is. */
    private void inbox(String gitDir) throws IOException {
        byte[] bundle;
        try (TestInbox inbox = new TestInbox(temporary.resolve(gitDir))) {
            bundle = bundle(inbox.add(MAIL, 1500000000));
        }
        InputStream in = new ByteArrayInputStream(bundle);
        ObjectId tip = ObjectId.fromString(BundleHeader.read(in).tip());
        try (TestInbox clone = new TestInbox(root.resolve(gitDir));
                ObjectInserter inserter = clone.repository().newObjectInserter()) {
            inserter.newPackParser(in).parse(NullProgressMonitor.INSTANCE);
            RefUpdate branch = clone.repository().updateRef(Constants.HEAD);
            branch.setNewObjectId(tip);
            assertThat(branch.forceUpdate()).isEqualTo(RefUpdate.Result.NEW);
        }
    }

    private static byte[] bundle(TestInbox inbox) throws IOException {
        BundleWriter writer = new BundleWriter(inbox.repository());
        writer.include("refs/heads/master", inbox.tip());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.writeBundle(NullProgressMonitor.INSTANCE, out);
        return out.toByteArray();
    }

    private void damagedInbox(String gitDir) throws IOException {
        inbox(gitDir);
        Files.writeString(root.resolve(gitDir).resolve("config"), "[core");
    }

    private MessageSource open(String folder) {
        return Sources.open(root.resolve(folder), folder, new TestScratch(temporary));
    }

    private static List<String> open(Path folder) throws IOException {
        List<String> open = new ArrayList<>();
        try (Stream<Path> all = Files.list(OPEN_FILES)) {
            for (Path file : all.toList()) {
                try {
                    open.add(Files.readSymbolicLink(file).toString());
                } catch (NoSuchFileException e) {
                    // the one that lists them
                }
            }
        }
        String below = folder.toRealPath().toString();
        open.removeIf(file -> !file.startsWith(below));
        return open;
    }

    @Test
    void sourceKeepsItsPacksOpenUntilItIsClosed() throws IOException {
        inbox("dev/git/0.git");
        try (MessageSource source = open("dev")) {
            assertThat(source.size()).isPositive();
            assertThat(open(root)).isNotEmpty();
        }
        assertThat(open(root)).isEmpty();
    }

    @Test
    void earlierEpochsAreClosedWhenALaterOneFails() throws IOException {
        inbox("dev/git/0.git");
        damagedInbox("dev/git/1.git");
        assertThatThrownBy(() -> open("dev")).isInstanceOf(UncheckedIOException.class);
        assertThat(open(root)).isEmpty();
    }

    @Test
    void epochWhoseNewestCommitIsNoneIsClosed() throws IOException {
        inbox("dev/git/0.git");
        ObjectId mail =
                new ObjectInserter.Formatter().idFor(Constants.OBJ_BLOB, MAIL.getBytes(UTF_8));
        Files.writeString(root.resolve("dev/git/0.git/HEAD"), mail.name() + "\n");
        assertThatThrownBy(() -> open("dev")).isInstanceOf(UncheckedIOException.class);
        assertThat(open(root)).isEmpty();
    }

    @Test
    void otherSourcesOfAFolderAreClosedWhenOneFails() throws IOException {
        inbox("mail/a");
        damagedInbox("mail/b");
        Files.writeString(
                root.resolve("mail/c.mbox"), "From a@b Mon Jan  1 10:00:00 2024\n" + MAIL);
        assertThatThrownBy(() -> open("mail")).isInstanceOf(UncheckedIOException.class);
        assertThat(open(root)).isEmpty();
    }

    @Test
    void bundleWithoutMailIsClosed() throws IOException {
        try (TestInbox inbox = new TestInbox(root.resolve("0.git"))) {
            inbox.commit("README", "No mail.\n", 1500000000);
            Files.write(root.resolve("dev.bundle"), bundle(inbox));
        }
        try (MessageSource source = open("dev.bundle")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> source.read(message -> {}, problem -> {}))
                    .withMessageContaining("holds no mail");
        }
        assertThat(open(temporary)).isEmpty();
    }
}
