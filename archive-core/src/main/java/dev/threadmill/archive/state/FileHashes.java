package dev.threadmill.archive.state;

import dev.threadmill.archive.mail.Hash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Hashes of the first bytes of files, each file gone through but once. For one thread at a time.
 */
final class FileHashes {

    private static final int BUFFER = 1 << 18;

    private final Map<Path, Known> known = new HashMap<>();

    private record Known(long size, Hash hash) {}

    /**
     * The hash of a file's first bytes; empty when it has not so many.
     *
     * @param all how many bytes it has, whose hash is likely to be asked for next
     */
    Optional<Hash> of(Path file, long size, long all) throws IOException {
        Known before = known.get(file);
        if (before != null && before.size() == size) {
            return Optional.of(before.hash());
        }
        MessageDigest digest = Hash.sha256();
        try (InputStream in = Files.newInputStream(file)) {
            if (!read(in, digest, size)) {
                return Optional.empty();
            }
            Hash hash = Hash.of(copy(digest));
            if (read(in, digest, all - size)) {
                known.put(file, new Known(all, Hash.of(digest)));
            }
            return Optional.of(hash);
        }
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("Java platform whose SHA-256 cannot be copied", e);
        }
    }

    private static boolean read(InputStream in, MessageDigest digest, long size)
            throws IOException {
        byte[] buffer = new byte[(int) Math.min(BUFFER, Math.max(1, size))];
        for (long rest = size; rest > 0; ) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, rest));
            if (read < 0) {
                return false;
            }
            digest.update(buffer, 0, read);
            rest -= read;
        }
        return true;
    }
}
