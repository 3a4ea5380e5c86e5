package dev.threadmill.maven;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** One bar after the other, with rate and time left, for a person at a terminal. */
final class ProgressBars implements Progress {

    private static final long MEGABYTE = 1_000_000;

    private @Nullable Stage stage;
    private @Nullable ProgressBar bar;

    @Override
    public synchronized void progress(Stage stage, long done, long total) {
        if (this.stage == null || stage.compareTo(this.stage) > 0) {
            close();
            this.stage = stage;
            bar = open(stage, total);
        }
        // A worker may be late: a bar goes back neither to an earlier stage nor to a lower figure.
        if (bar != null && stage == this.stage && done > bar.getCurrent()) {
            bar.maxHint(total);
            bar.stepTo(done);
        }
    }

    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }

    private static ProgressBar open(Stage stage, long total) {
        ProgressBarBuilder builder =
                new ProgressBarBuilder()
                        .setTaskName(String.format("%-13s", stage.title()))
                        .setInitialMax(total)
                        .setStyle(ProgressBarStyle.ASCII)
                        .setUpdateIntervalMillis(200)
                        .showSpeed();
        if (stage == Stage.READ) {
            builder.setUnit(" MB", MEGABYTE);
        }
        return builder.build();
    }
}
