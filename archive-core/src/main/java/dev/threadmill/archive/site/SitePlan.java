package dev.threadmill.archive.site;

import dev.threadmill.archive.mail.AddressPolicy;
import dev.threadmill.archive.mail.MailingList;
import dev.threadmill.archive.mail.Meanwhile;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.MessageId;
import dev.threadmill.archive.thread.MailThread;
import dev.threadmill.archive.thread.ThreadNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The whole site as data: its lists, its threads, and the address of everything. */
public final class SitePlan {

    private final List<ListPlan> lists;
    private final List<PlannedThread> threads;
    private final Permalinks permalinks;
    private final Set<PageKind> kinds;
    private final Map<MessageId, NodeRef> nodes;
    private final PatchPlan patches;
    private final Unindexed unindexed;
    private final List<List<Message>> tombstones;

    /** The first list of those that have such a tombstone, by id. */
    private final Map<MessageId, Integer> alone = new HashMap<>();

    private SitePlan(
            List<ListPlan> lists,
            List<PlannedThread> threads,
            Permalinks permalinks,
            Set<PageKind> kinds,
            Map<MessageId, NodeRef> nodes,
            PatchPlan patches,
            List<List<Message>> tombstones,
            Unindexed unindexed) {
        this.lists = List.copyOf(lists);
        this.threads = List.copyOf(threads);
        this.permalinks = permalinks;
        this.kinds = kinds;
        this.nodes = nodes;
        this.patches = patches;
        this.unindexed = unindexed;
        this.tombstones = List.copyOf(tombstones);
        tombstones.forEach(list -> list.forEach(m -> alone.putIfAbsent(m.id(), m.list())));
    }

    /**
     * Plans the site.
     *
     * @param messages for each list all its messages in source order, those left out among them
     * @param kinds what to write of it
     * @param addresses the policy that the messages have passed
     * @param mailmap who is one person under several addresses
     * @param unindexed what search engines should not lead to
     */
    public static SitePlan of(
            List<MailingList> lists,
            List<List<Message>> messages,
            List<MailThread> threads,
            Set<PageKind> kinds,
            AddressPolicy addresses,
            Mailmap mailmap,
            Unindexed unindexed) {
        List<PlannedThread> planned = new ArrayList<>(threads.size());
        Map<MessageId, NodeRef> nodes = new HashMap<>();
        for (MailThread thread : threads) {
            planned.add(ThreadPlanner.plan(planned.size(), thread));
            for (int node = 0; node < thread.nodes().size(); node++) {
                ThreadNode at = thread.nodes().get(node);
                nodes.put(at.id(), new NodeRef(planned.size() - 1, node));
            }
        }
        List<List<PlannedThread>> byList = byList(planned, lists.size());
        Meanwhile<PatchPlan> patches = Meanwhile.begin(() -> PatchPlan.of(planned));
        List<ListPlan> listPlans = new ArrayList<>();
        List<Map<MessageId, String>> exceptions = new ArrayList<>();
        MessagePaths paths = new MessagePaths(!addresses.isOpen());
        for (int i = 0; i < lists.size(); i++) {
            int list = i;
            List<Message> all = messages.get(list);
            List<PlannedThread> own = byList.get(list);
            Meanwhile<PathClaims> claims =
                    Meanwhile.begin(() -> claims(list, all, planned, own, nodes, paths));
            AuthorPlanner authors = new AuthorPlanner(addresses, mailmap, lists);
            listPlans.add(ListPlanner.plan(list, lists.get(list), all, planned, own, authors));
            exceptions.add(claims.get().exceptions());
        }
        Permalinks permalinks = new Permalinks(lists, exceptions, paths);
        List<List<Message>> tombstones =
                messages.stream().map(all -> tombstones(all, planned, nodes)).toList();
        return new SitePlan(
                listPlans, planned, permalinks, kinds, nodes, patches.get(), tombstones, unindexed);
    }

    /** For each list the threads that it has a message in. */
    private static List<List<PlannedThread>> byList(List<PlannedThread> threads, int lists) {
        List<List<PlannedThread>> byList = new ArrayList<>();
        for (int list = 0; list < lists; list++) {
            byList.add(new ArrayList<>());
        }
        for (PlannedThread thread : threads) {
            thread.lists().forEach(in -> byList.get(in.list()).add(thread));
        }
        return byList;
    }

    /** The removed messages of a list, one of each id, whose threads it does not show. */
    private static List<Message> tombstones(
            List<Message> messages, List<PlannedThread> threads, Map<MessageId, NodeRef> nodes) {
        Map<MessageId, Message> alone = new LinkedHashMap<>();
        for (Message message : messages) {
            if (message.isRemoved() && !isShown(message, threads, nodes)) {
                alone.putIfAbsent(message.id(), message);
            }
        }
        return List.copyOf(alone.values());
    }

    private static boolean isShown(
            Message message, List<PlannedThread> threads, Map<MessageId, NodeRef> nodes) {
        NodeRef ref = nodes.get(message.id());
        return ref != null && threads.get(ref.thread()).isIn(message.list());
    }

    /**
     * Messages first, those left out among them, then what this list does not hold, as first
     * mentioned, then the tops of its threads that only other lists mention.
     */
    private static PathClaims claims(
            int list,
            List<Message> messages,
            List<PlannedThread> threads,
            List<PlannedThread> own,
            Map<MessageId, NodeRef> nodes,
            MessagePaths paths) {
        PathClaims claims = new PathClaims(paths);
        messages.forEach(claims::claim);
        for (Message message : messages) {
            for (MessageId reference : mentioned(message)) {
                NodeRef ref = nodes.get(reference);
                if (ref != null && !node(threads, ref).isIn(list)) {
                    claims.claim(reference);
                }
            }
        }
        for (PlannedThread thread : own) {
            ThreadNode root = thread.thread().root();
            if (!root.isIn(list)) {
                claims.claim(root.id());
            }
        }
        return claims;
    }

    private static List<MessageId> mentioned(Message message) {
        return message.hasPlace() ? message.references() : List.of();
    }

    private static ThreadNode node(List<PlannedThread> threads, NodeRef ref) {
        return threads.get(ref.thread()).thread().nodes().get(ref.node());
    }

    public List<ListPlan> lists() {
        return lists;
    }

    /** The list at this place among {@link #lists}: its names and addresses. */
    public MailingList mailingList(int list) {
        return lists.get(list).list();
    }

    /** By their first message: neighbours here are neighbours in the sources. */
    public List<PlannedThread> threads() {
        return threads;
    }

    public Permalinks permalinks() {
        return permalinks;
    }

    /** The patch series of the threads. */
    public PatchPlan patches() {
        return patches;
    }

    /**
     * The removed messages of a list whose tombstones stand alone, in source order: it shows
     * nothing of their threads.
     */
    public List<Message> tombstones(int list) {
        return tombstones.get(list);
    }

    /** What search engines should not lead to. */
    public Unindexed unindexed() {
        return unindexed;
    }

    /** The first list where the tombstone of this id stands alone; null where it does not. */
    @Nullable Integer tombstoneAlone(MessageId id) {
        return alone.get(id);
    }

    /** Whether files of this kind are written. */
    public boolean writes(PageKind kind) {
        return kinds.contains(kind);
    }

    /** Where a Message-ID stands, held or ghost; null when no thread has it. */
    public @Nullable NodeRef find(MessageId id) {
        return nodes.get(id);
    }

    /** Whether any list holds, or had, the message of this id, so that it has a page. */
    public boolean holds(MessageId id) {
        NodeRef ref = nodes.get(id);
        ThreadNode node = ref == null ? null : node(ref);
        return node == null ? alone.containsKey(id) : !node.isGhost() || node.isRemoved();
    }

    public ThreadNode node(NodeRef ref) {
        return node(threads, ref);
    }
}
