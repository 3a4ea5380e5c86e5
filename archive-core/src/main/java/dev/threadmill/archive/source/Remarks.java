package dev.threadmill.archive.source;

import dev.threadmill.archive.mail.Origin;
import dev.threadmill.archive.mail.Problem;
import java.util.function.Consumer;

/** How the lines of an mbox were judged where they leave a doubt: how many, and where the first. */
final class Remarks {

    private final Tally tight = new Tally();
    private final Tally proven = new Tally();
    private final Tally unspaced = new Tally();
    private final Tally timeless = new Tally();
    private final Tally kept = new Tally();
    private final Tally uncounted = new Tally();

    private static final class Tally {

        private long count;
        private long first;

        void add(long offset) {
            first = count++ == 0 ? offset : first;
        }

        void report(String place, String sentence, Consumer<Problem> problems) {
            if (count > 0) {
                Origin at = new Origin.Slice(place, first, 0);
                problems.accept(Problem.count(at, sentence.formatted(count)));
            }
        }
    }

    /** A From line of Pipermail's with no blank line before it: taken for the next message. */
    void tightLine(long offset) {
        tight.add(offset);
    }

    /**
     * Another one, which the message before it or the program proves: taken for the next message.
     */
    void provenLine(long offset) {
        proven.add(offset);
    }

    /** Another one, in an mbox that is like this: taken for the next message. */
    void unspacedLine(long offset) {
        unspaced.add(offset);
    }

    /** A From line that names no time: taken for the next message. */
    void timelessLine(long offset) {
        timeless.add(offset);
    }

    /** A line that begins with {@code From } and was taken for text. */
    void keptLine(long offset) {
        kept.add(offset);
    }

    /** A message whose Content-Length is missing or leads to no From line. */
    void uncounted(long offset) {
        uncounted.add(offset);
    }

    void report(String place, Consumer<Problem> problems) {
        tight.report(
                place,
                "messages that begin without a blank line before their From line, which is of Pipermail's form: %s; parted there, first at this one",
                problems);
        proven.report(
                place,
                "messages that begin without a blank line before their From line, where the one before says that it ends there or the mbox is Netscape's: %s; parted there, first at this one",
                problems);
        unspaced.report(
                place,
                "messages that begin without a blank line before their From line, in an mbox that has hardly one before any: %s; parted there, first at this one",
                problems);
        timeless.report(
                place,
                "From lines that name no time, before the header of a message: %s; parted there, first at this one",
                problems);
        kept.report(
                place,
                "lines that begin with 'From ' inside of messages and are no From lines (no blank line before them, no sender and time in them, or no header behind them): %s; left in the text, first at this one",
                problems);
        uncounted.report(
                place,
                "messages with no Content-Length, or one behind which no From line stands: %s; parted at the next From line, first at this one",
                problems);
    }
}
