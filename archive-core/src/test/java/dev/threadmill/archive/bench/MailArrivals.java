package dev.threadmill.archive.bench;

import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * The messages of a generated archive in order of arrival. Threads begin evenly over some years;
 * only messages of threads that have begun stand in memory.
 */
final class MailArrivals {

    /** 2015-01-01. */
    private static final long BEGIN = 1_420_070_400L;

    private static final long DAY = 86_400;
    private static final long SPAN = 7 * 365 * DAY;

    /** How many messages a thread has on average, as {@link ThreadSketch} draws them. */
    static final double MEAN_SIZE = 7.4;

    private record Due(long arrived, ThreadSketch thread, int node) {}

    private final MailOptions options;
    private final People people;
    private final Dice dice;
    private final double gap;
    private final PriorityQueue<Due> due =
            new PriorityQueue<>(
                    Comparator.comparingLong(Due::arrived)
                            .thenComparingInt(d -> d.thread().number())
                            .thenComparingInt(Due::node));
    private int threads;
    private double nextStart = BEGIN;
    private boolean hugeThread;
    private int hugeDay;

    MailArrivals(MailOptions options) {
        this.options = options;
        people = new People(options.messages());
        dice = new Dice(options.seed(), 'T');
        int rest = options.messages() - options.hugeThread() - options.hugeDay();
        gap = SPAN * MEAN_SIZE / Math.max(1, rest);
        hugeThread = options.hugeThread() > 0;
        hugeDay = options.hugeDay();
    }

    /** The next message; there is always one more. */
    MessageSketch next() {
        while (due.isEmpty() || due.peek().arrived() >= nextStart) {
            long start = (long) nextStart;
            open(ThreadSketch.of(options.seed(), threads++, start, options.lists()));
            nextStart += 2 * gap * dice.share();
            if (hugeThread && start >= BEGIN + SPAN / 4) {
                hugeThread = false;
                open(hugeThread(start));
            }
            if (hugeDay > 0 && start >= BEGIN + SPAN / 2) {
                fillDay((start / DAY + 1) * DAY);
            }
        }
        Due next = due.poll();
        return new MessageSketch(next.thread(), next.node(), people);
    }

    private ThreadSketch hugeThread(long start) {
        return ThreadSketch.huge(
                options.seed(), threads++, start, options.lists(), options.hugeThread(), SPAN / 8);
    }

    private void fillDay(long midnight) {
        while (hugeDay > 0) {
            long start = midnight + dice.below(80_000);
            ThreadSketch thread =
                    ThreadSketch.of(options.seed(), threads++, start, options.lists());
            int size = Math.min(thread.size(), hugeDay);
            open(thread.before(midnight + DAY, size));
            hugeDay -= size;
        }
    }

    private void open(ThreadSketch thread) {
        for (int node = 0; node < thread.size(); node++) {
            due.add(new Due(thread.arrived()[node], thread, node));
        }
    }
}
