package dev.threadmill.archive.render.index;

import dev.threadmill.archive.mail.Fingerprint;
import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.site.Links;
import dev.threadmill.archive.site.ListPlan;
import dev.threadmill.archive.site.NodeRef;
import dev.threadmill.archive.site.PlannedThread;
import dev.threadmill.archive.site.Whereabouts;
import dev.threadmill.archive.thread.ThreadNode;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A month of a list: its pages, its feed and its mbox. What decides them: the months beside it, the
 * messages in the order of each, which of them stands above which, where each of them and its
 * thread and its author lead, and how many messages the thread has.
 */
public final class MonthUnit extends IndexUnit {

    private final YearMonth month;

    /**
     * A month to be made.
     *
     * @param writing writes its files
     */
    public MonthUnit(Links links, ListPlan plan, YearMonth month, Runnable writing) {
        super(links, plan, writing);
        this.month = month;
    }

    @Override
    public Hash inputs() {
        Fingerprint hash = new Fingerprint().add("month").add(plan.index()).add(month.toString());
        add(hash, plan.months().lowerKey(month));
        add(hash, plan.months().higherKey(month));
        List<NodeRef> byThread = plan.months().getOrDefault(month, List.of());
        hash.add(byThread.size());
        Whereabouts where = new Whereabouts(links, hash);
        int thread = -1;
        List<ThreadNode> nodes = List.of();
        Lineage lineage = new Lineage(nodes);
        for (NodeRef ref : byThread) {
            hash.add(ref.thread() != thread);
            if (ref.thread() != thread) {
                thread = ref.thread();
                PlannedThread planned = links.plan().threads().get(thread);
                nodes = planned.thread().nodes();
                lineage = new Lineage(nodes);
                add(hash, where, planned);
            }
            add(hash, where, ref);
            int above = lineage.above(ref.node());
            hash.add(above == Lineage.NONE ? "" : nodes.get(above).id().value());
        }
        List<NodeRef> byDate = plan.byDate().getOrDefault(month, List.of());
        hash.add(byDate.size());
        byDate.forEach(ref -> hash.add(links.plan().node(ref).id().value()));
        List<Message> mail = plan.mail().getOrDefault(month, List.of());
        hash.add(mail.size());
        mail.forEach(message -> hash.add(message.bytes()).add(message.arrived()));
        return hash.hash();
    }

    private static void add(Fingerprint hash, @Nullable YearMonth beside) {
        hash.add(beside == null ? "" : beside.toString());
    }

    private void add(Fingerprint hash, Whereabouts where, PlannedThread thread) {
        hash.add(thread.thread().size());
        where.thread(plan.index(), thread);
    }

    private void add(Fingerprint hash, Whereabouts where, NodeRef ref) {
        ThreadNode node = links.plan().node(ref);
        hash.add(node.depth());
        where.message(plan.index(), ref);
        where.shown(node.messageIn(plan.index()));
    }
}
