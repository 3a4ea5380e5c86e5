package dev.threadmill.archive.mail;

import java.io.IOException;

/** Reads a message again, from any thread. */
public interface ContentLoader {

    /**
     * A message with all that it says.
     *
     * @throws IOException when its source cannot be read any more
     */
    Loaded load(Message message) throws IOException;

    /** Its bytes alone, as {@link Loaded#raw} has them: mail to be handed on is not parsed. */
    default byte[] raw(Message message) throws IOException {
        return load(message).raw();
    }

    /**
     * What was read of a message.
     *
     * @param raw its bytes as they came in, without the quoting of the file it was in; not to be
     *     changed
     */
    @SuppressWarnings("ArrayRecordComponent") // compared and printed nowhere
    record Loaded(byte[] raw, MessageContent content) {}
}
