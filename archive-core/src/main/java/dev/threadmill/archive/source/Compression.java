package dev.threadmill.archive.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** How a file is compressed, by its first bytes: its name is not asked. */
enum Compression {
    NONE,
    GZIP;

    static Compression of(Path path) throws IOException {
        try (InputStream file = Files.newInputStream(path)) {
            byte[] magic = file.readNBytes(2);
            boolean gzip = magic.length == 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b;
            return gzip ? GZIP : NONE;
        }
    }

    InputStream inflate(InputStream compressed) throws IOException {
        return this == GZIP ? new GzipInput(compressed) : compressed;
    }

    /** How many bytes of mail one compressed byte usually holds. */
    int usualRatio() {
        return this == NONE ? 1 : 4;
    }

    /** What tells whether another copy of the file is sound. */
    String test() {
        return "gzip -t";
    }
}
