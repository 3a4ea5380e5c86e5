package dev.threadmill.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The lines of a file that a setting names.
 *
 * @param place what to call it
 */
record SettingsFile(String place, List<String> lines) {

    /**
     * Reads a file; one that is not named has no lines.
     *
     * @param setting what names it
     * @throws IllegalArgumentException when there is no such file, or it is not in UTF-8
     */
    static SettingsFile read(String setting, Optional<Path> file) {
        String place = file.map(Path::toString).orElse("");
        if (file.isEmpty()) {
            return new SettingsFile(place, List.of());
        }
        if (!Files.isRegularFile(file.get())) {
            throw new IllegalArgumentException(setting + ": there is no file '" + place + "'");
        }
        try {
            return new SettingsFile(place, Files.readAllLines(file.get()));
        } catch (MalformedInputException e) {
            throw new IllegalArgumentException(
                    setting + ": the file '" + place + "' is not in UTF-8; write it in UTF-8", e);
        } catch (IOException e) {
            throw new UncheckedIOException(place + ": cannot be read", e);
        }
    }
}
