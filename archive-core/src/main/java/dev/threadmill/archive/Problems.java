package dev.threadmill.archive;

import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** Everything that is found wrong with the mail of one run, whichever room finds it. */
final class Problems {

    /** One that was found in reading a source, so that its place is in that one. */
    record Read(int list, int source, Problem problem) {}

    private final List<Read> read = new ArrayList<>();

    /** By list and number: a message is loaded again for every page kind that wants it. */
    private final Map<Long, List<Problem>> content = new ConcurrentSkipListMap<>();

    /** Likewise, of files that were there when their header was read. */
    private final Map<Long, Problem> vanished = new ConcurrentSkipListMap<>();

    private final Set<Problem> layout =
            new ConcurrentSkipListSet<>(Comparator.comparing(Problem::toString));

    /** Takes what is wrong with a source or with the header of a message in it. */
    void add(int list, int source, Problem problem) {
        read.add(new Read(list, source, problem));
    }

    /** Takes what somebody should know of a message, once all are read. */
    void add(Message message, Problem problem) {
        add(message.list(), message.source(), problem);
    }

    /** Takes what is wrong with what a message says; safe for threads. */
    void add(Message message, List<Problem> problems) {
        if (!problems.isEmpty()) {
            content.put(message.key(), problems);
        }
    }

    /** Takes that a message was gone when it was to be read again; safe for threads. */
    void addVanished(Message message, Problem problem) {
        vanished.put(message.key(), problem);
    }

    /**
     * Whether a message was gone, so that what comes of this build is not all that the mail says.
     */
    boolean anyVanished() {
        return !vanished.isEmpty();
    }

    /** Takes what went wrong in laying out a message, named by its id; safe for threads. */
    void addLayout(Problem problem) {
        layout.add(problem);
    }

    /** In the order in which the sources were read. */
    List<Read> read() {
        return read;
    }

    /** What was wrong with what a message says, as far as it has been read. */
    List<Problem> content(Message message) {
        Problem gone = vanished.get(message.key());
        return gone == null ? content.getOrDefault(message.key(), List.of()) : List.of(gone);
    }

    /** In the order of the ids. */
    Set<Problem> layout() {
        return layout;
    }

    /** All found so far: of the sources and headers, of the contents, of the layout. */
    List<Problem> all() {
        List<Problem> all = new ArrayList<>();
        read.forEach(found -> all.add(found.problem()));
        all.addAll(vanished.values());
        content.forEach(
                (key, found) -> {
                    if (!vanished.containsKey(key)) {
                        all.addAll(found);
                    }
                });
        all.addAll(layout);
        return all;
    }
}
