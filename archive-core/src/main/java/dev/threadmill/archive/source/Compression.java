package dev.threadmill.archive.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tukaani.xz.XZInputStream;

/** How a file is compressed, by its first bytes: its name is not asked. */
enum Compression {
    NONE("", 1, "cmp"),
    GZIP("\u001f\u008b", 4, "gzip -t"),
    XZ("\u00fd7zXZ\0", 5, "xz -t");

    /** Four times what {@code xz -9} asks for. */
    private static final int XZ_MEMORY_KIB = 256 << 10;

    private final String magic;
    private final int usualRatio;
    private final String test;

    Compression(String magic, int usualRatio, String test) {
        this.magic = magic;
        this.usualRatio = usualRatio;
        this.test = test;
    }

    static Compression of(Path path) throws IOException {
        try (InputStream file = Files.newInputStream(path)) {
            byte[] bytes = file.readNBytes(XZ.magic.length());
            String start = new String(bytes, StandardCharsets.ISO_8859_1);
            return start.startsWith(GZIP.magic) ? GZIP : start.startsWith(XZ.magic) ? XZ : NONE;
        }
    }

    InputStream inflate(InputStream compressed) throws IOException {
        return switch (this) {
            case NONE -> compressed;
            case GZIP -> new GzipInput(compressed);
            case XZ -> new XZInputStream(compressed, XZ_MEMORY_KIB);
        };
    }

    /** How many bytes of mail one compressed byte usually holds. */
    int usualRatio() {
        return usualRatio;
    }

    /** The command that tells whether a copy of the file is sound. */
    String test() {
        return test;
    }
}
