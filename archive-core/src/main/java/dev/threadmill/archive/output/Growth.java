package dev.threadmill.archive.output;

/** How far arrays grow: by half, so that little of them stands empty. */
final class Growth {

    private static final int LARGEST = Integer.MAX_VALUE - 8;

    private Growth() {}

    /** The new length of an array that has become too short for {@code wanted} elements. */
    static int of(int length, int wanted) {
        return (int) Math.min(LARGEST, Math.max(wanted, length + (length >> 1) + 1L));
    }
}
