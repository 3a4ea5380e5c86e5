package dev.threadmill.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another program remembered is not believed: which one it is, its classes say. */
class VersionTest {

    @TempDir private Path folder;
    private Version before;

    @BeforeEach
    void program() throws IOException {
        jar("one.jar", "Page.class", "old");
        file("classes/Page.class", "old");
        before = version("one.jar", "classes");
    }

    @Test
    void sameProgramInAnotherPlaceIsTheSame() throws IOException {
        jar("elsewhere.jar", "Page.class", "old");
        file("other/Page.class", "old");
        assertThat(version("elsewhere.jar", "other")).isEqualTo(before);
    }

    @Test
    void anotherClassInAJarIsAnotherProgram() throws IOException {
        jar("one.jar", "Page.class", "new");
        assertThat(version("one.jar", "classes")).isNotEqualTo(before);
    }

    @Test
    void anotherNameInAJarIsAnotherProgram() throws IOException {
        jar("one.jar", "Post.class", "old");
        assertThat(version("one.jar", "classes")).isNotEqualTo(before);
    }

    @Test
    void anotherClassInAFolderIsAnotherProgram() throws IOException {
        file("classes/Page.class", "new");
        assertThat(version("one.jar", "classes")).isNotEqualTo(before);
    }

    @Test
    void whatIsNotThereIsNoPartOfTheProgram() throws IOException {
        assertThat(version("one.jar", "classes", "missing.jar")).isEqualTo(before);
    }

    private Version version(String... classPath) throws IOException {
        return Version.of(List.of(classPath).stream().map(folder::resolve).toList());
    }

    private void jar(String name, String entry, String content) throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve(name));
                ZipOutputStream jar = new ZipOutputStream(out)) {
            jar.putNextEntry(new ZipEntry(entry));
            jar.write(content.getBytes(UTF_8));
        }
    }

    private void file(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
