package dev.threadmill.archive;

import dev.threadmill.archive.ArchiveOptions.ListOptions;
import dev.threadmill.archive.ProgressListener.Stage;
import dev.threadmill.archive.mail.ContentLoader;
import dev.threadmill.archive.mail.Limits;
import dev.threadmill.archive.mail.MailingList;
import dev.threadmill.archive.mail.Meanwhile;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.MessageContent;
import dev.threadmill.archive.mail.Problem;
import dev.threadmill.archive.mail.Scratch;
import dev.threadmill.archive.parse.DropRules;
import dev.threadmill.archive.parse.MessageParser;
import dev.threadmill.archive.parse.MessageReader;
import dev.threadmill.archive.source.MessageSource;
import dev.threadmill.archive.source.RawMessage;
import dev.threadmill.archive.source.Sources;
import dev.threadmill.archive.state.Memo;
import dev.threadmill.archive.state.SkeletonCache;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** The mail of all lists: read once as skeletons, then message by message as pages want it. */
final class OpenMail implements Closeable {

    private final List<ListSources> lists;
    private final DropRules rules;
    private final Problems problems;
    private final Limits limits;
    private final MessageParser parser;

    /** Writes down for the next run what was read, while this one goes on. */
    private Meanwhile<@Nullable Void> remembering = Meanwhile.known(null);

    private OpenMail(List<ListSources> lists, DropRules rules, Limits limits, Problems problems) {
        this.limits = limits;
        this.parser = new MessageParser(limits);
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
        return new OpenMail(ListSources.open(options, scratch), rules, options.limits(), problems);
    }

    /**
     * For each list all its messages, in source order; those left out are marked as such.
     *
     * @param cache what is known of the sources
     */
    List<List<Message>> read(SkeletonCache cache, int workers, ProgressListener progress)
            throws IOException {
        long all =
                lists.stream()
                        .flatMap(list -> list.sources().stream())
                        .mapToLong(source -> source.mail().size())
                        .sum();
        AtomicLong done = new AtomicLong();
        LongConsumer behind =
                bytes -> progress.progress(Stage.READ, Math.min(done.addAndGet(bytes), all), all);
        MessageReader reader = new MessageReader(rules, limits, workers, behind);
        Recollection recollection = new Recollection(cache, reader, behind, problems);
        List<List<Message>> messages = new ArrayList<>();
        for (ListSources list : lists) {
            List<Message> read = new ArrayList<>();
            for (int source = 0; source < list.sources().size(); source++) {
                OpenSource opened = list.sources().get(source);
                List<Message> more =
                        recollection.read(opened, messages.size(), source, read.size());
                read.addAll(opened.mail().isOrdered() ? more : byArrival(more, read.size()));
            }
            messages.add(read);
        }
        remembering =
                Meanwhile.begin(
                        () -> {
                            recollection.remember();
                            return null;
                        });
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

    /** Single messages, read again where the answer is not remembered. */
    MessageMemo memo(Memo memo) {
        return new MessageMemo(memo, parser, this::read);
    }

    /** What is known of each list: the settings first, then what its newest mail says. */
    List<MailingList> facts(List<List<Message>> messages, MessageMemo memo) {
        List<MailingList> facts = new ArrayList<>();
        for (int list = 0; list < lists.size(); list++) {
            ListOptions options = lists.get(list).options();
            facts.add(ListFacts.of(options, messages.get(list), memo::listHeaders));
        }
        return facts;
    }

    /** The names of the lists, in their order. */
    List<String> names() {
        return lists.stream().map(list -> list.options().name()).toList();
    }

    /**
     * What reads messages again for pages.
     *
     * @param wrong hears what is wrong in each
     */
    ContentLoader loader(BiConsumer<Message, List<Problem>> wrong) {
        return new ContentLoader() {
            @Override
            public Loaded load(Message message) {
                RawMessage raw = read(message);
                MessageContent content = parser.content(raw);
                if (!content.problems().isEmpty()) {
                    wrong.accept(message, content.problems());
                }
                return new Loaded(raw.bytes(), content);
            }

            @Override
            public byte[] raw(Message message) {
                return read(message).bytes();
            }
        };
    }

    private RawMessage read(Message message) {
        MessageSource source = lists.get(message.list()).sources().get(message.source()).mail();
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

    /** Returns when what was read is remembered. */
    void awaitMemory() throws IOException {
        remembering.await();
    }

    @Override
    public void close() throws IOException {
        try {
            remembering.await();
        } finally {
            Sources.closeAll(lists);
        }
    }
}
