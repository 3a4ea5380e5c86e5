package dev.threadmill.archive.render.template;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnTemplatesTest {

    @TempDir Path folder;

    @Test
    void replaceBuiltInOnesOrAreIncluded() throws IOException {
        write("pages/message.ftlh", "<#import \"../partials/mine.ftlh\" as mine>");
        write("partials/mine.ftlh", "");
        write("pages/.message.ftlh", "an editor's");
        write("assets/own.css", "");
        write("README.md", "");
        assertThatCode(() -> OwnTemplates.refuseUnused(folder)).doesNotThrowAnyException();
        assertThatCode(() -> OwnTemplates.refuseUnused(folder.resolve("none")))
                .doesNotThrowAnyException();
    }

    @Test
    void misspeltNameIsRefused() throws IOException {
        Path file = write("pages/mesage.ftlh", "");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OwnTemplates.refuseUnused(folder))
                .withMessage(
                        "%s: there is no built-in template 'pages/mesage.ftlh' that it would replace, and no other includes it; name it like the one that is meant, such as 'pages/message.ftlh', or remove it",
                        file);
    }

    @Test
    void copyOneFolderTooDeepIsRefused() throws IOException {
        write("default/pages/message.ftlh", "");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OwnTemplates.refuseUnused(folder))
                .withMessageEndingWith("; move it to 'pages/message.ftlh', or remove it");
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
