package dev.threadmill.archive.render.feed;

import dev.threadmill.archive.body.BodyRenderer;
import dev.threadmill.archive.mail.ContentLoader;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.MessageId;
import dev.threadmill.archive.mail.Scratch;
import dev.threadmill.archive.site.HeldIds;
import dev.threadmill.archive.site.ListPlan;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Year;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The first words of messages: put aside when a message's body is made for its thread, so that
 * indexes need not read the message again. Safe for threads.
 */
public final class Summaries implements Closeable {

    /** What is put aside has fewer bytes, so that its length goes with its position. */
    private static final int LENGTHS = 1 << 20;

    private static final long NONE = -1;

    private final ContentLoader loader;
    private final BodyRenderer bodies;
    private final HeldIds held;
    private final Scratch scratch;
    private final SummaryMemory memory;

    /** By list, from when on its messages are remembered: the month before its latest. */
    private final List<YearMonth> remembered;

    /** By list and number: where the summary stands, times {@link #LENGTHS}, plus its length. */
    private final long[][] places;

    private Scratch.@Nullable Spool spool;

    public Summaries(
            List<ListPlan> lists,
            ContentLoader loader,
            BodyRenderer bodies,
            HeldIds held,
            Scratch scratch,
            SummaryMemory memory) {
        this.memory = memory;
        this.remembered = lists.stream().map(Summaries::beforeLatest).toList();
        this.loader = loader;
        this.bodies = bodies;
        this.held = held;
        this.scratch = scratch;
        places = new long[lists.size()][];
        for (ListPlan list : lists) {
            places[list.index()] = new long[list.numbers()];
            Arrays.fill(places[list.index()], NONE);
        }
    }

    private static YearMonth beforeLatest(ListPlan list) {
        NavigableSet<YearMonth> months = list.months().navigableKeySet();
        YearMonth before = months.size() < 2 ? null : months.lower(months.last());
        return before == null ? YearMonth.of(Year.MIN_VALUE, 1) : before;
    }

    /**
     * Puts aside the first words of a message whose body has been made.
     *
     * @param asked the ids that were asked for meanwhile: other pages that show these words depend
     *     on the answers, too
     */
    public void put(Message message, String summary, Set<MessageId> asked) throws IOException {
        StringBuilder lines = new StringBuilder(summary);
        asked.forEach(id -> lines.append('\n').append(id.value()));
        byte[] words = lines.toString().getBytes(StandardCharsets.UTF_8);
        if (words.length >= LENGTHS) {
            return; // then it is read again
        }
        synchronized (this) {
            if (spool == null) {
                spool = scratch.spool("summaries");
            }
            long position = spool.append(words, 0, words.length);
            places[message.list()][message.number()] = position * LENGTHS + words.length;
        }
    }

    /** The first words of a message; it is read again when they have not been put aside. */
    String of(Message message) throws IOException {
        YearMonth month = ListPlan.monthOf(message.arrived());
        if (month.isBefore(remembered.get(message.list()))) {
            return find(message);
        }
        try {
            return memory.of(message, () -> findUnchecked(message));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private String findUnchecked(Message message) {
        try {
            return find(message);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String find(Message message) throws IOException {
        byte[] words = aside(message);
        if (words == null) {
            return bodies.render(message.id(), loader.load(message).content()).summary();
        }
        String[] lines = new String(words, StandardCharsets.UTF_8).split("\n", -1);
        for (int i = 1; i < lines.length; i++) {
            held.mention(new MessageId(lines[i]));
        }
        return lines[0];
    }

    private synchronized byte @Nullable [] aside(Message message) throws IOException {
        long place = places[message.list()][message.number()];
        return place == NONE || spool == null
                ? null
                : spool.read(place / LENGTHS, (int) (place % LENGTHS));
    }

    @Override
    public synchronized void close() throws IOException {
        if (spool != null) {
            spool.close();
        }
    }
}
