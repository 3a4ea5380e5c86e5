package dev.threadmill.archive.bench;

import java.util.Arrays;

/**
 * The shape of a generated thread: who answers whom, and when it arrives. It follows from seed and
 * number alone, so nothing of a thread has to be kept to write its messages.
 *
 * @param patches how many patches follow the cover letter of a series
 * @param parents by node: the node it answers; {@link #NONE} or {@link #GHOST} for the first
 * @param arrived by node: seconds since 1970 UTC; never before the parent
 * @param lists the lists that hold it, its own first
 */
@SuppressWarnings("ArrayRecordComponent") // compared and printed nowhere
record ThreadSketch(
        long seed, int number, Form form, int patches, int[] parents, long[] arrived, int[] lists) {

    /** What a thread begins with. */
    enum Form {
        SERIES,
        PATCH,
        TALK
    }

    /** Answers nothing. */
    static final int NONE = -1;

    /** Answers a message that no list holds. */
    static final int GHOST = -2;

    private static final Spread SERIES =
            Spread.of(
                    0, 1, 5, 2, 20, 2, 30, 3, 50, 4, 60, 6, 70, 7, 80, 10, 90, 15, 95, 20, 98, 26,
                    99, 34, 99.9, 63, 100, 141);
    private static final Spread ANSWERS_TO_SERIES =
            Spread.of(
                    0, 0, 12, 0, 30, 2, 50, 5, 70, 10, 85, 18, 93, 28, 98, 55, 99.8, 100, 100, 150);
    private static final Spread ANSWERS =
            Spread.of(
                    0, 0, 26, 0, 45, 1, 60, 2, 75, 4, 85, 6.5, 92, 10, 96, 16, 99, 29, 99.9, 70,
                    100, 140);

    /** Seconds until somebody answers. */
    private static final Spread DELAYS =
            Spread.of(
                    0,
                    40,
                    10,
                    600,
                    25,
                    2_000,
                    50,
                    15_000,
                    75,
                    80_000,
                    90,
                    350_000,
                    95,
                    750_000,
                    99,
                    2_700_000,
                    100,
                    16_000_000);

    static ThreadSketch of(long seed, int number, long start, int lists) {
        Dice dice = new Dice(seed, number);
        double share = dice.share();
        Form form = share < 0.25 ? Form.SERIES : share < 0.67 ? Form.PATCH : Form.TALK;
        int patches = form == Form.SERIES ? dice.of(SERIES) : 0;
        int answers = dice.of(form == Form.SERIES ? ANSWERS_TO_SERIES : ANSWERS);
        int[] parents = grow(dice, patches, answers, form != Form.SERIES && dice.chance(0.24));
        long[] arrived = new long[parents.length];
        arrived[0] = start;
        for (int node = 1; node < parents.length; node++) {
            arrived[node] =
                    node <= patches
                            ? arrived[node - 1] + 1 + dice.below(2)
                            : arrived[parents[node]] + dice.of(DELAYS);
        }
        return new ThreadSketch(
                seed, number, form, patches, parents, arrived, lists(dice, number, lists));
    }

    /** A thread of {@code size} messages, spread over {@code seconds}. */
    static ThreadSketch huge(long seed, int number, long start, int lists, int size, long seconds) {
        Dice dice = new Dice(seed, number);
        int[] parents = grow(dice, 0, size - 1, false);
        long[] arrived = new long[size];
        for (int node = 0; node < size; node++) {
            arrived[node] = start + seconds * node / size;
        }
        return new ThreadSketch(
                seed, number, Form.TALK, 0, parents, arrived, lists(dice, number, lists));
    }

    /** The same thread with its first {@code size} messages, all of them before {@code end}. */
    ThreadSketch before(long end, int size) {
        Dice dice = new Dice(seed, number, 'E');
        long[] sooner = Arrays.copyOf(arrived, size);
        for (int node = 1; node < size; node++) {
            long parent = sooner[Math.max(0, parents[node])];
            sooner[node] = parent + (long) ((end - parent) * dice.share() / 2);
        }
        return new ThreadSketch(
                seed, number, form, patches, Arrays.copyOf(parents, size), sooner, lists);
    }

    private static int[] grow(Dice dice, int patches, int answers, boolean continued) {
        int[] parents = new int[1 + patches + answers];
        parents[0] = continued ? GHOST : NONE;
        for (int node = 1 + patches; node < parents.length; node++) {
            boolean talking = node > 1 + patches && dice.chance(0.46);
            parents[node] = talking ? node - 1 : dice.below(Math.min(node, 1 + patches + 40));
        }
        return parents;
    }

    /** One message in ten stands in two or three lists. */
    private static int[] lists(Dice dice, int number, int lists) {
        double share = dice.share();
        int home = (int) (share * share * lists);
        int more = lists == 1 || dice.chance(0.9) ? 0 : dice.chance(0.7) ? 1 : 2;
        int[] all = new int[1 + Math.min(more, lists - 1)];
        for (int i = 0; i < all.length; i++) {
            all[i] = (home + i * (1 + number % 2)) % lists;
        }
        return all.length == 3 && all[2] == all[0] ? Arrays.copyOf(all, 2) : all;
    }

    int size() {
        return parents.length;
    }
}
