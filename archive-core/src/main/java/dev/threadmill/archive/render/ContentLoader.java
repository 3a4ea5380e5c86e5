package dev.threadmill.archive.render;

import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.MessageContent;
import java.io.IOException;

/** Reads a message again, from any thread. */
public interface ContentLoader {

    Loaded load(Message message) throws IOException;

    /**
     * A message with all that it says.
     *
     * @param raw its bytes as they came in, without the quoting of the file it was in; not to be
     *     changed
     */
    @SuppressWarnings("ArrayRecordComponent") // compared and printed nowhere
    record Loaded(byte[] raw, MessageContent content) {}
}
