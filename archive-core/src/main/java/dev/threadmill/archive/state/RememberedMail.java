package dev.threadmill.archive.state;

import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.Origin;
import dev.threadmill.archive.mail.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What a source is known to hold without reading it.
 *
 * @param messages in the order in which they were read, numbered as if read now
 * @param problems what was wrong with them and with what holds them
 * @param next where to read on when the source has grown: at this message, the last one known,
 *     which is not among {@code messages} since what was added may have made it longer; empty when
 *     all of the source is known
 * @param since the version of the source that all this is of, when it has another now; empty where
 *     the source has no versions, or the same
 */
public record RememberedMail(
        List<Message> messages, List<Problem> problems, Optional<Origin.Slice> next, String since) {

    public RememberedMail {
        messages = List.copyOf(messages);
        problems = List.copyOf(problems);
    }

    /** Whether all of the source is known. */
    public boolean isWhole() {
        return next.isEmpty() && since.isEmpty();
    }
}
