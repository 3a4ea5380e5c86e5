package dev.threadmill.archive.state;

import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.mail.MessageId;
import java.util.List;

/**
 * What the last build made of some inputs.
 *
 * @param mentions the ids that the unit's pages looked for, but for those of the inputs
 * @param links a hash of where each of them led
 * @param lines where its files stand in the manifest of the last build; not to be changed
 * @param findings the problems found in making it
 * @param finds what it found that other pages want to know; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // compared and printed nowhere
record RememberedUnit(
        List<MessageId> mentions, Hash links, int[] lines, List<Finding> findings, byte[] finds) {

    RememberedUnit {
        mentions = List.copyOf(mentions);
        findings = List.copyOf(findings);
    }
}
