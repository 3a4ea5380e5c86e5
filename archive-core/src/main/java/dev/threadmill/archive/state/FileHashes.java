package dev.threadmill.archive.state;

import dev.threadmill.archive.mail.Fingerprint;
import dev.threadmill.archive.mail.Hash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Hashes of the first bytes of files, each file gone through but once. For one thread at a time.
 *
 * <p>A file is cut in pieces, whose hashes are worked out side by side; its own is the hash of
 * theirs.
 */
final class FileHashes {

    private static final int PIECE = 1 << 24;

    private static final int BUFFER = 1 << 18;

    private final Map<Path, Known> known = new HashMap<>();

    private record Known(long size, Hash hash) {}

    /** The hash of a piece as far as it belongs to the first bytes, and the hash of all of it. */
    private record Piece(Hash first, Hash all) {}

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
        try (FileChannel channel = FileChannel.open(file)) {
            if (channel.size() < size) {
                return Optional.empty();
            }
            List<Piece> pieces =
                    LongStream.range(0, count(all))
                            .parallel()
                            .mapToObj(piece -> piece(channel, piece * PIECE, size, all))
                            .toList();
            known.put(file, new Known(all, hash(all, pieces.stream().map(Piece::all).toList())));
            List<Piece> first = pieces.subList(0, (int) count(size));
            return Optional.of(hash(size, first.stream().map(Piece::first).toList()));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static long count(long size) {
        return (size + PIECE - 1) / PIECE;
    }

    private static Hash hash(long size, List<Hash> pieces) {
        Fingerprint hash = new Fingerprint().add(size);
        pieces.forEach(hash::add);
        return hash.hash();
    }

    /** Hashes one piece; where the file has become shorter meanwhile, what is left of it. */
    private static Piece piece(FileChannel channel, long start, long size, long all) {
        MessageDigest digest = Hash.sha256();
        long end = Math.min(all, start + PIECE);
        long edge = Math.max(start, Math.min(end, size));
        try {
            read(channel, start, edge, digest);
            Hash first = Hash.of(copy(digest));
            read(channel, edge, end, digest);
            return new Piece(first, Hash.of(digest));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(FileChannel channel, long from, long to, MessageDigest digest)
            throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(BUFFER, to - from));
        for (long at = from; at < to; ) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), to - at));
            int read = channel.read(buffer, at);
            if (read < 0) {
                return;
            }
            digest.update(buffer.flip());
            at += read;
        }
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("Java platform whose SHA-256 cannot be copied", e);
        }
    }
}
