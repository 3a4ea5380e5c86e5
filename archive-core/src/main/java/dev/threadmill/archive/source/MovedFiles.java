package dev.threadmill.archive.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where mail programs have moved the files of a Maildir since they were found: whoever opens it has
 * all of {@code new} moved to {@code cur} at once, so one look serves for all of them. Thread-safe.
 */
final class MovedFiles {

    /**
     * The files by their names without flags, by the folder that {@code cur} and {@code new} are
     * in.
     */
    private final Map<Path, Map<String, Path>> seen = new HashMap<>();

    /** Where a file is that is no longer where it was; empty where it is gone. */
    synchronized Optional<Path> find(Path file) throws IOException {
        String unique = MaildirName.unique(Folder.fileName(file));
        Path folder = file.toAbsolutePath().getParent().getParent();
        Path last = seen.getOrDefault(folder, Map.of()).get(unique);
        if (last == null || !Files.exists(last)) {
            seen.put(folder, look(folder));
        }
        return Optional.ofNullable(seen.get(folder).get(unique));
    }

    private static Map<String, Path> look(Path folder) throws IOException {
        Map<String, Path> files = new HashMap<>();
        for (String state : List.of("new", "cur")) {
            Path there = folder.resolve(state);
            if (Files.isDirectory(there)) {
                try (Stream<Path> children = Files.list(there)) {
                    children.forEach(
                            child -> files.put(MaildirName.unique(Folder.fileName(child)), child));
                }
            }
        }
        return files;
    }
}
