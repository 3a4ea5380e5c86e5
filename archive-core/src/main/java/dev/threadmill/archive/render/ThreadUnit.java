package dev.threadmill.archive.render;

import dev.threadmill.archive.mail.Fingerprint;
import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.MessageId;
import dev.threadmill.archive.site.NodeRef;
import dev.threadmill.archive.site.PlannedThread;
import dev.threadmill.archive.site.SiteUnit;
import dev.threadmill.archive.thread.ThreadNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A thread in one list, with all files that belong to it. What decides them: the messages, in all
 * lists, and their places in the tree and in the source; where each leads; what once stood on top;
 * and the threads of the same subject. What messages say, and all that is read from it, follows
 * from the hashes of their bytes.
 */
final class ThreadUnit implements SiteUnit {

    private static final byte[] NOTHING = {};

    private static final Comparator<Message> BY_SOURCE =
            Comparator.comparingInt(Message::list).thenComparingInt(Message::number);

    private final Links links;
    private final PlannedThread planned;
    private final int list;
    private final Runnable writing;

    /**
     * A thread to be made.
     *
     * @param writing writes its files
     */
    ThreadUnit(Links links, PlannedThread planned, int list, Runnable writing) {
        this.links = links;
        this.planned = planned;
        this.list = list;
        this.writing = writing;
    }

    @Override
    public Hash inputs() {
        Fingerprint hash = new Fingerprint().add("thread").add(list);
        List<ThreadNode> nodes = planned.thread().nodes();
        List<Message> copies = new ArrayList<>(nodes.size());
        hash.add(nodes.size());
        for (int node = 0; node < nodes.size(); node++) {
            ThreadNode at = nodes.get(node);
            hash.add(at.id().value()).add(at.parent());
            add(hash, links.find(list, new NodeRef(planned.index(), node)));
            hash.add(at.messages().size());
            at.messages().forEach(message -> add(hash, message));
            hash.add(at.copies().size());
            at.copies().forEach(message -> add(hash, message));
            copies.addAll(at.copies());
        }
        // Numbers shift when older mail comes in; which of two came first does not.
        copies.sort(BY_SOURCE);
        copies.forEach(message -> hash.add(message.bytes()));
        addRedirects(hash);
        addLoose(hash);
        return hash.hash();
    }

    private void add(Fingerprint hash, Message message) {
        hash.add(message.bytes()).add(message.arrived()).add(message.sent());
        hash.add(message.sentRepaired()).add(message.idMissing()).add(message.list());
        hash.add(links.permalinks.message(message.list(), message.id()).value());
    }

    private void addRedirects(Fingerprint hash) {
        for (PlannedThread.InList in : planned.lists()) {
            hash.add(in.list()).add(in.redirects().size());
            in.redirects().forEach(id -> hash.add(id.value()));
        }
    }

    private void addLoose(Fingerprint hash) {
        List<Integer> others =
                links.plan.lists().get(list).loose().getOrDefault(planned.index(), List.of());
        hash.add(others.size());
        for (int other : others) {
            PlannedThread thread = links.plan.threads().get(other);
            add(hash, thread.thread().first());
            add(hash, links.thread(list, thread));
        }
    }

    private static void add(Fingerprint hash, Links.@Nullable Target target) {
        hash.add(target == null ? "" : target.path().value());
        hash.add(target == null ? "" : target.fragment());
    }

    @Override
    public boolean isInput(MessageId mention) {
        NodeRef ref = links.plan.find(mention);
        return ref != null && ref.thread() == planned.index();
    }

    @Override
    public Hash links(List<MessageId> mentions) {
        return answers(links, list, mentions);
    }

    /** A hash of where these ids lead from pages of a list. */
    static Hash answers(Links links, int list, List<MessageId> mentions) {
        Fingerprint hash = new Fingerprint();
        mentions.forEach(id -> add(hash, links.answer(list, id)));
        return hash.hash();
    }

    @Override
    public List<Message> messages() {
        List<Message> messages = new ArrayList<>();
        planned.thread().nodes().forEach(node -> messages.addAll(node.copiesIn(list)));
        return messages;
    }

    @Override
    public byte[] write() {
        writing.run();
        return NOTHING;
    }
}
