package dev.threadmill.archive.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceStampTest {

    @TempDir Path root;
    private Path source;
    private Path elsewhere;

    @BeforeEach
    void makeFolders() throws IOException {
        source = Files.createDirectory(root.resolve("source"));
        elsewhere = Files.createDirectory(root.resolve("elsewhere"));
        Files.writeString(source.resolve("a.eml"), "Subject: a\n\n");
        Files.writeString(elsewhere.resolve("b.eml"), "Subject: b\n\n");
    }

    @Test
    void changeOfALinkedFileShows() throws IOException {
        Files.createSymbolicLink(source.resolve("b.eml"), elsewhere.resolve("b.eml"));
        changeShows();
    }

    @Test
    void changeInsideALinkedFolderShows() throws IOException {
        Files.createSymbolicLink(source.resolve("more"), elsewhere);
        changeShows();
    }

    private void changeShows() throws IOException {
        SourceStamp before = SourceStamp.of(source);
        assertThat(SourceStamp.of(source)).isEqualTo(before);
        Files.writeString(elsewhere.resolve("b.eml"), "Subject: b\n\nmore\n");
        SourceStamp after = SourceStamp.of(source);
        assertThat(after).isNotEqualTo(before);
        assertThat(after.size()).isEqualTo(before.size() + 5);
    }

    @Test
    void linksThatLeadNowhereOrBackAreNoHindrance() throws IOException {
        Files.createSymbolicLink(source.resolve("gone"), root.resolve("gone"));
        Files.createSymbolicLink(source.resolve("self"), source.resolve("self"));
        Files.createSymbolicLink(source.resolve("back"), root);
        assertThat(SourceStamp.of(source)).isEqualTo(SourceStamp.of(source));
    }
}
