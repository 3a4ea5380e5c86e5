package dev.threadmill.archive;

import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.mail.MailingList;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.MessageContent;
import dev.threadmill.archive.mail.Problem;
import dev.threadmill.archive.mail.Richness;
import dev.threadmill.archive.mail.Scratch;
import dev.threadmill.archive.parse.DropRules;
import dev.threadmill.archive.parse.MessageParser;
import dev.threadmill.archive.parse.MessageReader;
import dev.threadmill.archive.render.ContentLoader;
import dev.threadmill.archive.source.MessageSource;
import dev.threadmill.archive.source.RawMessage;
import dev.threadmill.archive.thread.CopyReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The mail of all lists: read once as skeletons, then message by message as pages want it. */
final class OpenMail implements ContentLoader, CopyReader, Closeable {

    private final List<ListSources> lists;
    private final DropRules rules;
    private final Problems problems;
    private final MessageParser parser = new MessageParser();

    private OpenMail(List<ListSources> lists, DropRules rules, Problems problems) {
        this.lists = lists;
        this.rules = rules;
        this.problems = problems;
    }

    /**
     * Opens all sources.
     *
     * @throws IllegalArgumentException when one of them is not there or is no mail
     */
    static OpenMail open(ArchiveOptions options, Scratch scratch, Problems problems)
            throws IOException {
        DropRules rules = new DropRules(options.drops(), options.respectNoArchive());
        return new OpenMail(ListSources.open(options, scratch), rules, problems);
    }

    /** For each list all its messages, in source order; those left out are marked as such. */
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
            int listIndex = messages.size();
            for (int source = 0; source < list.sources().size(); source++) {
                int sourceIndex = source;
                MessageSource opened = list.sources().get(source);
                List<Message> more =
                        MessageReader.read(
                                opened,
                                listIndex,
                                source,
                                read.size(),
                                rules,
                                workers,
                                bytes ->
                                        progress.progress(
                                                ProgressListener.Stage.READ,
                                                Math.min(done.addAndGet(bytes), all),
                                                all),
                                problem -> problems.add(listIndex, sourceIndex, problem));
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
            facts.add(ListFacts.of(lists.get(list).options(), messages.get(list), this::read));
        }
        return facts;
    }

    @Override
    public Hash content(Message message) {
        return parser.contentHash(read(message));
    }

    @Override
    public Hash words(Message message) {
        return parser.words(read(message));
    }

    @Override
    public Richness richness(Message message) {
        return parser.richness(read(message));
    }

    @Override
    public Loaded load(Message message) {
        RawMessage raw = read(message);
        MessageContent content = parser.content(raw);
        problems.add(message, content.problems());
        return new Loaded(raw.bytes(), content);
    }

    /** The names of the lists, in their order. */
    List<String> names() {
        return lists.stream().map(list -> list.options().name()).toList();
    }

    @Override
    public byte[] raw(Message message) {
        return read(message).bytes();
    }

    private RawMessage read(Message message) {
        MessageSource source = lists.get(message.list()).sources().get(message.source());
        try {
            return source.read(message.origin());
        } catch (NoSuchFileException e) {
            problems.addVanished(
                    message,
                    Problem.error(
                            message.origin(),
                            "the file vanished during the build, so its page is empty; start it again"));
            return new RawMessage(message.origin(), new byte[0], "", RawMessage.UNKNOWN);
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
