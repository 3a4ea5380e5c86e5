package dev.threadmill.archive.output;

import dev.threadmill.archive.mail.Hash;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;

/** Reads the lines of a file that {@link SealedWriter} wrote, and whether its seal is whole. */
final class SealedReader implements Closeable {

    private static final int LONGEST = 1 << 13;

    private final InputStream in;
    private final MessageDigest digest = Hash.sha256();
    private final byte[] buffer = new byte[1 << 17];
    private int from;
    private int to;
    private int next;
    private int limit;
    private Optional<Hash> seal = Optional.empty();

    SealedReader(Path file) throws IOException {
        in = Files.newInputStream(file);
    }

    /** The hash that seals a file; empty when it is damaged. */
    static Optional<Hash> sealOf(Path file) throws IOException {
        try (SealedReader lines = new SealedReader(file)) {
            while (lines.next()) {
                // All that counts is whether the seal agrees with them.
            }
            return lines.seal();
        }
    }

    /** Goes to the next line; false at the end, or where it can't be a file of ours any more. */
    boolean next() throws IOException {
        seal = Optional.empty();
        int newline = findNewline();
        if (newline < 0) {
            return false;
        }
        from = next;
        to = newline;
        next = newline + 1;
        if (to - from == 2 + 32 && buffer[from] == '#') {
            Hash hash = Hash.of(digest);
            boolean agrees = text().equals(SealedWriter.SEAL + hash);
            boolean last = next == limit && !fill();
            seal = agrees && last ? Optional.of(hash) : Optional.empty();
            return false;
        }
        digest.update(buffer, from, next - from);
        return true;
    }

    /** The bytes in which the line stands, until the next one is read. */
    byte[] bytes() {
        return buffer;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    String text() {
        return new String(buffer, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** After the last line: the hash of all, if the file is as it was written. */
    Optional<Hash> seal() {
        return seal;
    }

    private int findNewline() throws IOException {
        int scanned = next;
        while (true) {
            for (; scanned < limit; scanned++) {
                if (buffer[scanned] == '\n') {
                    return scanned;
                }
            }
            if (limit - next > LONGEST) {
                return -1;
            }
            scanned -= next;
            if (!fill()) {
                return -1;
            }
        }
    }

    /** Moves what is left to the front and reads on behind it. False at the end of the file. */
    private boolean fill() throws IOException {
        System.arraycopy(buffer, next, buffer, 0, limit - next);
        limit -= next;
        next = 0;
        int read = in.read(buffer, limit, buffer.length - limit);
        limit += Math.max(read, 0);
        return read > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
