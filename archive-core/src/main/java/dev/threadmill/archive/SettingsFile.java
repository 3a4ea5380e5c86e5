package dev.threadmill.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lines of a file that a setting names.
 *
 * @param place what to call it
 */
record SettingsFile(String place, List<String> lines) {

    /** Editors on Windows put it before the first line. */
    private static final String BYTE_ORDER_MARK = "\ufeff";

    SettingsFile {
        lines = List.copyOf(lines);
    }

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
            throw new IllegalArgumentException(
                    "%s: there is no file '%s'; correct the path, or create it"
                            .formatted(setting, place));
        }
        try {
            List<String> lines = new ArrayList<>(Files.readAllLines(file.get()));
            if (!lines.isEmpty() && lines.get(0).startsWith(BYTE_ORDER_MARK)) {
                lines.set(0, lines.get(0).substring(BYTE_ORDER_MARK.length()));
            }
            return new SettingsFile(place, lines);
        } catch (MalformedInputException e) {
            throw new IllegalArgumentException(
                    setting + ": the file '" + place + "' is not in UTF-8; write it in UTF-8", e);
        } catch (IOException e) {
            throw new UncheckedIOException(place + ": cannot be read", e);
        }
    }
}
