package dev.threadmill.archive.parse;

import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.Problem;
import dev.threadmill.archive.parse.header.DateFinder;
import java.util.List;
import java.util.function.Consumer;

/**
 * Puts skeletons together in source order, and dates those that nothing dates: they arrived when
 * their predecessor did. Where each message is a file of its own there is no such order, and they
 * stand at 1970-01-01.
 */
final class Dating {

    private static final long NEVER = 0;

    private final List<Message> messages;
    private final boolean ordered;
    private final Consumer<Problem> problems;
    private long last;

    /**
     * Puts skeletons behind messages.
     *
     * @param messages those that come before them, to which they are added
     * @param ordered whether the order of the source says which message came first
     */
    Dating(List<Message> messages, boolean ordered, Consumer<Problem> problems) {
        this.messages = messages;
        this.ordered = ordered;
        this.problems = problems;
        this.last = last(messages);
    }

    private static long last(List<Message> messages) {
        for (int i = messages.size() - 1; i >= 0; i--) {
            if (!messages.get(i).isLeftOut()) {
                return messages.get(i).arrived();
            }
        }
        return NEVER;
    }

    void add(Skeleton skeleton) {
        Message message = skeleton.message();
        if (message.isLeftOut()) {
            messages.add(message);
            return;
        }
        if (skeleton.undated() != null) {
            boolean predecessor = ordered && last != NEVER;
            long date = predecessor ? last : NEVER;
            String instead = predecessor ? "using that of the message before, " : "using ";
            String sentence = skeleton.undated() + "; " + instead + DateFinder.utc(date);
            problems.accept(Problem.info(message.origin(), sentence));
            message = message.dated(date);
        }
        skeleton.problems().forEach(problems);
        last = message.arrived();
        messages.add(message);
    }
}
