package dev.threadmill.archive.render.index;

import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.render.template.View;
import dev.threadmill.archive.site.Author;
import dev.threadmill.archive.site.Links;
import dev.threadmill.archive.site.ListPlan;
import dev.threadmill.archive.site.NodeRef;
import dev.threadmill.archive.site.PlannedThread;
import dev.threadmill.archive.site.SitePath;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** What was written to a list in some time: how much, in which threads, by whom. */
final class Activity {

    /** So many threads and authors are named. */
    private static final int MOST = 25;

    private final Links links;
    private final Indexes indexes;
    private final ListPlan plan;
    private int messages;
    private final Map<Integer, Integer> threads = new HashMap<>();

    /** By author as such: who wrote what is much to compare. */
    private final IdentityHashMap<Author, Integer> authors = new IdentityHashMap<>();

    Activity(Links links, Indexes indexes, ListPlan plan) {
        this.links = links;
        this.indexes = indexes;
        this.plan = plan;
    }

    void add(NodeRef ref) {
        messages++;
        threads.merge(ref.thread(), 1, Integer::sum);
        Message message = indexes.message(ref, plan.index());
        Author author = plan.authors().of(message.from());
        if (author != null) {
            authors.merge(author, 1, Integer::sum);
        }
    }

    int messages() {
        return messages;
    }

    int threads() {
        return threads.size();
    }

    int authors() {
        return authors.size();
    }

    /** The threads in which most was written; those of one message are not discussed. */
    List<View.ThreadLine> longest(SitePath page) {
        List<PlannedThread> all = links.plan().threads();
        return threads.entrySet().stream()
                .filter(thread -> thread.getValue() > 1)
                .sorted(
                        Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST)
                .map(
                        thread ->
                                indexes.thread(
                                        page,
                                        plan.index(),
                                        all.get(thread.getKey()),
                                        thread.getValue()))
                .toList();
    }

    /** Who wrote most. */
    List<View.AuthorLine> active(SitePath page) {
        return plan.authors().all().stream()
                .filter(authors::containsKey)
                .sorted(Comparator.comparing(authors::get, Comparator.reverseOrder()))
                .limit(MOST)
                .map(a -> indexes.author(page, plan.index(), a, authors.get(a)))
                .toList();
    }
}
