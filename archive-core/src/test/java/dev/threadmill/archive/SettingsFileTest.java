package dev.threadmill.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {

    @TempDir Path folder;

    @Test
    void linesAreReadAsUtf8() throws IOException {
        Path file = Files.writeString(folder.resolve(".mailmap"), "Jürgen <j@x.org>\r\n\n# end");

        assertThat(SettingsFile.read("archive.mailmap", Optional.of(file)))
                .isEqualTo(
                        new SettingsFile(
                                file.toString(), List.of("Jürgen <j@x.org>", "", "# end")));
    }

    @Test
    void byteOrderMarkIsNoPartOfTheFirstLine() throws IOException {
        Path file = Files.writeString(folder.resolve(".mailmap"), "\ufeffJ <j@x.org>\n");

        assertThat(SettingsFile.read("archive.mailmap", Optional.of(file)).lines())
                .containsExactly("J <j@x.org>");
    }

    @Test
    void anotherCharsetIsNamedAndNotGuessed() throws IOException {
        byte[] latin = "Jürgen <j@x.org>\n".getBytes(StandardCharsets.ISO_8859_1);
        Path file = Files.write(folder.resolve(".mailmap"), latin);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SettingsFile.read("archive.mailmap", Optional.of(file)))
                .withMessage(
                        "archive.mailmap: the file '%s' is not in UTF-8; write it in UTF-8", file);
    }

    @Test
    void aFileThatIsNotNamedHasNoLines() {
        assertThat(SettingsFile.read("archive.mailmap", Optional.empty()).lines()).isEmpty();
    }
}
