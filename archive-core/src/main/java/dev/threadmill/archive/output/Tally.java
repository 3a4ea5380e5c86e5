package dev.threadmill.archive.output;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts files of which one sentence is to tell. Thread-safe. */
final class Tally {

    private long count;
    private @Nullable String first;

    synchronized void add(String path) {
        count++;
        if (first == null || path.compareTo(first) < 0) {
            first = path;
        }
    }

    synchronized long count() {
        return count;
    }

    /** {@code 3 files, such as 'dev/index.html', } and the rest; empty when there are none. */
    synchronized Optional<String> sentence(String rest) {
        if (first == null) {
            return Optional.empty();
        }
        String files = count == 1 ? "1 file, '" + first : count + " files, such as '" + first;
        return Optional.of(files + "', " + rest);
    }
}
