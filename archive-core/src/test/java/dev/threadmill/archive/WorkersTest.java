package dev.threadmill.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkersTest {

    @Test
    void givesEachItemToOneWorker() {
        List<Integer> items = IntStream.range(0, 1000).boxed().toList();
        Set<Integer> done = ConcurrentHashMap.newKeySet();

        Workers.forEach(items, 3, item -> assertThat(done.add(item)).isTrue());

        assertThat(done).hasSameSizeAs(items);
    }

    @Test
    void beginsNoMoreThreadsThanThereAreItems() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        threads.resetPeakThreadCount();
        int before = threads.getPeakThreadCount();

        Workers.forEach(List.of(), 500, item -> {});
        Workers.forEach(List.of("one", "two"), 500, item -> {});

        assertThat(threads.getPeakThreadCount()).isLessThan(before + 500);
    }

    @Test
    void failsOnlyWhenNobodyIsAtWorkAnyMore() {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch failing = new CountDownLatch(1);
        Set<String> done = ConcurrentHashMap.newKeySet();

        assertThatThrownBy(
                        () ->
                                Workers.forEach(
                                        List.of("fails", "takes long"),
                                        2,
                                        item -> {
                                            if (item.equals("fails")) {
                                                await(busy);
                                                failing.countDown();
                                                throw new IllegalStateException("a template");
                                            }
                                            busy.countDown();
                                            await(failing);
                                            compute();
                                            done.add(item);
                                        }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a template");

        assertThat(done).containsExactly("takes long");
    }

    @Test
    void beginsNothingMoreAfterAFailure() {
        Set<Integer> begun = ConcurrentHashMap.newKeySet();

        assertThatThrownBy(
                        () ->
                                Workers.forEach(
                                        List.of(1, 2, 3),
                                        1,
                                        item -> {
                                            begun.add(item);
                                            throw new IllegalStateException("the disk");
                                        }))
                .hasMessage("the disk");

        assertThat(begun).containsExactly(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Work that no interruption ends. */
    private static void compute() {
        long found = 0;
        for (long i = 0; i < 200_000_000; i++) {
            found = Math.max(found, i * 31 ^ found);
        }
        assertThat(found).isPositive();
    }
}
