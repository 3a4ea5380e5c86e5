package dev.threadmill.archive.output;

/**
 * Finds numbers by the hash of what they stand for: open addressing, and the hash beside the
 * number, so that what has another hash is passed over without a look at it. About 16 bytes for a
 * number.
 */
final class Slots {

    private long[] slots = new long[1 << 7];
    private int taken;

    /** The first slot to look at; then {@link #next} as long as it {@link #isTaken}. */
    int first(int hash) {
        return hash & (slots.length - 1);
    }

    int next(int slot) {
        return (slot + 1) & (slots.length - 1);
    }

    boolean isTaken(int slot) {
        return slots[slot] != 0;
    }

    boolean has(int slot, int hash) {
        return (int) (slots[slot] >>> Integer.SIZE) == hash;
    }

    int number(int slot) {
        return (int) slots[slot] - 1;
    }

    /** Adds a number, which is not looked for. */
    void add(int hash, int number) {
        if (++taken * 4L > slots.length * 3L) {
            grow();
        }
        place(((long) hash << Integer.SIZE) | (number + 1));
    }

    private void place(long entry) {
        int slot = first((int) (entry >>> Integer.SIZE));
        while (slots[slot] != 0) {
            slot = next(slot);
        }
        slots[slot] = entry;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[Math.multiplyExact(old.length, 2)];
        for (long entry : old) {
            if (entry != 0) {
                place(entry);
            }
        }
    }
}
