package dev.threadmill.archive.render;

import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.site.ListPlan;
import dev.threadmill.archive.site.NodeRef;
import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.site.Permalinks;
import dev.threadmill.archive.site.PlannedThread;
import dev.threadmill.archive.site.SitePath;
import dev.threadmill.archive.site.Unindexed;
import dev.threadmill.archive.thread.ThreadNode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Writes what crawlers read: the addresses of all pages that search engines should know, once each,
 * as sitemaps.org has it. Addresses stand in source order and each list has files of its own, so
 * that those that are full stay as they are when mail is added.
 */
final class Sitemaps {

    private final Links links;
    private final Pages pages;
    private final Canonical canonical;
    private final Unindexed unindexed;
    private final String base;

    Sitemaps(Links links, Pages pages, SiteFacts facts) {
        this.links = links;
        this.pages = pages;
        this.canonical = new Canonical(links);
        this.unindexed = links.plan.unindexed();
        this.base = facts.base();
    }

    /** A page and the arrival of the newest message on it. */
    private record Entry(SitePath page, long arrived) {}

    /** Writes the index and what it names; the format wants absolute addresses. */
    void write(PageWriter buffer) {
        List<SitemapFile.Part> parts = new ArrayList<>();
        write("pages", fronts(), buffer, parts);
        for (ListPlan list : links.plan.lists()) {
            if (!unindexed.admits(list.index())) {
                continue;
            }
            String folder = list.list().folder();
            if (links.writes(PageKind.MESSAGE)) {
                write(folder + "-messages", messages(list), buffer, parts);
            }
            write(folder + "-threads", threads(list.index()), buffer, parts);
        }
        SitemapFile.index(base, parts, buffer);
        pages.write(Permalinks.sitemap(), PageKind.ASSET, buffer.content());
    }

    private void write(
            String name, List<Entry> entries, PageWriter buffer, List<SitemapFile.Part> parts) {
        SitemapFile file = new SitemapFile(base, name, pages, buffer, parts);
        entries.forEach(entry -> file.add(entry.page(), entry.arrived()));
        file.end();
    }

    /** Home, the front page of each list, its years and months. */
    private List<Entry> fronts() {
        List<Entry> entries = new ArrayList<>();
        long latest = 0;
        for (ListPlan list : links.plan.lists()) {
            long last = list.newest().isEmpty() ? 0 : arrived(list.newest().get(0), list.index());
            latest = Math.max(latest, last);
            if (!unindexed.admits(list.index())) {
                continue;
            }
            entries.add(new Entry(links.permalinks.list(list.index()), last));
            if (links.writes(PageKind.MONTHS)) {
                list.years().forEach(year -> entries.add(year(list, year)));
                list.months().forEach((month, refs) -> addMonth(list, month, refs, entries));
            }
        }
        entries.add(0, new Entry(Permalinks.home(), latest));
        return entries;
    }

    private Entry year(ListPlan list, int year) {
        long last = 0;
        for (Map.Entry<YearMonth, List<NodeRef>> month : list.months().entrySet()) {
            if (month.getKey().getYear() == year) {
                last = Math.max(last, arrived(month.getValue(), list.index()));
            }
        }
        return new Entry(links.permalinks.year(list.index(), year), last);
    }

    private void addMonth(
            ListPlan list, YearMonth month, List<NodeRef> messages, List<Entry> entries) {
        int in = list.index();
        for (Cut<NodeRef> cut : Cut.of(messages, p -> links.permalinks.month(in, month, p))) {
            entries.add(new Entry(cut.page(), arrived(cut.entries(), in)));
        }
    }

    private long arrived(List<NodeRef> messages, int list) {
        return messages.stream().mapToLong(ref -> arrived(ref, list)).max().orElse(0);
    }

    private List<Entry> messages(ListPlan list) {
        int in = list.index();
        List<NodeRef> canonicalHere = new ArrayList<>(list.messages());
        for (List<NodeRef> month : list.months().values()) {
            for (NodeRef ref : month) {
                ThreadNode node = links.plan.node(ref);
                if (unindexed.admits(in, node.id()) && canonical.list(node) == in) {
                    canonicalHere.add(ref);
                }
            }
        }
        canonicalHere.sort(
                Comparator.comparingInt(ref -> first(links.plan.node(ref), in).number()));
        return canonicalHere.stream()
                .map(
                        ref ->
                                new Entry(
                                        links.permalinks.message(in, links.plan.node(ref).id()),
                                        arrived(ref, in)))
                .toList();
    }

    private long arrived(NodeRef ref, int list) {
        return arrived(links.plan.node(ref), list);
    }

    private static long arrived(ThreadNode node, int list) {
        return node.messagesIn(list).stream().mapToLong(Message::arrived).max().orElse(0);
    }

    private static Message first(ThreadNode node, int list) {
        return node.messagesIn(list).get(0);
    }

    /** A thread in the list, and the place of the first of its messages in the list's source. */
    private record Numbered(ListThread thread, int number) {}

    private List<Entry> threads(int list) {
        List<Numbered> threads = new ArrayList<>();
        for (PlannedThread planned : links.plan.threads()) {
            if (planned.isIn(list)
                    && unindexed.admits(list, planned)
                    && (links.hasPages(planned, PageKind.NESTED)
                            || links.hasPages(planned, PageKind.FLAT))) {
                ListThread thread = new ListThread(planned, list);
                int number =
                        Arrays.stream(thread.held)
                                .map(node -> thread.message(node).number())
                                .min()
                                .orElseThrow();
                threads.add(new Numbered(thread, number));
            }
        }
        threads.sort(Comparator.comparingInt(Numbered::number));
        List<Entry> entries = new ArrayList<>(threads.size());
        threads.forEach(numbered -> addPages(numbered.thread(), entries));
        return entries;
    }

    private void addPages(ListThread thread, List<Entry> entries) {
        boolean nested = links.hasPages(thread.planned, PageKind.NESTED);
        long[] arrived = new long[thread.pages() + 1];
        BitSet shows = new BitSet(); // a page of tombstones alone is nothing to find
        for (int node : thread.held) {
            int page = nested ? thread.nestedPage(node) : thread.flatPage(node);
            shows.set(page);
            arrived[page] = Math.max(arrived[page], arrived(thread.nodes.get(node), thread.list));
        }
        for (int page = 1; page < arrived.length; page++) {
            SitePath path =
                    nested
                            ? links.permalinks.nested(thread.list, thread.root(), page)
                            : links.permalinks.flat(thread.list, thread.root(), page);
            SitePath whole = nested ? canonical.nested(thread, page) : canonical.flat(thread, page);
            if (path.equals(whole) && shows.get(page)) {
                entries.add(new Entry(path, arrived[page]));
            }
        }
    }
}
