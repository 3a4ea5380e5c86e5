package dev.threadmill.maven;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A line every few seconds, for logs. A build that is done before the first says nothing. */
final class ProgressLines implements Progress {

    private static final long INTERVAL = Duration.ofSeconds(5).toNanos();

    private final Consumer<String> log;
    private final LongSupplier nanoTime;

    private @Nullable Stage stage;
    private long began;
    private long said;

    /**
     * @param nanoTime a clock that only ever goes forward, in nanoseconds
     */
    ProgressLines(Consumer<String> log, LongSupplier nanoTime) {
        this.log = log;
        this.nanoTime = nanoTime;
        said = nanoTime.getAsLong();
    }

    @Override
    public synchronized void progress(Stage stage, long done, long total) {
        long now = nanoTime.getAsLong();
        if (this.stage == null || stage.compareTo(this.stage) > 0) {
            this.stage = stage;
            began = now;
        }
        if (stage == this.stage && now - said >= INTERVAL) {
            said = now;
            log.accept(line(stage, done, total, now - began));
        }
    }

    @Override
    public void close() {}

    private static String line(Stage stage, long done, long total, long nanos) {
        StringBuilder line = new StringBuilder(stage.title()).append(": ");
        line.append(amount(stage, done));
        if (total > 0) {
            line.append(" of ").append(amount(stage, total));
            line.append(" (").append(100 * done / total).append(" %)");
        }
        double seconds = nanos / 1e9;
        if (done > 0 && seconds > 0) {
            double rate = done / seconds;
            line.append(", ").append(amount(stage, Math.round(rate))).append("/s");
            if (total > done) {
                Duration left = Duration.ofMillis(Math.round(1000 * (total - done) / rate));
                line.append(", ").append(Figures.time(left)).append(" left");
            }
        }
        return line.toString();
    }

    private static String amount(Stage stage, long number) {
        return stage == Stage.READ ? Figures.bytes(number) : Figures.count(number);
    }
}
