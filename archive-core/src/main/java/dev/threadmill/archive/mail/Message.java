package dev.threadmill.archive.mail;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The skeleton of a message: what threading and planning need, small enough that all of an
 * archive's stand in memory. What the message says is its {@link MessageContent}, read again
 * through {@link #origin()} when a page wants it.
 *
 * @param id from the first Message-ID header, or made from the bytes
 * @param idMissing whether there was no usable Message-ID header
 * @param references the ids of References, then those of In-Reply-To not yet named, each where it
 *     occurs first, without its own; the last one is the parent
 * @param from the first sender, who they are and not what a list made of them
 * @param changeId what a patch series, or a patch on its own, calls itself through all its
 *     versions; empty for nearly all messages
 * @param sent the Date header, in seconds since 1970 UTC, where it is believable; else {@link
 *     #arrived()}
 * @param sentRepaired whether the Date header was not believable
 * @param arrived when the message reached the list, as far as anything tells, in seconds since 1970
 *     UTC
 * @param bytes the hash of the message as it came in
 * @param list the list it was read for, as an index into the configured lists
 * @param source the source it was read from, as an index into its list's sources
 * @param number its place in the source order of its list, from 0
 * @param leftOut why no page shows it: the name of the rule that leaves it out, or {@link #REMOVED}
 *     or {@link #PURGED}; empty for a message that is shown. It keeps its number, and its claim on
 *     its address
 * @param tombstone what stands in its place, where it was removed; null for any other message, also
 *     one that is left out for another reason
 */
public record Message(
        MessageId id,
        boolean idMissing,
        List<MessageId> references,
        Address from,
        Subject subject,
        String changeId,
        long sent,
        boolean sentRepaired,
        long arrived,
        Hash bytes,
        Origin origin,
        int list,
        int source,
        int number,
        String leftOut,
        @Nullable Tombstone tombstone) {

    /** A message that its source took back, but still has. */
    public static final String REMOVED = "removed in its source";

    /** A message that its source took back and no longer has: only its place is known. */
    public static final String PURGED = "purged from its source";

    /** The messages of one list in the order in which they reached it. */
    public static final Comparator<Message> BY_ARRIVAL =
            Comparator.comparingLong(Message::arrived).thenComparingInt(Message::number);

    /** The messages of all lists in source order. */
    public static final Comparator<Message> BY_SOURCE =
            Comparator.comparingInt(Message::list).thenComparingInt(Message::number);

    public Message {
        references = List.copyOf(references);
    }

    /** A message that is shown. */
    public Message(
            MessageId id,
            boolean idMissing,
            List<MessageId> references,
            Address from,
            Subject subject,
            String changeId,
            long sent,
            boolean sentRepaired,
            long arrived,
            Hash bytes,
            Origin origin,
            int list,
            int source,
            int number) {
        this(
                id,
                idMissing,
                references,
                from,
                subject,
                changeId,
                sent,
                sentRepaired,
                arrived,
                bytes,
                origin,
                list,
                source,
                number,
                "",
                null);
    }

    /** Tells it from all others of the run: its list and number. */
    public long key() {
        return ((long) list << Integer.SIZE) | number;
    }

    /** Whether no page shows it. */
    public boolean isLeftOut() {
        return !leftOut.isEmpty();
    }

    /** Whether it stands in its thread: it is shown, or its tombstone is. */
    public boolean hasPlace() {
        return !isLeftOut() || isRemoved();
    }

    /** Whether it was taken out of the archive and has a tombstone in its place. */
    public boolean isRemoved() {
        return tombstone != null;
    }

    /** The same message at another place in the source order of its list. */
    public Message numbered(int place) {
        return with(id, idMissing, sent, sentRepaired, arrived, place, leftOut, tombstone);
    }

    /** The same message, with nothing but this date to go by. */
    public Message dated(long date) {
        return with(id, idMissing, date, true, date, number, leftOut, tombstone);
    }

    /** The same message under another id. */
    public Message under(MessageId other, boolean made) {
        return with(other, made, sent, sentRepaired, arrived, number, leftOut, tombstone);
    }

    /** The same message, shown by no page. */
    public Message leftOut(String reason) {
        return with(id, idMissing, sent, sentRepaired, arrived, number, reason, null);
    }

    /** The same message, shown by no page, with this in its place. */
    public Message removed(Tombstone stone) {
        return with(id, idMissing, sent, sentRepaired, arrived, number, stone.rule(), stone);
    }

    /** The same message with these words for what it is called and who wrote it. */
    Message shownAs(
            MessageId shownId,
            List<MessageId> shownReferences,
            Address author,
            Subject about,
            String change) {
        return new Message(
                shownId,
                idMissing,
                shownReferences,
                author,
                about,
                change,
                sent,
                sentRepaired,
                arrived,
                bytes,
                origin,
                list,
                source,
                number,
                leftOut,
                tombstone);
    }

    private Message with(
            MessageId otherId,
            boolean missing,
            long otherSent,
            boolean repaired,
            long otherArrived,
            int place,
            String reason,
            @Nullable Tombstone stone) {
        return new Message(
                otherId,
                missing,
                references,
                from,
                subject,
                changeId,
                otherSent,
                repaired,
                otherArrived,
                bytes,
                origin,
                list,
                source,
                place,
                reason,
                stone);
    }
}
