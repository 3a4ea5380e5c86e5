package dev.threadmill.archive.output;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Distinct pieces of paths, each under a number from 0 in order of their coming: less than 40 bytes
 * for one beside its own. Pieces that differ in case only have a common leader. Not thread-safe.
 */
final class Names {

    static final int NONE = -1;

    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    /**
     * Sets the one bit in which two ASCII letters of different case differ. No other two characters
     * that a path may hold (see {@code SitePath}) differ in it alone.
     */
    private static final long FOLD = 0x2020202020202020L;

    private byte[] bytes = new byte[1 << 12];
    private int[] ends = new int[1 << 6];
    private int[] leaders = new int[1 << 6];
    private final Slots exact = new Slots();
    private final Slots folded = new Slots();
    private int size;

    /**
     * Names are chosen by strangers; a seed they don't know keeps them from colliding on purpose.
     */
    private final long seed = System.nanoTime() * MULTIPLIER;

    int size() {
        return size;
    }

    /** The number of a name, or {@link #NONE}. */
    int find(byte[] name, int from, int to) {
        return find(name, from, to, hash(name, from, to, 0));
    }

    private int find(byte[] name, int from, int to, int hash) {
        for (int slot = exact.first(hash); exact.isTaken(slot); slot = exact.next(slot)) {
            if (exact.has(slot, hash) && is(exact.number(slot), name, from, to)) {
                return exact.number(slot);
            }
        }
        return NONE;
    }

    /** The leader of all names that equal this one but for case, or {@link #NONE}. */
    int findLeader(byte[] name, int from, int to) {
        return findLeader(name, from, to, hash(name, from, to, FOLD));
    }

    private int findLeader(byte[] name, int from, int to, int hash) {
        for (int slot = folded.first(hash); folded.isTaken(slot); slot = folded.next(slot)) {
            if (folded.has(slot, hash) && isFolded(folded.number(slot), name, from, to)) {
                return folded.number(slot);
            }
        }
        return NONE;
    }

    /** The number of a name, which it is given if it has none. */
    int intern(byte[] name, int from, int to) {
        int hash = hash(name, from, to, 0);
        int known = find(name, from, to, hash);
        if (known != NONE) {
            return known;
        }
        int number = append(name, from, to);
        exact.add(hash, number);
        int foldedHash = hash(name, from, to, FOLD);
        int leader = findLeader(name, from, to, foldedHash);
        if (leader == NONE) {
            folded.add(foldedHash, number);
        }
        leaders[number] = leader == NONE ? number : leader;
        return number;
    }

    /** The first of the names that equal this one but for case: itself, mostly. */
    int leader(int number) {
        return leaders[number];
    }

    boolean is(int number, byte[] name, int from, int to) {
        return Arrays.equals(bytes, start(number), ends[number], name, from, to);
    }

    int compare(int a, int b) {
        return Arrays.compareUnsigned(bytes, start(a), ends[a], bytes, start(b), ends[b]);
    }

    /** Copies a name to {@code target} and returns the position after it. */
    int copy(int number, byte[] target, int position) {
        int length = length(number);
        System.arraycopy(bytes, start(number), target, position, length);
        return position + length;
    }

    int length(int number) {
        return ends[number] - start(number);
    }

    String text(int number) {
        return new String(bytes, start(number), length(number), StandardCharsets.ISO_8859_1);
    }

    /** For each number its place in the order of the names' bytes. */
    int[] ranks() {
        Integer[] sorted = new Integer[size];
        Arrays.setAll(sorted, i -> i);
        Arrays.parallelSort(sorted, this::compare);
        int[] ranks = new int[size];
        for (int i = 0; i < size; i++) {
            ranks[sorted[i]] = i;
        }
        return ranks;
    }

    private int start(int number) {
        return number == 0 ? 0 : ends[number - 1];
    }

    private int append(byte[] name, int from, int to) {
        int start = size == 0 ? 0 : ends[size - 1];
        int end = Math.addExact(start, to - from);
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Growth.of(bytes.length, end));
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, Growth.of(size, size + 1));
            leaders = Arrays.copyOf(leaders, ends.length);
        }
        System.arraycopy(name, from, bytes, start, to - from);
        ends[size] = end;
        return size++;
    }

    private boolean isFolded(int number, byte[] name, int from, int to) {
        if (length(number) != to - from) {
            return false;
        }
        int other = start(number);
        for (int i = from; i < to; i++, other++) {
            if (((bytes[other] ^ name[i]) & ~(int) (byte) FOLD) != 0) {
                return false;
            }
        }
        return true;
    }

    private int hash(byte[] name, int from, int to, long fold) {
        long hash = seed + (to - from);
        int i = from;
        for (; i + Long.BYTES <= to; i += Long.BYTES) {
            hash = mix(hash ^ ((long) LONG.get(name, i) | fold));
        }
        long tail = 0;
        for (; i < to; i++) {
            tail = (tail << 8) | ((name[i] | fold) & 0xff);
        }
        return (int) mix(hash ^ tail);
    }

    /** Spreads the bits of a number over all of it. */
    static long mix(long value) {
        long spread = value * MULTIPLIER;
        spread ^= spread >>> 32;
        spread *= MULTIPLIER;
        return spread ^ (spread >>> 29);
    }
}
