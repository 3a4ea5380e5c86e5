package dev.threadmill.archive.parse;

import dev.threadmill.archive.mail.Meanwhile;
import dev.threadmill.archive.mail.Problem;
import dev.threadmill.archive.source.RawMessage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Batches of messages on their way through the workers, oldest first. Never more of them are under
 * way than keep the workers busy: then whoever adds waits for the oldest one.
 */
final class BatchQueue implements AutoCloseable {

    private static final int BATCH_BYTES = 2 << 20;

    private final SkeletonParser parser;
    private final Dating dating;
    private final Consumer<Problem> problems;
    private final @Nullable ExecutorService pool;
    private final int mostUnderWay;
    private final Deque<UnderWay> underWay = new ArrayDeque<>();

    private Batch batch;

    private record UnderWay(Batch batch, Meanwhile<List<Skeleton>> skeletons) {}

    BatchQueue(
            SkeletonParser parser,
            int firstNumber,
            int workers,
            Dating dating,
            Consumer<Problem> problems) {
        this.parser = parser;
        this.dating = dating;
        this.problems = problems;
        this.pool = workers == 1 ? null : pool(workers);
        this.mostUnderWay = workers == 1 ? 0 : 2 * workers;
        this.batch = new Batch(firstNumber);
    }

    private static ExecutorService pool(int workers) {
        AtomicInteger count = new AtomicInteger();
        return Executors.newFixedThreadPool(
                workers,
                work -> {
                    Thread thread = new Thread(work, "archive-parse-" + count.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }

    void add(RawMessage raw) {
        batch.add(raw);
        if (batch.bytes() >= BATCH_BYTES) {
            send();
        }
    }

    /** Takes a message that the source took back since. */
    void addRemoved(RawMessage raw) {
        batch.addRemoved(raw);
        if (batch.bytes() >= BATCH_BYTES) {
            send();
        }
    }

    /** Takes what the source says of itself, to be passed on at its place between the messages. */
    void report(Problem problem) {
        batch.add(problem);
    }

    /** Waits for everything that was added. */
    void finish() {
        send();
        while (!underWay.isEmpty()) {
            takeOldest();
        }
    }

    private void send() {
        Batch full = batch;
        batch = full.next();
        Executor here = Runnable::run;
        Executor workers = pool == null ? here : pool;
        underWay.add(new UnderWay(full, Meanwhile.begin(() -> full.parse(parser), workers)));
        while (underWay.size() > mostUnderWay) {
            takeOldest();
        }
    }

    private void takeOldest() {
        UnderWay oldest = underWay.remove();
        oldest.batch().collect(oldest.skeletons().get(), dating, problems);
    }

    @Override
    public void close() {
        if (pool != null) {
            pool.shutdownNow();
        }
    }
}
