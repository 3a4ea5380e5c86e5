package dev.threadmill.archive.parse;

/**
 * Lets equal values share one object, so that a list's skeletons hold each name and id about once.
 * It forgets: at most so many values are remembered, the latest of each place in the table. Any
 * thread may use it, since a lost race costs no more than a second copy of an immutable value.
 */
final class Interner<T> {

    private static final int SIZE = 1 << 15;

    private final Object[] table = new Object[SIZE];

    /** An equal value that was seen before, or this one. */
    @SuppressWarnings("unchecked")
    T share(T value) {
        int hash = value.hashCode();
        int slot = (hash ^ (hash >>> 16)) & (SIZE - 1);
        Object seen = table[slot];
        if (value.equals(seen)) {
            return (T) seen;
        }
        table[slot] = value;
        return value;
    }
}
