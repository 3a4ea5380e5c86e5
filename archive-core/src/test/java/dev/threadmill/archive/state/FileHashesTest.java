package dev.threadmill.archive.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.mail.Hash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileHashesTest {

    /** Two pieces and a little. */
    private static final int SIZE = (1 << 25) + 100;

    @TempDir Path folder;
    private Path file;
    private Optional<Hash> hash;

    @BeforeEach
    void write() throws IOException {
        byte[] bytes = new byte[SIZE];
        new Random(7).nextBytes(bytes);
        file = Files.write(folder.resolve("list.mbox"), bytes);
        hash = new FileHashes().of(file, SIZE, SIZE);
    }

    @Test
    void hashOfTheFirstBytesStaysWhenAFileGrows() throws IOException {
        append(3);
        assertThat(new FileHashes().of(file, SIZE, SIZE + 3)).isEqualTo(hash);
        append(1 << 25);
        assertThat(new FileHashes().of(file, SIZE, Files.size(file))).isEqualTo(hash);
    }

    @Test
    void hashIsAnotherWhereOneByteIs() throws IOException {
        for (int at : new int[] {0, (1 << 24) - 1, 1 << 24, 1 << 25, SIZE - 1}) {
            byte[] bytes = Files.readAllBytes(file);
            bytes[at]++;
            Path changed = Files.write(folder.resolve("changed.mbox"), bytes);
            assertThat(new FileHashes().of(changed, SIZE, SIZE)).as("at %d", at).isNotEqualTo(hash);
        }
    }

    @Test
    void hashIsAnotherForFewerBytes() throws IOException {
        assertThat(new FileHashes().of(file, SIZE - 1, SIZE)).isNotEqualTo(hash);
        assertThat(new FileHashes().of(file, 1 << 25, SIZE)).isNotEqualTo(hash);
    }

    @Test
    void fileThatIsShorterHasNone() throws IOException {
        assertThat(new FileHashes().of(file, SIZE + 1, SIZE + 1)).isEmpty();
    }

    @Test
    void hashOfAllIsKnownOnceThatOfTheFirstBytesIs() throws IOException {
        append(3);
        FileHashes hashes = new FileHashes();
        hashes.of(file, SIZE, SIZE + 3);
        Optional<Hash> whole = new FileHashes().of(file, SIZE + 3, SIZE + 3);
        Files.write(file, new byte[0]);
        assertThat(hashes.of(file, SIZE + 3, SIZE + 3)).isEqualTo(whole);
    }

    @Test
    void emptyFileHasOne() throws IOException {
        Path empty = Files.write(folder.resolve("empty.mbox"), new byte[0]);
        assertThat(new FileHashes().of(empty, 0, 0)).isPresent();
        assertThat(new FileHashes().of(file, 0, SIZE)).isEqualTo(new FileHashes().of(empty, 0, 0));
    }

    private void append(int count) throws IOException {
        Files.write(file, new byte[count], StandardOpenOption.APPEND);
    }
}
