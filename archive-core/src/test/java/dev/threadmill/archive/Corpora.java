package dev.threadmill.archive;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real mail, for the tests that want it: the folder that {@code -Darchive.corpora} names. */
public final class Corpora {

    private Corpora() {}

    /** A file of the corpora; without them the calling test is skipped, and says so. */
    public static Path file(String name) {
        String folder = System.getProperty("archive.corpora", "");
        boolean given = !folder.isBlank() && Files.isDirectory(Path.of(folder));
        assumeTrue(given, "no real mail: -Darchive.corpora='" + folder + "' names no folder");
        return Path.of(folder).resolve(name);
    }
}
