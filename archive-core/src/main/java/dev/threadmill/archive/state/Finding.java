package dev.threadmill.archive.state;

import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.Problem;
import java.util.List;

/**
 * A problem that was found in making a unit.
 *
 * @param message the message it was found in, as an index into those of the unit; or {@link #NONE}
 * @param problem its place is empty where it is that of the message, which may be another next time
 */
record Finding(int message, Problem problem) {

    static final int NONE = -1;

    static Finding in(int index, Message message, Problem problem) {
        boolean same = problem.place().equals(message.origin().toString());
        return new Finding(index, same ? at("", problem) : problem);
    }

    /** The problem, with the place that it has now. */
    Problem problem(List<Message> messages) {
        boolean same = message != NONE && problem.place().isEmpty();
        return same ? at(messages.get(message).origin().toString(), problem) : problem;
    }

    private static Problem at(String place, Problem problem) {
        return new Problem(problem.severity(), place, problem.sentence(), problem.isCount());
    }
}
