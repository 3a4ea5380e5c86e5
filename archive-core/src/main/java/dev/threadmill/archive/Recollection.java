package dev.threadmill.archive;

import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.Problem;
import dev.threadmill.archive.parse.MessageReader;
import dev.threadmill.archive.parse.MessageReader.Reading;
import dev.threadmill.archive.source.MessageSource;
import dev.threadmill.archive.state.RememberedMail;
import dev.threadmill.archive.state.SkeletonCache;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/** The skeletons of sources: recalled where they are known, and only the rest of them read. */
final class Recollection {

    private final SkeletonCache cache;
    private final MessageReader reader;
    private final LongConsumer bytesRead;
    private final Problems problems;
    private final List<Fresh> fresh = new ArrayList<>();

    /**
     * Recalls and reads.
     *
     * @param reader reads what is not recalled
     * @param bytesRead hears how many more bytes of mail need not be read
     * @param problems hears what was wrong, in source order
     */
    Recollection(
            SkeletonCache cache, MessageReader reader, LongConsumer bytesRead, Problems problems) {
        this.cache = cache;
        this.reader = reader;
        this.bytesRead = bytesRead;
        this.problems = problems;
    }

    /**
     * The messages of a source, in the order in which it hands them over.
     *
     * @param list the list they are for
     * @param index the source, among its list's
     * @param firstNumber the number of its first message
     */
    List<Message> read(OpenSource source, int list, int index, int firstNumber) throws IOException {
        String place = source.mail().place();
        Optional<RememberedMail> known =
                cache.recall(source.stamp(), place, list, index, firstNumber);
        if (known.isPresent() && known.get().isWhole()) {
            known.get().problems().forEach(problem -> problems.add(list, index, problem));
            bytesRead.accept(source.mail().size());
            return known.get().messages();
        }
        List<Message> messages = new ArrayList<>();
        List<Problem> found = new ArrayList<>();
        boolean read = false;
        if (known.isPresent()) {
            messages.addAll(known.get().messages());
            found.addAll(known.get().problems());
            Reading rest = rest(source.mail(), known.get());
            boolean ordered = source.mail().isOrdered();
            read = reader.readOn(rest, ordered, messages, list, index, firstNumber, found::add);
        }
        if (!read) {
            found.clear();
            messages = reader.read(source.mail(), list, index, firstNumber, found::add);
        }
        found.forEach(problem -> problems.add(list, index, problem));
        // What was partly unreadable may be read next time.
        if (found.stream().noneMatch(p -> p.severity() == Problem.Severity.ERROR)) {
            fresh.add(new Fresh(source, List.copyOf(messages), found, firstNumber));
        }
        return messages;
    }

    /** What of a source is to be remembered. */
    private record Fresh(
            OpenSource source, List<Message> messages, List<Problem> found, int firstNumber) {}

    /** Remembers what had to be read, and forgets all sources that are no longer asked for. */
    void remember() throws IOException {
        for (Fresh read : fresh) {
            MessageSource mail = read.source().mail();
            cache.remember(
                    read.source().stamp(),
                    mail.place(),
                    read.messages(),
                    read.found(),
                    read.firstNumber(),
                    mail.grows());
        }
        cache.forgetOthers();
    }

    private static Reading rest(MessageSource source, RememberedMail known) {
        return (to, removed, said) ->
                known.next().isPresent()
                        ? source.readFrom(known.next().get(), to, said)
                        : source.readSince(known.since(), to, said);
    }
}
