package dev.threadmill.archive.source;

import dev.threadmill.archive.mail.Origin;

/**
 * A message as it came in, with what its container knows of it.
 *
 * @param bytes the message itself: without the mbox {@code From } line and with mboxrd quoting
 *     undone; not to be changed
 * @param fromLine what follows {@code From } on the line before it in an mbox: sender and date;
 *     empty elsewhere
 * @param delivered when its container says that it arrived (git commit, Maildir file name), in
 *     seconds since 1970 UTC; {@link #UNKNOWN} where it says nothing
 */
@SuppressWarnings("ArrayRecordComponent") // compared and printed nowhere
public record RawMessage(Origin origin, byte[] bytes, String fromLine, long delivered) {

    /** No delivery time. */
    public static final long UNKNOWN = Long.MIN_VALUE;
}
