package dev.threadmill.archive.parse;

import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.mail.Limits;
import dev.threadmill.archive.mail.MessageContent;
import dev.threadmill.archive.mail.Richness;
import dev.threadmill.archive.parse.mime.MimeReader;
import dev.threadmill.archive.source.RawMessage;

/**
 * Reads what a message says: its headers for people, its text, and its files.
 *
 * <p>Nothing in mail makes it fail. What is broken is read as well as it can be, and the content
 * says what had to be repaired, guessed or left out. Any thread may use it.
 */
public final class MessageParser {

    private final Limits limits;

    /** A parser that looks at as much of a message as is usual. */
    public MessageParser() {
        this(Limits.DEFAULT);
    }

    /** A parser that looks at so much of a message. */
    public MessageParser(Limits limits) {
        this.limits = limits;
    }

    /**
     * What a message says. Of alternatives the plain text is shown and the rest offered as files;
     * text that came as a file, and patches whatever they are called, are both.
     */
    public MessageContent content(RawMessage raw) {
        return MimeReader.read(raw, limits);
    }

    /**
     * The identity of what a message says: equal for copies that came through different lists.
     * Sender, date, base subject, decoded text without recognised footers of lists, and files
     * count; line ends, blanks before them and blank lines at the end, charsets and transfer
     * encodings do not.
     */
    public Hash contentHash(RawMessage raw) {
        return ContentDigest.of(MimeReader.read(raw, limits));
    }

    /**
     * The hash of the letters and digits of its first text: the same for a copy in Pipermail's
     * text, where addresses read {@code user at host} and notes stand for files.
     */
    public Hash words(RawMessage raw) {
        return CopyLook.words(MimeReader.read(raw, limits));
    }

    /** How much of the message this copy of it holds. */
    public Richness richness(RawMessage raw) {
        return CopyLook.richness(raw, MimeReader.read(raw, limits));
    }
}
