package dev.threadmill.archive.parse;

import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.mail.MessageContent;
import dev.threadmill.archive.source.RawMessage;
import java.util.List;

/** Reads what a message says. Holds no state; any thread may use it. */
public final class MessageParser {

    /** The headers and parts of a message, as far as they can be read. */
    public MessageContent content(RawMessage raw) {
        Header header = Header.of(raw.bytes());
        HeaderText text = new HeaderText(header);
        return new MessageContent(
                AddressParser.parse(text.firstRaw(Field.FROM)),
                AddressParser.parse(text.firstRaw(Field.TO)),
                AddressParser.parse(text.firstRaw(Field.CC)),
                AddressParser.parse(text.firstRaw(Field.REPLY_TO)),
                text.first(Field.SUBJECT),
                text.first(Field.DATE),
                new ReferenceScanner(header, text).inReplyTo(),
                List.of(),
                List.of());
    }

    /** The identity of what a message says. */
    public Hash contentHash(RawMessage raw) {
        return Hash.of(raw.bytes());
    }
}
