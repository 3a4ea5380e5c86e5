package dev.threadmill.archive.mail;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks through bytes eight at a time: most of reading mail is looking for the next line end. */
public final class ByteSearch {

    private static final VarHandle EIGHT =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    private ByteSearch() {}

    /** Where the first {@code wanted} in {@code bytes[from..to)} is; {@code to} without one. */
    public static int indexOf(byte wanted, byte[] bytes, int from, int to) {
        long pattern = (wanted & 0xff) * ONES;
        int i = from;
        for (; i <= to - 8; i += 8) {
            long difference = (long) EIGHT.get(bytes, i) ^ pattern;
            // A byte that is zero borrows from its high bit; the lowest one that does is real.
            long found = (difference - ONES) & ~difference & HIGH_BITS;
            if (found != 0) {
                return i + (Long.numberOfTrailingZeros(found) >> 3);
            }
        }
        while (i < to && bytes[i] != wanted) {
            i++;
        }
        return Math.max(i, from);
    }

    /** Whether no byte of {@code bytes[from..to)} has its high bit set. */
    public static boolean isAscii(byte[] bytes, int from, int to) {
        int i = from;
        for (; i <= to - 8; i += 8) {
            if (((long) EIGHT.get(bytes, i) & HIGH_BITS) != 0) {
                return false;
            }
        }
        for (; i < to; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }
}
