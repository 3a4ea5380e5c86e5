package dev.threadmill.archive.site;

import dev.threadmill.archive.mail.MailingList;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.Subject;
import dev.threadmill.archive.thread.MailThread;
import dev.threadmill.archive.thread.ThreadNode;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Plans the indexes of one list in one walk over its threads. */
final class ListPlanner {

    private static final Comparator<Message> BY_ARRIVAL =
            Comparator.comparingLong(Message::arrived).thenComparingInt(Message::number);

    private final int list;
    private final List<PlannedThread> threads;

    /** The list's threads, by their start. */
    private final List<Integer> mine = new ArrayList<>();

    private ListPlanner(int list, List<PlannedThread> threads) {
        this.list = list;
        this.threads = threads;
    }

    static ListPlan plan(int list, MailingList facts, List<PlannedThread> threads) {
        return new ListPlanner(list, threads).plan(facts);
    }

    private ListPlan plan(MailingList facts) {
        for (PlannedThread thread : threads) {
            if (thread.lists().stream().anyMatch(in -> in.list() == list)) {
                mine.add(thread.index());
            }
        }
        mine.sort(Comparator.comparingLong(index -> thread(index).first().sent()));
        NavigableMap<YearMonth, List<NodeRef>> months = new TreeMap<>();
        NavigableMap<YearMonth, List<Message>> mail = new TreeMap<>();
        Map<Integer, Long> lastArrived = new HashMap<>();
        int messages = 0;
        for (int index : mine) {
            List<ThreadNode> nodes = thread(index).nodes();
            long last = Long.MIN_VALUE;
            for (int node = 0; node < nodes.size(); node++) {
                List<Message> here = nodes.get(node).messagesIn(list);
                if (here.isEmpty()) {
                    continue;
                }
                messages++;
                for (Message message : here) {
                    last = Math.max(last, message.arrived());
                }
                months.computeIfAbsent(monthOf(here.get(0).arrived()), m -> new ArrayList<>())
                        .add(new NodeRef(index, node));
                for (Message copy : nodes.get(node).copiesIn(list)) {
                    mail.computeIfAbsent(monthOf(copy.arrived()), m -> new ArrayList<>()).add(copy);
                }
            }
            lastArrived.put(index, last);
        }
        mail.values().forEach(month -> month.sort(Comparator.comparingInt(Message::number)));
        return new ListPlan(
                list,
                facts,
                messages,
                mine.size(),
                latest(lastArrived),
                newest(months),
                months,
                mail,
                loose());
    }

    private MailThread thread(int index) {
        return threads.get(index).thread();
    }

    /** The month of a time in seconds since 1970, in UTC. */
    static YearMonth monthOf(long seconds) {
        return YearMonth.from(Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.UTC));
    }

    private List<Integer> latest(Map<Integer, Long> lastArrived) {
        return mine.stream()
                .sorted(
                        Comparator.comparing((Integer index) -> lastArrived.get(index))
                                .thenComparing(index -> index)
                                .reversed())
                .limit(ListPlan.LATEST_THREADS)
                .toList();
    }

    private List<NodeRef> newest(NavigableMap<YearMonth, List<NodeRef>> months) {
        List<NodeRef> candidates = new ArrayList<>();
        for (List<NodeRef> month : months.descendingMap().values()) {
            candidates.addAll(month);
            if (candidates.size() >= ListPlan.NEWEST_MESSAGES) {
                break;
            }
        }
        return candidates.stream()
                .sorted(Comparator.comparing(this::message, BY_ARRIVAL).reversed())
                .limit(ListPlan.NEWEST_MESSAGES)
                .toList();
    }

    private Message message(NodeRef ref) {
        return thread(ref.thread()).nodes().get(ref.node()).messagesIn(list).get(0);
    }

    /** Neighbours in time among the threads of one base subject. */
    private Map<Integer, List<Integer>> loose() {
        Map<String, List<Integer>> bySubject = new HashMap<>();
        for (int index : mine) {
            Subject subject = thread(index).first().subject();
            String base = subject.base().toLowerCase(Locale.ROOT);
            if (!base.isEmpty()) {
                bySubject.computeIfAbsent(base, b -> new ArrayList<>(1)).add(index);
            }
        }
        Map<Integer, List<Integer>> loose = new HashMap<>();
        for (List<Integer> same : bySubject.values()) {
            for (int i = 0; i < same.size() && same.size() > 1; i++) {
                int last = same.size() - ListPlan.LOOSE_THREADS - 1;
                int from = Math.max(0, Math.min(i - ListPlan.LOOSE_THREADS / 2, last));
                int to = Math.min(same.size(), from + ListPlan.LOOSE_THREADS + 1);
                List<Integer> others = new ArrayList<>(same.subList(from, to));
                others.remove(same.get(i));
                loose.put(same.get(i), List.copyOf(others));
            }
        }
        return loose;
    }
}
