package dev.threadmill.archive.mail;

import java.util.List;

/**
 * The skeleton of a message: what threading and planning need, small enough that all of an
 * archive's stand in memory. What the message says is its {@link MessageContent}, read again
 * through {@link #origin()} when a page wants it.
 *
 * @param id from the first Message-ID header, or made from the bytes
 * @param idMissing whether there was no usable Message-ID header
 * @param references the ids of References, then those of In-Reply-To not yet named, each where it
 *     occurs first, without its own; the last one is the parent
 * @param from the first sender
 * @param sent the Date header, in seconds since 1970 UTC, where it is believable; else {@link
 *     #arrived()}
 * @param sentRepaired whether the Date header was not believable
 * @param arrived when the message reached the list, as far as anything tells, in seconds since 1970
 *     UTC
 * @param bytes the hash of the message as it came in
 * @param list the list it was read for, as an index into the configured lists
 * @param source the source it was read from, as an index into its list's sources
 * @param number its place in the source order of its list, from 0
 */
public record Message(
        MessageId id,
        boolean idMissing,
        List<MessageId> references,
        Address from,
        Subject subject,
        long sent,
        boolean sentRepaired,
        long arrived,
        Hash bytes,
        Origin origin,
        int list,
        int source,
        int number) {

    public Message {
        references = List.copyOf(references);
    }

    /** The same message at another place in the source order of its list. */
    public Message numbered(int place) {
        return new Message(
                id,
                idMissing,
                references,
                from,
                subject,
                sent,
                sentRepaired,
                arrived,
                bytes,
                origin,
                list,
                source,
                place);
    }

    /** The same message with these words for what it is called and who wrote it. */
    Message shownAs(
            MessageId shownId, List<MessageId> shownReferences, Address author, Subject about) {
        return new Message(
                shownId,
                idMissing,
                shownReferences,
                author,
                about,
                sent,
                sentRepaired,
                arrived,
                bytes,
                origin,
                list,
                source,
                number);
    }
}
