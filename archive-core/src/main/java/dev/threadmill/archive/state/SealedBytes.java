package dev.threadmill.archive.state;

import dev.threadmill.archive.mail.Hash;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * Files of state: a line that names the format, what is to be remembered, and the hash of both. A
 * file is there as a whole or not at all, and is believed as a whole or not at all.
 */
final class SealedBytes {

    private static final int SEAL = 2 * Long.BYTES;

    private SealedBytes() {}

    /** Writes a file anew; one that stands there stays until the new one is whole. */
    static void write(Path file, String format, Encoder content) throws IOException {
        ByteBuffer head = new Encoder().text(format).written();
        ByteBuffer body = content.written();
        MessageDigest digest = Hash.sha256();
        digest.update(head.duplicate());
        digest.update(body.duplicate());
        ByteBuffer seal = new Encoder().hash(Hash.of(digest)).written();
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel =
                FileChannel.open(
                        draft,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            ByteBuffer[] parts = {head, body, seal};
            while (seal.hasRemaining()) {
                channel.write(parts);
            }
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** What is to be remembered; empty where there is nothing, or not as it was written. */
    static Optional<Decoder> read(Path file, String format) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        int end = bytes.length - SEAL;
        if (end < 0 || !new Decoder(bytes, end).hash().equals(Hash.of(bytes, 0, end))) {
            return Optional.empty();
        }
        Decoder content = new Decoder(bytes, 0);
        return content.text().equals(format) ? Optional.of(content) : Optional.empty();
    }
}
