package dev.threadmill.archive.output;

import dev.threadmill.archive.site.LargeFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of this build, where it waits or where the last build has put it.
 *
 * @param size what it had when it was taken
 */
record TakenFile(Path place, long size) implements LargeFile {

    @Override
    public void writeTo(OutputStream out) throws IOException {
        long copied = Files.copy(place, out);
        if (copied != size) {
            throw new IOException(
                    "%s has %s bytes instead of %s: somebody changes it"
                            .formatted(place.getFileName(), copied, size));
        }
    }
}
