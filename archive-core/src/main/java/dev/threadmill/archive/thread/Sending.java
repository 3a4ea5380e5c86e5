package dev.threadmill.archive.thread;

import dev.threadmill.archive.mail.Message;
import java.util.List;
import java.util.Locale;

/**
 * When a message was sent, and about what: a copy of it has that too, even if list software changed
 * its words on the way. Among messages of one id, those with the same bytes are always copies of
 * one, and so are those of one source that say the same. Which others are depends on what hangs on
 * it:
 *
 * <ul>
 *   <li>Of two sources of a list one copy is shown ({@link SameMessage}). An id is seldom used
 *       twice, so half of this is {@linkplain #orHalf() enough}, and no message is shown twice.
 *   <li>With a removed message its copies go out of all lists ({@link RemovedCopies}). What is
 *       taken away has to be meant, so all of this must agree, or what the message says.
 *   <li>Where a copy has no id of its own, nothing ties it to the other but this: both must have
 *       the same sender and the same words as well ({@link NamelessCopies}).
 * </ul>
 *
 * @param second since 1970 UTC
 * @param subject its base, in lower case
 */
record Sending(long second, String subject) {

    static Sending of(Message message) {
        return new Sending(message.sent(), message.subject().base().toLowerCase(Locale.ROOT));
    }

    /** This, or either half of it, in the order in which they tell most. */
    List<Object> orHalf() {
        return List.of(this, second, subject);
    }
}
