package dev.threadmill.archive.source;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds {@code From } in bytes, eight at a time: {@code F} is rare in mail, so that most words are
 * passed over with one comparison.
 */
final class FromSearch {

    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGHS = 0x8080_8080_8080_8080L;
    private static final long FS = 'F' * ONES;

    private FromSearch() {}

    /**
     * The index of the first {@code From } that stands wholly between {@code from} and {@code to};
     * else the first index at which one might still begin once more bytes are there.
     */
    static int next(byte[] bytes, int from, int to) {
        int at = from;
        while (true) {
            at = nextF(bytes, at, to);
            if (at + FromLine.PREFIX > to) {
                return at;
            }
            if (bytes[at + 1] == 'r'
                    && bytes[at + 2] == 'o'
                    && bytes[at + 3] == 'm'
                    && bytes[at + 4] == ' ') {
                return at;
            }
            at++;
        }
    }

    private static int nextF(byte[] bytes, int from, int to) {
        int i = from;
        for (; i <= to - Long.BYTES; i += Long.BYTES) {
            long word = (long) LONG.get(bytes, i) ^ FS;
            long zeros = (word - ONES) & ~word & HIGHS;
            if (zeros != 0) {
                return i + (Long.numberOfTrailingZeros(zeros) >>> 3);
            }
        }
        for (; i < to; i++) {
            if (bytes[i] == 'F') {
                return i;
            }
        }
        return to;
    }
}
