package dev.threadmill.archive;

import dev.threadmill.archive.site.Mailmap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the file that {@code archive.mailmap} names. */
final class MailmapFile {

    private MailmapFile() {}

    /**
     * Who is one person under several addresses.
     *
     * @throws IllegalArgumentException when there is no such file, or a line of it is none
     */
    static Mailmap read(Optional<Path> file) {
        if (file.isEmpty()) {
            return Mailmap.NONE;
        }
        if (!Files.isRegularFile(file.get())) {
            throw new IllegalArgumentException(
                    "archive.mailmap: there is no file '" + file.get() + "'");
        }
        try {
            return Mailmap.parse(file.get().toString(), Files.readAllLines(file.get()));
        } catch (MalformedInputException e) {
            throw new IllegalArgumentException(
                    file.get() + ": the mailmap is not in UTF-8; write it in UTF-8", e);
        } catch (IOException e) {
            throw new UncheckedIOException(file.get() + ": cannot be read", e);
        }
    }
}
