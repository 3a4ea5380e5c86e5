package dev.threadmill.archive.thread;

import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.Richness;

/**
 * Reads messages again to compare copies of them. Asked only for messages that may have another
 * copy in their list.
 */
@FunctionalInterface
public interface CopyReader {

    /** The hash of what a message says. */
    Hash content(Message message);

    /**
     * The hash of the words of its text alone, which is the same for a copy that Pipermail wrote:
     * {@code user at host} for an address, notes instead of files.
     */
    default Hash words(Message message) {
        return content(message);
    }

    /** How much of the message this copy holds. */
    default Richness richness(Message message) {
        return Richness.UNKNOWN;
    }
}
