package dev.threadmill.archive.site;

import dev.threadmill.archive.mail.MailingList;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.thread.MailThread;
import dev.threadmill.archive.thread.ThreadNode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Plans the indexes of one list in one walk over its threads. */
final class ListPlanner {

    private final int list;
    private final List<PlannedThread> threads;

    /** The list's threads, by their start. */
    private final List<Integer> mine = new ArrayList<>();

    /** Of each of them the base subject. */
    private final List<String> subjects = new ArrayList<>();

    private final NavigableMap<YearMonth, List<NodeRef>> months = new TreeMap<>();
    private final NavigableMap<YearMonth, List<Message>> mail = new TreeMap<>();
    private final Map<Integer, Long> lastArrived = new HashMap<>();
    private int messages;

    private ListPlanner(int list, List<PlannedThread> threads) {
        this.list = list;
        this.threads = threads;
    }

    /**
     * Plans a list.
     *
     * @param messages all that came in for it, in source order
     * @param threads those of the site
     * @param own which of them it has a message in
     */
    static ListPlan plan(
            int list,
            MailingList facts,
            List<Message> messages,
            List<PlannedThread> threads,
            List<PlannedThread> own,
            AuthorPlanner authors) {
        return new ListPlanner(list, threads).plan(facts, messages, own, authors);
    }

    private ListPlan plan(
            MailingList facts, List<Message> all, List<PlannedThread> own, AuthorPlanner authors) {
        own.forEach(thread -> mine.add(thread.index()));
        mine.sort(Comparator.comparingLong(index -> thread(index).first().sent()));
        for (int index : mine) {
            subjects.add(thread(index).first().subject().base());
            lastArrived.put(index, add(index));
        }
        mail.values().forEach(month -> month.sort(Comparator.comparingInt(Message::number)));
        NavigableMap<YearMonth, List<NodeRef>> byDate = byDate();
        List<NodeRef> byArrival = byDate.values().stream().flatMap(List::stream).toList();
        return new ListPlan(
                list,
                facts,
                messages,
                mine.size(),
                latest(),
                newest(byArrival),
                months,
                mail,
                byDate,
                bySubject(),
                authors.plan(all, byArrival, ref -> message(ref).from()),
                loose());
    }

    /** Adds a thread's messages; returns when the last of them arrived. */
    private long add(int thread) {
        List<ThreadNode> nodes = thread(thread).nodes();
        long last = Long.MIN_VALUE;
        for (int node = 0; node < nodes.size(); node++) {
            List<Message> here = nodes.get(node).messagesIn(list);
            if (here.isEmpty()) {
                continue;
            }
            messages++;
            of(months, here.get(0)).add(new NodeRef(thread, node));
            for (Message message : here) {
                last = Math.max(last, message.arrived());
            }
            for (Message copy : nodes.get(node).copiesIn(list)) {
                of(mail, copy).add(copy);
            }
        }
        return last;
    }

    /** What there is of the month in which a message arrived. */
    private static <T> List<T> of(NavigableMap<YearMonth, List<T>> months, Message message) {
        return months.computeIfAbsent(
                ListPlan.monthOf(message.arrived()), month -> new ArrayList<>());
    }

    private MailThread thread(int index) {
        return threads.get(index).thread();
    }

    private List<Integer> latest() {
        return mine.stream()
                .sorted(
                        Comparator.comparing((Integer index) -> lastArrived.get(index))
                                .thenComparing(index -> index)
                                .reversed())
                .limit(ListPlan.LATEST_THREADS)
                .toList();
    }

    private NavigableMap<YearMonth, List<NodeRef>> byDate() {
        NavigableMap<YearMonth, List<NodeRef>> byDate = new TreeMap<>();
        Comparator<NodeRef> byArrival = Comparator.comparing(this::message, Message.BY_ARRIVAL);
        months.forEach(
                (month, refs) -> byDate.put(month, refs.stream().sorted(byArrival).toList()));
        return byDate;
    }

    private static List<NodeRef> newest(List<NodeRef> byArrival) {
        int from = Math.max(0, byArrival.size() - ListPlan.NEWEST_MESSAGES);
        List<NodeRef> newest = new ArrayList<>(byArrival.subList(from, byArrival.size()));
        Collections.reverse(newest);
        return newest;
    }

    private record Keyed(String subject, String base, int thread) {}

    /** Threads of one subject stand together, in the order of their start. */
    private List<Integer> bySubject() {
        return IntStream.range(0, mine.size())
                .mapToObj(
                        i ->
                                new Keyed(
                                        ReadingOrder.key(subjects.get(i)),
                                        subjects.get(i).toLowerCase(Locale.ROOT),
                                        mine.get(i)))
                .sorted(
                        Comparator.comparing((Keyed k) -> ReadingOrder.letter(k.subject()))
                                .thenComparing(Keyed::subject)
                                .thenComparing(Keyed::base))
                .map(Keyed::thread)
                .toList();
    }

    private Message message(NodeRef ref) {
        return thread(ref.thread()).nodes().get(ref.node()).messageIn(list);
    }

    /** Neighbours in time among the threads of one base subject. */
    private Map<Integer, List<Integer>> loose() {
        Map<String, List<Integer>> bySubject = new HashMap<>();
        for (int i = 0; i < mine.size(); i++) {
            String base = subjects.get(i).toLowerCase(Locale.ROOT);
            if (!base.isEmpty()) {
                bySubject.computeIfAbsent(base, b -> new ArrayList<>(1)).add(mine.get(i));
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
