package dev.threadmill.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Does the same with many things at once, and stops at the first failure. */
final class Workers {

    private Workers() {}

    /** Gives each item to {@code work}, on so many threads, roughly in order. */
    static <T> void forEach(List<T> items, int workers, Consumer<T> work) {
        AtomicInteger next = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                running.add(
                        pool.submit(
                                () -> {
                                    try {
                                        for (int at = next.getAndIncrement();
                                                at < items.size();
                                                at = next.getAndIncrement()) {
                                            work.accept(items.get(at));
                                        }
                                    } catch (RuntimeException | Error e) {
                                        next.set(items.size());
                                        throw e;
                                    }
                                }));
            }
            for (Future<?> worker : running) {
                await(worker);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static void await(Future<?> worker) {
        try {
            worker.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while making the site", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
