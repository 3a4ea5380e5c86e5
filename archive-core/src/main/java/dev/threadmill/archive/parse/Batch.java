package dev.threadmill.archive.parse;

import dev.threadmill.archive.mail.Problem;
import dev.threadmill.archive.source.RawMessage;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;

/** Messages in source order, and what the source said of itself between them. */
final class Batch {

    private final int firstNumber;
    private final List<RawMessage> messages = new ArrayList<>();
    private final BitSet removed = new BitSet();
    private final List<Report> reports = new ArrayList<>();
    private long bytes;

    /**
     * What the source said.
     *
     * @param before the index of the message before which it said it
     */
    private record Report(int before, Problem problem) {}

    Batch(int firstNumber) {
        this.firstNumber = firstNumber;
    }

    /** An empty batch to follow this one. */
    Batch next() {
        return new Batch(firstNumber + messages.size());
    }

    long bytes() {
        return bytes;
    }

    void add(RawMessage raw) {
        messages.add(raw);
        bytes += raw.bytes().length;
    }

    void addRemoved(RawMessage raw) {
        removed.set(messages.size());
        add(raw);
    }

    void add(Problem problem) {
        reports.add(new Report(messages.size(), problem));
    }

    List<Skeleton> parse(SkeletonParser parser) {
        List<Skeleton> skeletons = new ArrayList<>(messages.size());
        for (RawMessage raw : messages) {
            int index = skeletons.size();
            skeletons.add(parser.parse(raw, firstNumber + index, removed.get(index)));
        }
        return skeletons;
    }

    /** Hands on the skeletons of its messages, and each report at its place. */
    void collect(List<Skeleton> skeletons, Dating dating, Consumer<Problem> problems) {
        int reported = 0;
        for (int i = 0; i <= skeletons.size(); i++) {
            while (reported < reports.size() && reports.get(reported).before() == i) {
                problems.accept(reports.get(reported++).problem());
            }
            if (i < skeletons.size()) {
                dating.add(skeletons.get(i));
            }
        }
    }
}
