package dev.threadmill.archive.render;

import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.site.ArrivalPages;
import dev.threadmill.archive.site.Author;
import dev.threadmill.archive.site.ListPlan;
import dev.threadmill.archive.site.NodeRef;
import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.site.PlannedThread;
import dev.threadmill.archive.site.SitePath;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/** Writes the years of a list: how much was written when, the longest threads, who wrote most. */
final class YearPages {

    private static final int MOST = 20;

    private final Links links;
    private final Pages pages;
    private final Heads heads;
    private final Indexes indexes;

    YearPages(Links links, Pages pages, Heads heads, Indexes indexes) {
        this.links = links;
        this.pages = pages;
        this.heads = heads;
        this.indexes = indexes;
    }

    /** What is counted of some time. */
    private final class Count {

        private final int list;
        private int messages;
        private final Map<Integer, Integer> threads = new HashMap<>();

        /** By author as such: who wrote what is much to compare. */
        private final IdentityHashMap<Author, Integer> authors = new IdentityHashMap<>();

        Count(ListPlan plan) {
            list = plan.index();
        }

        void add(NodeRef ref) {
            messages++;
            threads.merge(ref.thread(), 1, Integer::sum);
            Message message = indexes.message(ref, list);
            Author author = links.plan.lists().get(list).authors().of(message.from());
            if (author != null) {
                authors.merge(author, 1, Integer::sum);
            }
        }
    }

    void write(ListPlan plan, int year, PageWriter buffer) {
        int list = plan.index();
        SitePath page = links.permalinks.year(list, year);
        Count all = new Count(plan);
        List<View.YearMonth> months = new ArrayList<>();
        of(plan.byDate(), year)
                .forEach(
                        (month, messages) -> {
                            Count here = new Count(plan);
                            messages.forEach(here::add);
                            messages.forEach(all::add);
                            months.add(month(page, month, here));
                        });
        Page.OneYear view =
                new Page.OneYear(
                        heads.list(page, list, Dates.year(year) + " - " + plan.list().title()),
                        Dates.year(year),
                        all.messages,
                        all.threads.size(),
                        all.authors.size(),
                        months,
                        months.stream().mapToInt(View.YearMonth::messages).max().orElse(0),
                        longest(page, plan, all),
                        active(page, plan, all),
                        link(page, list, plan.years().lower(year)),
                        link(page, list, plan.years().higher(year)),
                        indexes.of(page, plan));
        pages.write(page, PageKind.MONTHS, view.template(), view, buffer);
    }

    private static <T> NavigableMap<YearMonth, T> of(NavigableMap<YearMonth, T> months, int year) {
        return months.subMap(YearMonth.of(year, 1), true, YearMonth.of(year, 12), true);
    }

    private View.YearMonth month(SitePath page, YearMonth month, Count count) {
        SitePath byThread = links.permalinks.month(count.list, month, 1);
        SitePath byDate = links.permalinks.byDate(count.list, month, ArrivalPages.NEWEST);
        return new View.YearMonth(
                page.linkTo(byThread),
                page.linkTo(byDate),
                month.toString(),
                count.messages,
                count.threads.size(),
                count.authors.size());
    }

    private View.@Nullable Link link(SitePath page, int list, @Nullable Integer year) {
        return year == null
                ? null
                : new View.Link(page.linkTo(links.permalinks.year(list, year)), Dates.year(year));
    }

    /** The threads in which most was written this year; those of one message are not discussed. */
    private List<View.ThreadLine> longest(SitePath page, ListPlan plan, Count count) {
        List<PlannedThread> threads = links.plan.threads();
        return count.threads.entrySet().stream()
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
                                        threads.get(thread.getKey()),
                                        thread.getValue()))
                .toList();
    }

    private List<View.AuthorLine> active(SitePath page, ListPlan plan, Count count) {
        return plan.authors().all().stream()
                .filter(count.authors::containsKey)
                .sorted(Comparator.comparing(count.authors::get, Comparator.reverseOrder()))
                .limit(MOST)
                .map(a -> indexes.author(page, plan.index(), a, count.authors.get(a), "", false))
                .toList();
    }
}
