package dev.threadmill.archive.render.thread;

import dev.threadmill.archive.body.BodyRenderer;
import dev.threadmill.archive.mail.Address;
import dev.threadmill.archive.mail.ContentLoader;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.MessageContent;
import dev.threadmill.archive.mail.Trailer;
import dev.threadmill.archive.site.PatchPlan;
import dev.threadmill.archive.site.PatchSeries;
import dev.threadmill.archive.site.PlannedThread;
import dev.threadmill.archive.thread.ThreadNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The patch series of one thread and what replies say of them. It is collected while the messages
 * are read for the first list that shows the thread, and serves the others too, so that a reply
 * which only one list holds is told everywhere.
 */
public final class Reviews {

    /** More series of one thread are not listed on its page. */
    private static final int MOST_TABLES = 25;

    private final PlannedThread planned;
    private final List<PatchSeries> tables;
    private final Map<Integer, Place> places = new HashMap<>();

    /** By node: the nearest patch above it or itself, or -1. */
    private final int[] patch;

    /** By node: the trailers of a reply; null where it has not been read. */
    private final List<@Nullable List<Trailer>> trailers;

    /** A patch in its series: where it stands among the members. */
    record Place(PatchSeries series, int member) {}

    /** What the replies to one patch come to. */
    record Replies(int count, int last) {}

    /** A trailer and the node that gave it. */
    record Given(Trailer trailer, int node) {}

    private Reviews(PlannedThread planned, List<PatchSeries> series, PatchPlan plan) {
        this.planned = planned;
        this.tables = inReadingOrder(series, plan);
        List<ThreadNode> nodes = planned.thread().nodes();
        this.patch = new int[nodes.size()];
        this.trailers = new ArrayList<>(Collections.nCopies(nodes.size(), null));
        for (PatchSeries one : series) {
            for (int member = 0; member < one.members().size(); member++) {
                places.put(one.members().get(member).node(), new Place(one, member));
            }
        }
        for (int node = 0; node < patch.length; node++) {
            int parent = nodes.get(node).parent();
            patch[node] = places.containsKey(node) ? node : parent < 0 ? -1 : patch[parent];
        }
    }

    /** For a thread that holds patches; null for any other. */
    static @Nullable Reviews of(PlannedThread planned, PatchPlan plan) {
        List<PatchSeries> series = plan.in(planned);
        return series.isEmpty() ? null : new Reviews(planned, series, plan);
    }

    /** The same for a thread of which nothing may have to be made: looked for when first wanted. */
    public static Supplier<@Nullable Reviews> lazily(PlannedThread planned, PatchPlan plan) {
        return new Supplier<>() {
            private @Nullable Reviews found;
            private boolean looked;

            @Override
            public @Nullable Reviews get() {
                found = looked ? found : of(planned, plan);
                looked = true;
                return found;
            }
        };
    }

    /** The work that the thread began with, latest version first; then what others sent into it. */
    private static List<PatchSeries> inReadingOrder(List<PatchSeries> series, PatchPlan plan) {
        Set<Integer> work = new HashSet<>();
        work.add(series.get(0).index());
        plan.versions(series.get(0)).forEach(version -> work.add(version.series().index()));
        return series.stream()
                .sorted(
                        Comparator.comparing((PatchSeries one) -> !work.contains(one.index()))
                                .thenComparing(PatchSeries::version, Comparator.reverseOrder())
                                .thenComparing(PatchSeries::sent, Comparator.reverseOrder())
                                .thenComparing(PatchSeries::index, Comparator.reverseOrder()))
                .limit(MOST_TABLES)
                .toList();
    }

    /** The series that the pages of the thread list, in their order. */
    List<PatchSeries> tables() {
        return tables;
    }

    boolean lists(PatchSeries series) {
        return tables.stream().anyMatch(table -> table.index() == series.index());
    }

    /** Which patch a node is; null where it is none. */
    @Nullable Place place(int node) {
        return places.get(node);
    }

    private boolean isReply(int node) {
        return patch[node] >= 0 && patch[node] != node && !nodes().get(node).isGhost();
    }

    private List<ThreadNode> nodes() {
        return planned.thread().nodes();
    }

    /**
     * Hears what a message says. Of a reply that several lists hold, the first of them counts,
     * whichever list is at hand.
     */
    void read(int node, Message message, MessageContent content, BodyRenderer bodies) {
        if (trailers.get(node) == null
                && isReply(node)
                && message.equals(nodes().get(node).message())) {
            trailers.set(node, bodies.trailers(message.from(), content));
        }
    }

    /** Reads the replies that the list at hand does not hold. */
    void readOthers(ContentLoader loader, BodyRenderer bodies) throws IOException {
        for (int node = 0; node < patch.length; node++) {
            if (trailers.get(node) == null && isReply(node)) {
                Message message = nodes().get(node).message();
                read(node, message, loader.load(message).content(), bodies);
            }
        }
    }

    /** By node of a patch: how many replies it has, and which of them was sent last. */
    Map<Integer, Replies> replies() {
        Map<Integer, Replies> replies = new HashMap<>();
        for (int node = 0; node < patch.length; node++) {
            if (isReply(node)) {
                replies.merge(patch[node], new Replies(1, node), this::both);
            }
        }
        return replies;
    }

    private Replies both(Replies before, Replies one) {
        long last = nodes().get(before.last()).message().sent();
        boolean later = nodes().get(one.last()).message().sent() >= last;
        return new Replies(before.count() + 1, later ? one.last() : before.last());
    }

    /**
     * By node of a patch: the trailers given to it, each once, in reading order. What somebody else
     * repeats of the author of the patch is left out: it stood in the patch.
     */
    Map<Integer, List<Given>> trailers() {
        Map<Integer, List<Given>> given = new HashMap<>();
        Set<List<Object>> seen = new HashSet<>();
        for (int node = 0; node < patch.length; node++) {
            List<Trailer> here = trailers.get(node);
            if (here == null || here.isEmpty()) {
                continue;
            }
            Address sender = nodes().get(node).message().from();
            ThreadNode to = nodes().get(patch[node]);
            for (Trailer trailer : here) {
                boolean own = trailer.isBy(sender);
                boolean authors = !to.isGhost() && trailer.isBy(to.message().from());
                if ((own || !authors) && seen.add(List.of(patch[node], trailer, own))) {
                    given.computeIfAbsent(patch[node], p -> new ArrayList<>(2))
                            .add(new Given(trailer, node));
                }
            }
        }
        return given;
    }
}
