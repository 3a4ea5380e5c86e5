package dev.threadmill.archive.render.thread;

import dev.threadmill.archive.mail.Fingerprint;
import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.MessageId;
import dev.threadmill.archive.mail.Tombstone;
import dev.threadmill.archive.render.download.AttachedFile;
import dev.threadmill.archive.render.download.AttachedFiles;
import dev.threadmill.archive.site.Links;
import dev.threadmill.archive.site.NodeRef;
import dev.threadmill.archive.site.PatchPlan;
import dev.threadmill.archive.site.PatchSeries;
import dev.threadmill.archive.site.PlannedThread;
import dev.threadmill.archive.site.SiteUnit;
import dev.threadmill.archive.site.Whereabouts;
import dev.threadmill.archive.thread.ThreadNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A thread in one list, with all files that belong to it. What decides them: the messages, in all
 * lists, and their places in the tree and in the source; where each leads, and who wrote it; what
 * once stood on top; the threads of the same subject; and the other versions of its patches. What
 * messages say, and all that is read from it, follows from the hashes of their bytes.
 */
public final class ThreadUnit implements SiteUnit {

    private final Links links;
    private final PlannedThread planned;
    private final int list;
    private final Writing writing;
    private final Consumer<AttachedFile> found;

    /** What writes the files of a thread. */
    public interface Writing {

        /**
         * Writes them.
         *
         * @param found takes those that came with its messages
         */
        void write(List<AttachedFile> found);
    }

    /**
     * A thread to be made.
     *
     * @param writing writes its files
     * @param found hears of each file that came with its messages, also when it is kept
     */
    public ThreadUnit(
            Links links,
            PlannedThread planned,
            int list,
            Writing writing,
            Consumer<AttachedFile> found) {
        this.links = links;
        this.planned = planned;
        this.list = list;
        this.writing = writing;
        this.found = found;
    }

    @Override
    public Hash inputs() {
        Fingerprint hash = new Fingerprint().add("thread").add(list);
        Whereabouts where = new Whereabouts(links, hash);
        List<ThreadNode> nodes = planned.thread().nodes();
        List<Message> inSource = new ArrayList<>(nodes.size());
        hash.add(nodes.size());
        for (int node = 0; node < nodes.size(); node++) {
            ThreadNode at = nodes.get(node);
            NodeRef ref = new NodeRef(planned.index(), node);
            hash.add(at.parent());
            where.page(list, at.id());
            where.find(list, ref);
            if (at.isIn(list)) {
                where.byDate(list, ref);
            }
            add(hash, where, at.messages());
            // Nearly always the same ones.
            hash.add(at.copies().equals(at.messages()));
            if (!at.copies().equals(at.messages())) {
                add(hash, where, at.copies());
            }
            inSource.addAll(at.copies());
            addTombstones(hash, at);
            inSource.addAll(at.removed());
            hash.add(links.plan().unindexed().messages().contains(at.id()));
        }
        // Numbers shift when older mail comes in; which of two came first does not. It places
        // tombstones, too.
        inSource.sort(Message.BY_SOURCE);
        inSource.forEach(message -> hash.add(message.bytes()));
        addRedirects(hash, where);
        addLoose(hash, where);
        addVersions(hash, where);
        return hash.hash();
    }

    private static void add(Fingerprint hash, Whereabouts where, List<Message> messages) {
        hash.add(messages.size());
        for (Message message : messages) {
            where.shown(message);
            where.pageOfKnown(message.list(), message.id());
        }
    }

    private static void addTombstones(Fingerprint hash, ThreadNode node) {
        hash.add(node.removed().size());
        for (Message message : node.removed()) {
            Tombstone stone = node.tombstone(message.list());
            hash.add(message.list()).add(message.sent()).add(stone.account());
        }
    }

    private void addRedirects(Fingerprint hash, Whereabouts where) {
        for (PlannedThread.InList in : planned.lists()) {
            hash.add(in.list()).add(in.redirects().size());
            where.page(in.list(), planned.thread().root().id());
            in.redirects().forEach(id -> where.page(in.list(), id));
        }
    }

    private void addLoose(Fingerprint hash, Whereabouts where) {
        List<Integer> others = links.plan().lists().get(list).looseTo(planned);
        hash.add(others.size());
        for (int other : others) {
            PlannedThread thread = links.plan().threads().get(other);
            Message first = thread.thread().first();
            where.page(first.list(), first.id());
            where.shown(first);
            where.thread(list, thread);
        }
    }

    /** Its own series follow from its messages; the versions of them in other threads do not. */
    private void addVersions(Fingerprint hash, Whereabouts where) {
        for (PatchSeries series : links.plan().patches().in(planned)) {
            List<PatchPlan.Version> versions = links.plan().patches().versions(series);
            hash.add(versions.size());
            for (PatchPlan.Version version : versions) {
                PatchSeries other = version.series();
                boolean here = other.thread() == planned.index();
                hash.add(here).add(here ? other.place() : -1).add(version.link().name());
                hash.add(other.version()).add(other.sent());
                where.find(list, SeriesLines.first(links, other));
            }
        }
    }

    @Override
    public boolean isInput(MessageId mention) {
        NodeRef ref = links.plan().find(mention);
        return ref != null && ref.thread() == planned.index();
    }

    @Override
    public Hash links(List<MessageId> mentions) {
        return Whereabouts.of(mentions, links, list);
    }

    @Override
    public List<Message> messages() {
        List<Message> messages = new ArrayList<>();
        planned.thread().nodes().forEach(node -> messages.addAll(node.copiesIn(list)));
        return messages;
    }

    @Override
    public byte[] write() {
        List<AttachedFile> files = new ArrayList<>(0);
        writing.write(files);
        return AttachedFiles.toBytes(files);
    }

    @Override
    public void found(byte[] finds) {
        AttachedFiles.fromBytes(finds).forEach(found);
    }
}
