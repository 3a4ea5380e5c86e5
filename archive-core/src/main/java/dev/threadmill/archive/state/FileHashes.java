package dev.threadmill.archive.state;

import dev.threadmill.archive.mail.Fingerprint;
import dev.threadmill.archive.mail.Hash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * Hashes of the first bytes of files, each file gone through but once. For one thread at a time.
 *
 * <p>A file is cut in pieces, whose checksums are worked out side by side; its hash is that of
 * theirs. Two checksums of 32 bits tell a piece from another nearly as surely as one of 64, and are
 * thirty times as fast as a hash that holds against people who look for another piece of the same:
 * here they would have to write to the mail itself.
 */
final class FileHashes {

    private static final int PIECE = 1 << 24;

    private static final int BUFFER = 1 << 18;

    private final Map<Path, Known> known = new HashMap<>();

    private record Known(long size, Hash hash) {}

    /** The checksum of a piece as far as it belongs to the first bytes, and that of all of it. */
    private record Piece(long first, long all) {}

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

    private static Hash hash(long size, List<Long> pieces) {
        Fingerprint hash = new Fingerprint().add(size);
        pieces.forEach(hash::add);
        return hash.hash();
    }

    /** Goes through one piece; where the file has become shorter meanwhile, what is left of it. */
    private static Piece piece(FileChannel channel, long start, long size, long all) {
        CRC32 sum = new CRC32();
        CRC32C other = new CRC32C();
        long end = Math.min(all, start + PIECE);
        long edge = Math.max(start, Math.min(end, size));
        try {
            read(channel, start, edge, sum, other);
            long first = both(sum, other);
            read(channel, edge, end, sum, other);
            return new Piece(first, both(sum, other));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(FileChannel channel, long from, long to, CRC32 sum, CRC32C other)
            throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(BUFFER, to - from));
        for (long at = from; at < to; ) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), to - at));
            int read = channel.read(buffer, at);
            if (read < 0) {
                return;
            }
            sum.update(buffer.array(), 0, read);
            other.update(buffer.array(), 0, read);
            at += read;
        }
    }

    private static long both(CRC32 sum, CRC32C other) {
        return (sum.getValue() << Integer.SIZE) | other.getValue();
    }
}
