package dev.threadmill.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeniedReadingTest {

    private static final String MESSAGE =
            "From: a@example.org\nDate: Mon, 1 Jan 2024 11:00:00 +0000\nMessage-ID: <%s@example.org>\n\nText\n";

    @TempDir Path folder;

    @ParameterizedTest
    @DisabledOnOs(OS.WINDOWS)
    @ValueSource(
            strings = {
                "mail",
                "mail/a.mbox",
                "mail/b.mbox.gz",
                "mail/c",
                "mail/c/cur",
                "mail/c/cur/1704100000.a.host",
                "mail/d",
                "mail/d/1.eml",
                "removals",
                "mailmap",
                "templates",
                "templates/pages/message.ftlh",
                "templates/assets/own.css"
            })
    void isOneSentenceWithAnAnswer(String name) throws IOException {
        for (String id : new String[] {"a.mbox", "b.mbox.gz"}) {
            write(
                    "mail/" + id,
                    "From a@example.org Mon Jan  1 11:00:00 2024\n" + message(id) + "\n");
        }
        write("mail/c/cur/1704100000.a.host", message("c"));
        write("mail/d/1.eml", message("d"));
        write("removals", "");
        write("mailmap", "");
        write("templates/pages/message.ftlh", "");
        write("templates/assets/own.css", "");
        Path denied = folder.resolve(name);
        Set<PosixFilePermission> before = Files.getPosixFilePermissions(denied);
        Files.setPosixFilePermissions(denied, PosixFilePermissions.fromString("---------"));
        try {
            assumeFalse(Files.isReadable(denied), "SKIPPED: root may read everything");
            assertThatIllegalArgumentException()
                    .isThrownBy(this::build)
                    .withMessage(
                            denied
                                    + ": it may not be read (permission denied); give this user read access");
        } finally {
            Files.setPosixFilePermissions(denied, before);
        }
    }

    @Test
    void isNotWhatCannotBeWritten() throws IOException {
        Path file = Files.createFile(folder.resolve("page"));
        assertThat(DeniedReading.in(new AccessDeniedException(file.toString()))).isEmpty();
        assertThat(DeniedReading.in(new AccessDeniedException(file + ".new"))).isEmpty();
        assertThat(DeniedReading.in(new IOException("the disk is full"))).isEmpty();
    }

    private void build() throws IOException {
        ArchiveGenerator.builder()
                .source(folder.resolve("mail"))
                .removals(folder.resolve("removals"))
                .mailmap(folder.resolve("mailmap"))
                .templateDirectory(folder.resolve("templates"))
                .outputDirectory(folder.resolve("site"))
                .build()
                .generate(ProgressListener.NONE);
    }

    private static String message(String id) {
        return MESSAGE.formatted(id);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
