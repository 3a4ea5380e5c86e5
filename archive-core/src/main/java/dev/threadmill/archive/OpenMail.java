package dev.threadmill.archive;

import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.mail.MailingList;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.MessageContent;
import dev.threadmill.archive.mail.Problem;
import dev.threadmill.archive.mail.Scratch;
import dev.threadmill.archive.parse.MessageParser;
import dev.threadmill.archive.parse.MessageReader;
import dev.threadmill.archive.render.ContentLoader;
import dev.threadmill.archive.source.MessageSource;
import dev.threadmill.archive.source.RawMessage;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The mail of all lists: read once as skeletons, then message by message as pages want it. */
final class OpenMail implements Closeable {

    private final List<ListSources> lists;
    private final Consumer<Problem> problems;
    private final MessageParser parser = new MessageParser();

    private OpenMail(List<ListSources> lists, Consumer<Problem> problems) {
        this.lists = lists;
        this.problems = problems;
    }

    /**
     * Opens all sources.
     *
     * @throws IllegalArgumentException when one of them is not there or is no mail
     */
    static OpenMail open(ArchiveOptions options, Scratch scratch, Consumer<Problem> problems)
            throws IOException {
        return new OpenMail(ListSources.open(options, scratch), problems);
    }

    /** For each list all its messages, in source order. */
    List<List<Message>> read(int workers, ProgressListener progress) throws IOException {
        long total = 0;
        for (ListSources list : lists) {
            for (MessageSource source : list.sources()) {
                total += source.size();
            }
        }
        long all = total;
        AtomicLong done = new AtomicLong();
        List<List<Message>> messages = new ArrayList<>();
        for (ListSources list : lists) {
            List<Message> read = new ArrayList<>();
            for (int source = 0; source < list.sources().size(); source++) {
                MessageSource opened = list.sources().get(source);
                List<Message> more =
                        MessageReader.read(
                                opened,
                                messages.size(),
                                source,
                                read.size(),
                                workers,
                                bytes ->
                                        progress.progress(
                                                ProgressListener.Stage.READ,
                                                Math.min(done.addAndGet(bytes), all),
                                                all),
                                problems);
                read.addAll(opened.isOrdered() ? more : byArrival(more, read.size()));
            }
            messages.add(read);
        }
        return messages;
    }

    /** Files in a folder have no order of their own: the one that arrived first comes first. */
    private static List<Message> byArrival(List<Message> messages, int firstNumber) {
        List<Message> sorted = new ArrayList<>(messages);
        sorted.sort(Comparator.comparingLong(Message::arrived).thenComparing(Message::id));
        for (int i = 0; i < sorted.size(); i++) {
            sorted.set(i, sorted.get(i).numbered(firstNumber + i));
        }
        return sorted;
    }

    /** What is known of each list: the settings first, then what its newest mail says. */
    List<MailingList> facts(List<List<Message>> messages) {
        List<MailingList> facts = new ArrayList<>();
        for (int list = 0; list < lists.size(); list++) {
            facts.add(ListFacts.of(lists.get(list).options(), messages.get(list), this::raw));
        }
        return facts;
    }

    /** The hash of what a message says. */
    Hash contentHash(Message message) {
        return parser.contentHash(raw(message));
    }

    /**
     * What reads messages again for pages.
     *
     * @param problems hears what was wrong in each
     */
    ContentLoader loader(BiConsumer<Message, List<Problem>> problems) {
        return message -> {
            RawMessage raw = raw(message);
            MessageContent content = parser.content(raw);
            if (!content.problems().isEmpty()) {
                problems.accept(message, content.problems());
            }
            return new ContentLoader.Loaded(raw.bytes(), content);
        };
    }

    private RawMessage raw(Message message) {
        MessageSource source = lists.get(message.list()).sources().get(message.source());
        try {
            return source.read(message.origin());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    message.origin() + ": cannot be read again: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        for (ListSources list : lists) {
            list.close();
        }
    }
}
