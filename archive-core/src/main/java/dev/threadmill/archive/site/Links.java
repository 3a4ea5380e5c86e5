package dev.threadmill.archive.site;

import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.MessageId;
import dev.threadmill.archive.thread.ThreadNode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where things are, given which kinds of page the site has. Safe for threads. */
public final class Links {

    private final SitePlan plan;
    private final Permalinks permalinks;
    private final Consumer<MessageId> asked;

    /** By list and number, where a message stands among those of its month; only with months. */
    private final List<int[]> places = new ArrayList<>();

    /** Only threads of several pages, and only where a message has no page of its own. */
    private final Map<NodeRef, ListThread> longThreads = new ConcurrentHashMap<>();

    /**
     * A page and, where it shows several messages, the anchor on it.
     *
     * @param fragment the anchor with its {@code #}; empty for the page as a whole
     */
    public record Target(SitePath path, String fragment) {

        /** A page as a whole. */
        public Target(SitePath path) {
            this(path, "");
        }

        /** The relative link from a page: on itself the fragment alone, where there is one. */
        public String from(SitePath page) {
            return page.equals(path) && !fragment.isEmpty()
                    ? fragment
                    : page.linkTo(path) + fragment;
        }
    }

    /**
     * Links between the pages of a plan.
     *
     * @param asked hears of each id that is looked for
     */
    public Links(SitePlan plan, Consumer<MessageId> asked) {
        this.plan = plan;
        this.permalinks = plan.permalinks();
        this.asked = asked;
        if (writes(PageKind.MONTHS)) {
            plan.lists().forEach(list -> places.add(places(list)));
        }
    }

    private int[] places(ListPlan list) {
        int[] places = new int[list.numbers()];
        for (List<NodeRef> month : list.byDate().values()) {
            for (int place = 0; place < month.size(); place++) {
                places[plan.node(month.get(place)).messageIn(list.index()).number()] = place;
            }
        }
        return places;
    }

    public SitePlan plan() {
        return plan;
    }

    public Permalinks permalinks() {
        return permalinks;
    }

    /** A relative link from {@code page}; empty where there is nothing to lead to. */
    public String href(SitePath page, @Nullable Target target) {
        return target == null ? "" : target.from(page);
    }

    /** A link from {@code page}: relative, or where {@code base} is not empty, absolute. */
    public String href(SitePath page, String base, Target target) {
        return base.isEmpty()
                ? target.from(page)
                : base + target.path().encoded() + target.fragment();
    }

    public boolean writes(PageKind kind) {
        return plan.writes(kind);
    }

    /** Whether the files out of messages are written: with any page that shows a message. */
    public boolean writesFiles() {
        return writes(PageKind.MESSAGE) || writes(PageKind.NESTED) || writes(PageKind.FLAT);
    }

    /** Whether the thread has pages of its own, in either view. */
    public boolean hasPages(PlannedThread thread) {
        return hasPages(thread, PageKind.NESTED) || hasPages(thread, PageKind.FLAT);
    }

    /**
     * Whether the thread has pages of its own in a view, {@link PageKind#NESTED} or {@link
     * PageKind#FLAT}: without message pages every thread does.
     */
    public boolean hasPages(PlannedThread thread, PageKind view) {
        return writes(view) && (thread.hasPages() || !writes(PageKind.MESSAGE));
    }

    /**
     * Where a node of the archive is shown, for a page of {@code list}: in that list, else in the
     * first one that holds it; null where nothing shows it. A page that asks is made again when the
     * answer is another.
     */
    public @Nullable Target find(int list, MessageId id) {
        asked.accept(id);
        return answer(list, id);
    }

    /** The same, asked by nobody's page. */
    @Nullable Target answer(int list, MessageId id) {
        NodeRef ref = plan.find(id);
        if (ref != null) {
            return find(list, ref);
        }
        Integer alone = plan.tombstoneAlone(id);
        return alone == null || !writes(PageKind.MESSAGE)
                ? null
                : new Target(permalinks.message(alone, id));
    }

    /** The same for a node of the plan; nobody is said to have asked. */
    public @Nullable Target find(int list, NodeRef ref) {
        ThreadNode node = plan.node(ref);
        if (node.isIn(list)) {
            return message(list, ref);
        }
        if (node.isRemovedFrom(list) && writes(PageKind.MESSAGE)) {
            return new Target(permalinks.message(list, node.id()));
        }
        if (!node.isGhost()) {
            return message(node.message().list(), ref);
        }
        if (node.isRemoved() && writes(PageKind.MESSAGE) && !hasStandIn(list, ref)) {
            int first = node.removed().get(0).list();
            return new Target(permalinks.message(first, node.id()));
        }
        return hasStandIn(list, ref) ? new Target(permalinks.message(list, node.id())) : null;
    }

    /** The same for a node of a thread, for a page of the list that shows it. */
    public @Nullable Target find(ListThread thread, int node) {
        return find(thread.list(), thread.ref(node));
    }

    /** Whether this list has a page that speaks for a top it does not hold. */
    private boolean hasStandIn(int list, NodeRef ref) {
        return ref.node() == 0
                && writes(PageKind.MESSAGE)
                && plan.threads().get(ref.thread()).isIn(list);
    }

    /** Where a list shows a message that it holds. */
    public Target message(int list, NodeRef ref) {
        MessageId id = plan.node(ref).id();
        if (writes(PageKind.MESSAGE)) {
            return new Target(permalinks.message(list, id));
        }
        if (writes(PageKind.NESTED) || writes(PageKind.FLAT)) {
            return onThreadPage(list, ref);
        }
        return writes(PageKind.RAW)
                ? new Target(permalinks.raw(list, id))
                : new Target(permalinks.list(list));
    }

    /** A message on the page of its thread: nested, or where that is not written, flat. */
    Target onThreadPage(int list, NodeRef ref) {
        PlannedThread thread = plan.threads().get(ref.thread());
        MessageId root = thread.thread().root().id();
        int page = threadPage(list, ref);
        SitePath path =
                writes(PageKind.NESTED)
                        ? permalinks.nested(list, root, page)
                        : permalinks.flat(list, root, page);
        return new Target(path, "#" + Permalinks.anchor(plan.node(ref).id()));
    }

    /** On which page of its thread a message is: nested, or where that is not written, flat. */
    int threadPage(int list, NodeRef ref) {
        PlannedThread thread = plan.threads().get(ref.thread());
        if (thread.thread().nodes().size() <= ListThread.PAGE) {
            return 1;
        }
        ListThread paged =
                longThreads.computeIfAbsent(
                        new NodeRef(ref.thread(), list), key -> new ListThread(thread, list));
        return writes(PageKind.NESTED) ? paged.nestedPage(ref.node()) : paged.flatPage(ref.node());
    }

    /** Everything that the author of a message wrote; null where there is no such page. */
    public @Nullable Target author(Message message) {
        Author author = plan.lists().get(message.list()).authors().of(message.from());
        return author == null || author.key().isEmpty() || !writes(PageKind.AUTHORS)
                ? null
                : new Target(permalinks.author(message.list(), author, ArrivalPages.NEWEST));
    }

    /** A message among those that arrived before and after it; null where months are left out. */
    public @Nullable Target byDate(int list, NodeRef ref) {
        if (!writes(PageKind.MONTHS)) {
            return null;
        }
        Entry entry = entry(list, ref);
        SitePath page = permalinks.byDate(list, entry.month(), entry.page());
        return new Target(page, "#" + Permalinks.anchor(entry.number()));
    }

    /**
     * A message among those of its month.
     *
     * @param number from 0, oldest first
     * @param page as {@link ArrivalPages} numbers it
     */
    record Entry(YearMonth month, int number, int page) {}

    /** Where a message stands among those that arrived in its month. */
    Entry entry(int list, NodeRef ref) {
        Message message = plan.node(ref).messageIn(list);
        YearMonth month = ListPlan.monthOf(message.arrived());
        int number = places.get(list)[message.number()];
        int all = plan.lists().get(list).byDate().get(month).size();
        return new Entry(month, number, ArrivalPages.pageOf(number, all));
    }

    /** Where a list's index of threads leads: the thread, or its only message. */
    public Target thread(int list, PlannedThread thread) {
        MessageId root = thread.thread().root().id();
        if (hasPages(thread, PageKind.NESTED)) {
            return new Target(permalinks.nested(list, root, 1));
        }
        if (hasPages(thread, PageKind.FLAT)) {
            return new Target(permalinks.flat(list, root, 1));
        }
        for (int node = 0; node < thread.thread().nodes().size(); node++) {
            if (thread.thread().nodes().get(node).isIn(list)) {
                return message(list, new NodeRef(thread.index(), node));
            }
        }
        throw new IllegalArgumentException("thread of " + root + " has nothing in list " + list);
    }
}
