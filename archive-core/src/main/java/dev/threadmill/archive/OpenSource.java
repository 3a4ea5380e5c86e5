package dev.threadmill.archive;

import dev.threadmill.archive.mail.Scratch;
import dev.threadmill.archive.source.MessageSource;
import dev.threadmill.archive.source.ReadingOptions;
import dev.threadmill.archive.source.Sources;
import dev.threadmill.archive.state.SourceStamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A source, and what it looked like just before it was opened.
 *
 * @param mail what it holds
 */
record OpenSource(MessageSource mail, SourceStamp stamp) {

    /**
     * Opens a source.
     *
     * @param place how sentences name it
     * @param oneOfMany whether other sources hold mail of the same list
     * @throws IllegalArgumentException when it is not there or is no mail
     */
    static OpenSource open(
            Path path, String place, boolean oneOfMany, Scratch scratch, ReadingOptions reading)
            throws IOException {
        if (!Files.exists(path)) {
            Sources.open(path, place, scratch, reading).close(); // says so
        }
        SourceStamp stamp = SourceStamp.of(path);
        MessageSource mail =
                oneOfMany
                        ? Sources.openOneOfMany(path, place, scratch, reading)
                        : Sources.open(path, place, scratch, reading);
        String version = mail.version();
        return new OpenSource(mail, version.isEmpty() ? stamp : stamp.withVersion(version));
    }
}
