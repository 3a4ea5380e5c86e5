package dev.threadmill.archive.removal;

import dev.threadmill.archive.body.QuotedLines;
import dev.threadmill.archive.mail.Message;
import java.util.List;
import java.util.function.Function;

/** Reads messages again to find out what they quote of removed ones. */
public interface QuoteReader {

    /** The lines that a message has of its own. */
    QuotedLines.Own ownLines(Message message);

    /**
     * How many lines a message quotes of others.
     *
     * @param others those that it may quote
     * @param own the lines of each
     */
    int quoted(Message message, List<Message> others, Function<Message, QuotedLines.Own> own);
}
