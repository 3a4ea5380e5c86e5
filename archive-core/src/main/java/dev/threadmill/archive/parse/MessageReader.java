package dev.threadmill.archive.parse;

import dev.threadmill.archive.mail.Limits;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.Problem;
import dev.threadmill.archive.source.MessageSource;
import dev.threadmill.archive.source.RawMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Reads sources into {@link Message} skeletons, numbered and dated in source order.
 *
 * <p>One thread splits the source, the workers parse batches of it, and the results are put
 * together in their order: they are the same for any number of workers. Numbers follow the order in
 * which the source hands its messages over; for Maildir and .eml folders, whose order is that of
 * arrival, the caller sorts and numbers again.
 */
public final class MessageReader {

    private final DropRules rules;
    private final Limits limits;
    private final int workers;
    private final LongConsumer bytesRead;

    /**
     * A reader for any number of sources.
     *
     * @param rules which messages are left out
     * @param limits how much of a message is looked at
     * @param workers how many threads parse
     * @param bytesRead hears how many bytes of mail more have been read, from the calling thread
     */
    public MessageReader(DropRules rules, Limits limits, int workers, LongConsumer bytesRead) {
        this.rules = rules;
        this.limits = limits;
        this.workers = workers;
        this.bytesRead = bytesRead;
    }

    /**
     * Reads a source to its end.
     *
     * @param list the list it is read for, as an index into the configured lists
     * @param index the source, as an index into its list's sources
     * @param firstNumber the number of its first message in the list
     * @param problems hears what was wrong, in source order, from the calling thread
     * @return all its messages, those left out and those it took back among them
     * @throws IOException when the source does
     */
    public List<Message> read(
            MessageSource source, int list, int index, int firstNumber, Consumer<Problem> problems)
            throws IOException {
        List<Message> messages = new ArrayList<>();
        Reading all =
                (to, removed, said) -> {
                    source.read(to, removed, said);
                    return true;
                };
        readOn(all, source.isOrdered(), messages, list, index, firstNumber, problems);
        return messages;
    }

    /** Reads a source or part of it; false when it cannot be read so, with nothing handed on. */
    public interface Reading {
        boolean read(
                Consumer<RawMessage> messages,
                Consumer<RawMessage> removed,
                Consumer<Problem> problems)
                throws IOException;
    }

    /**
     * Reads what follows messages that are known, and adds it to them.
     *
     * @param ordered whether the order of the source says which message came first
     * @param messages those known, in source order
     * @return false, with nothing added, when the source cannot be read in part
     */
    public boolean readOn(
            Reading rest,
            boolean ordered,
            List<Message> messages,
            int list,
            int index,
            int firstNumber,
            Consumer<Problem> problems)
            throws IOException {
        Dating dating = new Dating(messages, ordered, problems);
        SkeletonParser parser = new SkeletonParser(list, index, rules, limits);
        int next = firstNumber + messages.size();
        try (BatchQueue queue = new BatchQueue(parser, next, workers, dating, problems)) {
            Consumer<RawMessage> take =
                    raw -> {
                        queue.add(raw);
                        bytesRead.accept(raw.bytes().length);
                    };
            boolean read = rest.read(take, queue::addRemoved, queue::report);
            queue.finish();
            return read;
        }
    }
}
