package dev.threadmill.archive;

import dev.threadmill.archive.mail.Meanwhile;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Does the same with many things at once, and stops at the first failure. */
final class Workers {

    private Workers() {}

    /**
     * Gives each item to {@code work}, on so many threads or as many as there are items, roughly in
     * order. Returns or throws when none of them is at work any more, so that what they write to
     * can be closed.
     */
    static <T> void forEach(List<T> items, int workers, Consumer<T> work) {
        if (items.isEmpty()) {
            return;
        }
        AtomicInteger next = new AtomicInteger();
        int threads = Math.min(workers, items.size());
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Meanwhile<@Nullable Void>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(
                        Meanwhile.begin(
                                () -> {
                                    try {
                                        for (int at = next.getAndIncrement();
                                                at < items.size();
                                                at = next.getAndIncrement()) {
                                            work.accept(items.get(at));
                                        }
                                    } finally {
                                        next.set(items.size());
                                    }
                                    return null;
                                },
                                pool));
            }
            running.forEach(Meanwhile::get);
        } finally {
            next.set(items.size());
            end(pool);
        }
    }

    /** Lets everybody finish what they are at, unless the caller is to stop at once. */
    private static void end(ExecutorService pool) {
        boolean interrupted = Thread.interrupted();
        if (interrupted) {
            pool.shutdownNow();
        } else {
            pool.shutdown();
        }
        while (!pool.isTerminated()) {
            try {
                pool.awaitTermination(1, TimeUnit.HOURS);
            } catch (InterruptedException e) {
                interrupted = true;
                pool.shutdownNow();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
