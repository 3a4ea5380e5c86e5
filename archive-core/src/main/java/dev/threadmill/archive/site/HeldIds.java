package dev.threadmill.archive.site;

import dev.threadmill.archive.mail.MessageId;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Which ids the site has messages of. Where addresses are not shown, text that names such an id
 * reads otherwise than text that names an address, so that the page of whoever asks is made again
 * when the answer changes: each question is a {@linkplain SiteSink#mention mention}. Thread-safe.
 */
public final class HeldIds implements Predicate<MessageId> {

    private final SitePlan plan;
    private final SiteSink sink;

    /** What each thread that listens has asked for since. */
    private final Map<Thread, Set<MessageId>> asked = new ConcurrentHashMap<>();

    /**
     * The ids of a plan.
     *
     * @param sink hears of each that is asked for
     */
    public HeldIds(SitePlan plan, SiteSink sink) {
        this.plan = plan;
        this.sink = sink;
    }

    @Override
    public boolean test(MessageId id) {
        Set<MessageId> since = asked.get(Thread.currentThread());
        if (since != null) {
            since.add(id);
        }
        sink.mention(id);
        return plan.holds(id);
    }

    /** Begins to listen to what this thread asks for. */
    public void listen() {
        asked.put(Thread.currentThread(), new LinkedHashSet<>(0));
    }

    /** What this thread has asked for since {@link #listen}, which ends with this. */
    public Set<MessageId> heard() {
        Set<MessageId> since = asked.remove(Thread.currentThread());
        return since == null ? Set.of() : since;
    }

    /** Asks on behalf of another page, which shows words that were made with these answers. */
    public void mention(MessageId id) {
        sink.mention(id);
    }
}
