package dev.threadmill.archive.parse;

import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.mail.MessageContent;
import dev.threadmill.archive.source.RawMessage;

/** Reads what a message says. Holds no state; any thread may use it. */
public final class MessageParser {

    /** The headers and parts of a message, as far as they can be read. */
    public MessageContent content(RawMessage raw) {
        return MimeReader.read(raw);
    }

    /** The identity of what a message says. */
    public Hash contentHash(RawMessage raw) {
        return Hash.of(raw.bytes());
    }
}
