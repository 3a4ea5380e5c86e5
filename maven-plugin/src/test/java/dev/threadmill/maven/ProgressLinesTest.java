package dev.threadmill.maven;

import static dev.threadmill.archive.ProgressListener.Stage.READ;
import static dev.threadmill.archive.ProgressListener.Stage.RENDER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressLinesTest {

    private final List<String> log = new ArrayList<>();
    private long seconds;
    private final Progress progress = new ProgressLines(log::add, () -> seconds * 1_000_000_000);

    @Test
    void saysNothingOfAShortBuild() {
        progress.progress(READ, 10, 100);
        seconds = 4;
        progress.progress(RENDER, 50, 50);
        assertThat(log).isEmpty();
    }

    @Test
    void saysALineEveryFiveSeconds() {
        progress.progress(READ, 0, 40_000_000);
        seconds = 5;
        progress.progress(READ, 10_000_000, 40_000_000);
        progress.progress(READ, 10_000_001, 40_000_000);
        seconds = 10;
        progress.progress(READ, 20_000_000, 40_000_000);
        assertThat(log)
                .containsExactly(
                        "Reading mail: 10.0 MB of 40.0 MB (25 %), 2.0 MB/s, 15 s left",
                        "Reading mail: 20.0 MB of 40.0 MB (50 %), 2.0 MB/s, 10 s left");
    }

    @Test
    void measuresEachStageFromItsOwnBeginning() {
        progress.progress(READ, 0, 10);
        seconds = 4;
        progress.progress(RENDER, 0, 4_000);
        seconds = 6;
        progress.progress(RENDER, 2_000, 4_000);
        assertThat(log)
                .containsExactly("Writing pages: 2,000 of 4,000 (50 %), 1,000/s, 2.0 s left");
    }

    @Test
    void doesNotPromiseWhatItCannotKnow() {
        progress.progress(RENDER, 0, 0);
        seconds = 5;
        progress.progress(RENDER, 0, 0);
        seconds = 10;
        progress.progress(RENDER, 20, 0);
        assertThat(log).containsExactly("Writing pages: 0", "Writing pages: 20, 2/s");
    }

    @Test
    void ignoresALateWorkerOfAnEarlierStage() {
        progress.progress(RENDER, 1, 10);
        seconds = 6;
        progress.progress(READ, 9, 10);
        assertThat(log).isEmpty();
    }
}
