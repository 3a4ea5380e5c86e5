package dev.threadmill.archive;

import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.site.PlannedThread;
import dev.threadmill.archive.site.SitePlan;
import dev.threadmill.archive.state.Memo;
import dev.threadmill.archive.thread.ThreadNode;
import dev.threadmill.archive.thread.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How many messages became what, as {@link GenerationReport} tells it.
 *
 * @param leftOut how many were left out, by the name of the rule
 */
record Counts(
        long messagesIn,
        long shown,
        long variants,
        long duplicates,
        Map<String, Long> leftOut,
        long threads) {

    /**
     * Counts what a plan shows.
     *
     * @throws IllegalStateException when a message is not accounted for
     */
    static Counts of(List<List<Message>> messages, Threads threads, SitePlan plan) {
        long in = messages.stream().mapToLong(List::size).sum();
        long variants = 0;
        long shown = 0;
        for (PlannedThread thread : plan.threads()) {
            for (ThreadNode node : thread.thread().nodes()) {
                long lists = lists(node.messages());
                shown += lists;
                variants += node.messages().size() - lists;
            }
        }
        long duplicates = threads.duplicates().size();
        Map<String, Long> leftOut =
                messages.stream()
                        .flatMap(List::stream)
                        .filter(Message::isLeftOut)
                        .collect(Collectors.groupingBy(Message::leftOut, Collectors.counting()));
        long left = leftOut.values().stream().mapToLong(Long::longValue).sum();
        if (in != shown + variants + duplicates + left) {
            throw new IllegalStateException(
                    "%s messages came in, but %s shown + %s variants + %s duplicates + %s left out are accounted for"
                            .formatted(in, shown, variants, duplicates, left));
        }
        return new Counts(in, shown, variants, duplicates, leftOut, plan.threads().size());
    }

    private static long lists(List<Message> messages) {
        return messages.size() < 2
                ? messages.size()
                : messages.stream().mapToInt(Message::list).distinct().count();
    }

    /** A form to be remembered in. */
    byte[] toBytes() {
        List<String> texts = new ArrayList<>();
        for (long count : new long[] {messagesIn, shown, variants, duplicates, threads}) {
            texts.add(Long.toString(count));
        }
        new TreeMap<>(leftOut)
                .forEach(
                        (rule, count) -> {
                            texts.add(rule);
                            texts.add(count.toString());
                        });
        return Memo.bytes(texts.toArray(String[]::new));
    }

    /** What {@link #toBytes} was made of. */
    static Counts fromBytes(byte[] bytes) {
        List<String> texts = Memo.texts(bytes);
        long[] counts = texts.stream().limit(5).mapToLong(Long::parseLong).toArray();
        Map<String, Long> leftOut = new TreeMap<>();
        for (int i = counts.length; i < texts.size(); i += 2) {
            leftOut.put(texts.get(i), Long.valueOf(texts.get(i + 1)));
        }
        return new Counts(counts[0], counts[1], counts[2], counts[3], leftOut, counts[4]);
    }
}
