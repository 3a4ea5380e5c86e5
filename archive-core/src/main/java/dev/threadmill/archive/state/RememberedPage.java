package dev.threadmill.archive.state;

import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.mail.MessageId;
import dev.threadmill.archive.mail.Problem;
import java.util.List;

/**
 * What the last build made of some inputs.
 *
 * @param mentions the ids that the page's messages mention, and link or would link
 * @param links a hash of where each of them led
 * @param lines where its files stand in the manifest of the last build; not to be changed
 * @param problems what was found in rendering it
 */
@SuppressWarnings("ArrayRecordComponent") // compared and printed nowhere
public record RememberedPage(
        List<MessageId> mentions, Hash links, int[] lines, List<Problem> problems) {

    public RememberedPage {
        mentions = List.copyOf(mentions);
        problems = List.copyOf(problems);
    }
}
