package dev.threadmill.archive.site;

import dev.threadmill.archive.mail.MailingList;
import dev.threadmill.archive.mail.Message;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * What the site shows of one list besides its threads.
 *
 * @param index its place among the site's lists
 * @param messages how many message pages it has: different messages under one id share one
 * @param threads how many threads it has a message in
 * @param latest the threads with the latest activity in this list, latest first, at most 200
 * @param newest the messages that arrived last, latest first, at most 25
 * @param months by month of arrival, the messages by thread, threads by their start
 * @param mail by month of arrival, the messages that its mbox holds, in source order: those shown
 *     and the copies that differ from them only in their way to the list
 * @param byDate by month of arrival, the messages by arrival, oldest first
 * @param bySubject all threads, by base subject as people look for it, then by their start
 * @param authors who wrote what
 * @param loose by thread, other threads of the list with the same base subject, at most 10, by
 *     their start; threads without any are left out
 */
public record ListPlan(
        int index,
        MailingList list,
        int messages,
        int threads,
        List<Integer> latest,
        List<NodeRef> newest,
        NavigableMap<YearMonth, List<NodeRef>> months,
        NavigableMap<YearMonth, List<Message>> mail,
        NavigableMap<YearMonth, List<NodeRef>> byDate,
        List<Integer> bySubject,
        Authors authors,
        Map<Integer, List<Integer>> loose) {

    public static final int LATEST_THREADS = 200;
    public static final int NEWEST_MESSAGES = 25;
    public static final int PAGE_LENGTH = 200;
    static final int LOOSE_THREADS = 10;

    /** The month of a time in seconds since 1970, in UTC. */
    public static YearMonth monthOf(long seconds) {
        return YearMonth.from(LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC));
    }

    /** One more than the number of its last message: how long an array by number has to be. */
    public int numbers() {
        int last = -1;
        for (List<Message> month : mail.values()) {
            last = Math.max(last, month.get(month.size() - 1).number());
        }
        return last + 1;
    }

    /** Other threads with the base subject of a thread, as {@link #loose} has them. */
    public List<Integer> looseTo(PlannedThread thread) {
        return loose.getOrDefault(thread.index(), List.of());
    }

    /** The years in which messages arrived. */
    public NavigableSet<Integer> years() {
        NavigableSet<Integer> years = new TreeSet<>();
        months.keySet().forEach(month -> years.add(month.getYear()));
        return years;
    }
}
