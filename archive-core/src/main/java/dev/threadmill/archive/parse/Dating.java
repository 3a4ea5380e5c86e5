package dev.threadmill.archive.parse;

import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.Problem;
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
    private final Consumer<Problem> problems;
    private long last;

    /**
     * Puts skeletons behind messages.
     *
     * @param messages those that come before them, to which they are added
     */
    Dating(List<Message> messages, Consumer<Problem> problems) {
        this.messages = messages;
        this.problems = problems;
        last = messages.isEmpty() ? NEVER : messages.get(messages.size() - 1).arrived();
    }

    void add(Skeleton skeleton) {
        Message message = skeleton.message();
        if (skeleton.undated() != null) {
            boolean predecessor = skeleton.afterOthers() && last != NEVER;
            long date = predecessor ? last : NEVER;
            String instead = predecessor ? "using that of the message before, " : "using ";
            String sentence = skeleton.undated() + "; " + instead + DateFinder.utc(date);
            problems.accept(Problem.info(message.origin(), sentence));
            message = at(date, message);
        }
        skeleton.problems().forEach(problems);
        last = message.arrived();
        messages.add(message);
    }

    private static Message at(long date, Message m) {
        return new Message(
                m.id(),
                m.idMissing(),
                m.references(),
                m.from(),
                m.subject(),
                date,
                true,
                date,
                m.bytes(),
                m.origin(),
                m.list(),
                m.source(),
                m.number());
    }
}
