package dev.threadmill.archive.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.threadmill.archive.mail.Scratch;
import dev.threadmill.archive.output.Publisher;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ArchiveStateTest {

    @TempDir Path folder;
    private Path state;

    @BeforeEach
    void nameState() {
        state = folder.resolve("a/state");
    }

    @Test
    void storedContentIsThereUntilTheBuildEnds() throws IOException {
        Path file;
        try (ArchiveState opened = ArchiveState.open(state)) {
            file = opened.store("dev.mbox.gz", text("From a\n"));
            assertThat(file).hasContent("From a\n").startsWith(state);
            assertThat(file.getFileName().toString()).endsWith("-dev.mbox.gz");
            assertThat(opened.store("dev.mbox.gz", text("other"))).isNotEqualTo(file);
        }
        assertThat(file).doesNotExist();
        assertThat(state.resolve("lock")).doesNotExist();
        assertThat(state.resolve("spool")).doesNotExist();
    }

    @Test
    void repositoriesUnpackedIntoTheSpoolGoWithIt() throws IOException {
        try (ArchiveState opened = ArchiveState.open(state)) {
            Path bundle = opened.store("dev.bundle", text("pack"));
            Files.createDirectories(bundle.resolveSibling(bundle.getFileName() + ".git/objects"));
        }
        assertThat(state.resolve("spool")).doesNotExist();
    }

    @Test
    void nameOfAStoredFileIsNoPath() throws IOException {
        try (ArchiveState opened = ArchiveState.open(state)) {
            Path file = opened.store("../../\u0000\u00e9/" + "x".repeat(5000), text("safe"));
            assertThat(file).hasContent("safe");
            assertThat(file.getParent()).isEqualTo(state.resolve("spool"));
        }
    }

    @Test
    void contentThatBreaksOffLeavesNoFile() throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(new byte[100_000]);
        }
        InputStream broken =
                new GZIPInputStream(
                        new ByteArrayInputStream(
                                compressed.toByteArray(), 0, compressed.size() / 2));
        try (ArchiveState opened = ArchiveState.open(state)) {
            assertThatExceptionOfType(EOFException.class)
                    .isThrownBy(() -> opened.store("x", broken));
            assertThat(state.resolve("spool")).isEmptyDirectory();
        }
    }

    @Test
    void spoolGivesBackWhatWasAppended() throws IOException {
        byte[] bytes = new byte[300_000];
        new Random(1).nextBytes(bytes);
        try (ArchiveState opened = ArchiveState.open(state);
                Scratch.Spool spool = opened.spool("bodies")) {
            assertThat(spool.append(bytes, 0, 10)).isZero();
            assertThat(spool.append(bytes, 10, 0)).isEqualTo(10);
            assertThat(spool.append(bytes, 10, 70_000)).isEqualTo(10);
            assertThat(spool.read(5, 10)).isEqualTo(java.util.Arrays.copyOfRange(bytes, 5, 15));
            assertThat(spool.append(bytes, 70_010, bytes.length - 70_010)).isEqualTo(70_010);
            assertThat(spool.read(0, bytes.length)).isEqualTo(bytes);
            assertThat(spool.read(bytes.length, 0)).isEmpty();
            assertThatExceptionOfType(EOFException.class)
                    .isThrownBy(() -> spool.read(bytes.length - 1, 2));
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void mailInTheSpoolIsForItsOwnerOnly() throws IOException {
        try (ArchiveState opened = ArchiveState.open(state)) {
            assertThat(Files.getPosixFilePermissions(opened.store("x", text("x")).getParent()))
                    .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void folderOfOtherFilesIsRefused() throws IOException {
        Files.createDirectories(state);
        Files.writeString(state.resolve("thesis.txt"), "mine");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ArchiveState.open(state))
                .withMessage(
                        state
                                + ": the state folder holds files that this program did not write,"
                                + " such as 'thesis.txt'; name a folder that is new or empty");
        assertThat(state).isDirectoryContaining("glob:**thesis.txt");
        assertThat(state.resolve("lock")).doesNotExist();
    }

    @Test
    void fileIsRefused() throws IOException {
        Files.createDirectories(state.getParent());
        Files.writeString(state, "mine");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ArchiveState.open(state))
                .withMessage(state + ": the state folder is a file; name a folder");
    }

    @Test
    void leftoversOfAKilledRunAreRemoved() throws Exception {
        Process other = Publisher.java(ArchiveStateTest.class, state.toString()).start();
        try {
            assertThat(other.getInputStream().read()).isEqualTo('!');
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ArchiveState.open(state))
                    .withMessageMatching(
                            "\\Q%s\\E: another run \\(process %d, started [0-9TZ:-]+\\) is at work here; start again when it is done"
                                    .formatted(state, other.pid()));
            assertThat(state.resolve("spool")).isDirectoryContaining("glob:**left.git");
        } finally {
            other.destroyForcibly().onExit().join();
        }
        try (ArchiveState opened = ArchiveState.open(state)) {
            assertThat(opened.store("first", text("")).getParent())
                    .isDirectoryNotContaining("glob:**left*");
        }
    }

    /** Holds the state until it is killed. */
    public static void main(String[] arguments) throws Exception {
        try (ArchiveState opened = ArchiveState.open(Path.of(arguments[0]))) {
            Path file = opened.store("left", text("left over"));
            // A bundle is unpacked into a repository beside it.
            Files.createDirectories(file.resolveSibling("left.git/objects"));
            System.out.println('!');
            System.out.flush();
            Thread.sleep(Long.MAX_VALUE);
        }
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
