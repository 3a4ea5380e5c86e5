package dev.threadmill.archive.bench;

/** Chance that falls the same way for the same seeds, on every JDK: SplitMix64. */
final class Dice {

    private static final long STEP = 0x9E3779B97F4A7C15L;

    private long state;

    Dice(long... seeds) {
        for (long seed : seeds) {
            state = mix(state + STEP + seed);
        }
    }

    private static long mix(long bits) {
        long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    long next() {
        state += STEP;
        return mix(state);
    }

    /** A whole number from 0 to {@code bound - 1}. */
    int below(int bound) {
        return (int) (((next() >>> 33) * bound) >>> 31);
    }

    /** A share from 0 to just below 1. */
    double share() {
        return (next() >>> 11) * 0x1p-53;
    }

    /** Whether something happens that happens in this share of all cases. */
    boolean chance(double share) {
        return share() < share;
    }

    /** A number as {@code spread} has them. */
    int of(Spread spread) {
        return spread.at(share());
    }

    <T> T pick(T[] values) {
        return values[below(values.length)];
    }
}
