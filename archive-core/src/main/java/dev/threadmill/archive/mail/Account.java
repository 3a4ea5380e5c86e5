package dev.threadmill.archive.mail;

import java.util.List;
import java.util.Optional;

/**
 * What became of a message, where that is more than one page with nothing wrong on it; or what was
 * wrong with a source as a whole.
 *
 * @param list the name of the list it was read for
 * @param number its place in the source order of its list; empty for a source
 * @param place where it is, as its {@link Origin} prints it
 * @param id its id; empty for a source
 * @param of where the message is that its page shows in its stead, or as well; empty where the
 *     outcome names no other one
 * @param why the rule that leaves it out, when and why it was removed, or what makes it a
 *     duplicate; else empty
 * @param problems what was wrong with it, in the order in which it was found
 */
public record Account(
        String list,
        Optional<Integer> number,
        String place,
        Optional<MessageId> id,
        Outcome outcome,
        String of,
        String why,
        List<Problem> problems) {

    /** What can become of what was read. */
    public enum Outcome {
        /** It has a page. */
        KEPT,
        /** It shares a page with a different message of its id. */
        VARIANT,
        /** Its list shows a copy of it. */
        DUPLICATE,
        /** No page shows it. */
        DROPPED,
        /** It was taken out of the archive; a page stands in its place. */
        REMOVED,
        /** The build stopped before anything became of it. */
        READ,
        /** No message, but the source that holds messages. */
        SOURCE
    }

    public Account {
        problems = List.copyOf(problems);
    }
}
