package dev.threadmill.archive.render;

import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.render.frame.SiteFacts;
import dev.threadmill.archive.render.index.Cut;
import dev.threadmill.archive.render.template.PageWriter;
import dev.threadmill.archive.render.template.Pages;
import dev.threadmill.archive.site.Canonical;
import dev.threadmill.archive.site.Links;
import dev.threadmill.archive.site.ListPlan;
import dev.threadmill.archive.site.ListThread;
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
import java.util.function.Consumer;

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
        this.unindexed = links.plan().unindexed();
        this.base = facts.base();
    }

    /** Writes the index and what it names; the format wants absolute addresses. */
    void write(PageWriter buffer) {
        List<SitemapFile.Part> parts = new ArrayList<>();
        write("pages", this::addFronts, buffer, parts);
        for (ListPlan list : links.plan().lists()) {
            if (!unindexed.admits(list.index())) {
                continue;
            }
            String folder = list.list().folder();
            if (links.writes(PageKind.MESSAGE)) {
                write(folder + "-messages", file -> addMessages(list, file), buffer, parts);
            }
            write(folder + "-threads", file -> addThreads(list.index(), file), buffer, parts);
        }
        SitemapFile.index(base, parts, buffer);
        pages.write(Permalinks.sitemap(), PageKind.ASSET, buffer.content());
    }

    private void write(
            String name,
            Consumer<SitemapFile> entries,
            PageWriter buffer,
            List<SitemapFile.Part> parts) {
        SitemapFile file = new SitemapFile(base, name, pages, buffer, parts);
        entries.accept(file);
        file.end();
    }

    /** Home, the front page of each list, its years and months. */
    private void addFronts(SitemapFile file) {
        long latest = 0;
        for (ListPlan list : links.plan().lists()) {
            latest = Math.max(latest, latest(list));
        }
        file.add(Permalinks.home(), latest);
        for (ListPlan list : links.plan().lists()) {
            if (!unindexed.admits(list.index())) {
                continue;
            }
            file.add(links.permalinks().list(list.index()), latest(list));
            if (links.writes(PageKind.MONTHS)) {
                list.years().forEach(year -> addYear(list, year, file));
                list.months().forEach((month, refs) -> addMonth(list, month, refs, file));
            }
        }
    }

    private long latest(ListPlan list) {
        return list.newest().isEmpty() ? 0 : arrived(list.newest().get(0), list.index());
    }

    private void addYear(ListPlan list, int year, SitemapFile file) {
        List<NodeRef> last = list.byDate().floorEntry(YearMonth.of(year, 12)).getValue();
        long arrived = arrived(last.get(last.size() - 1), list.index());
        file.add(links.permalinks().year(list.index(), year), arrived);
    }

    private void addMonth(
            ListPlan list, YearMonth month, List<NodeRef> messages, SitemapFile file) {
        int in = list.index();
        for (Cut<NodeRef> cut : Cut.of(messages, p -> links.permalinks().month(in, month, p))) {
            file.add(cut.page(), arrived(cut.entries(), in));
        }
    }

    private long arrived(List<NodeRef> messages, int list) {
        long last = 0;
        for (NodeRef ref : messages) {
            last = Math.max(last, arrived(ref, list));
        }
        return last;
    }

    private void addMessages(ListPlan list, SitemapFile file) {
        int in = list.index();
        ThreadNode[] inSourceOrder = new ThreadNode[list.numbers()];
        for (List<NodeRef> month : list.months().values()) {
            for (NodeRef ref : month) {
                ThreadNode node = links.plan().node(ref);
                if (unindexed.admits(in, node.id()) && canonical.list(node) == in) {
                    inSourceOrder[node.messageIn(in).number()] = node;
                }
            }
        }
        for (ThreadNode node : inSourceOrder) {
            if (node != null) {
                file.add(links.permalinks().message(in, node.id()), arrived(node, in));
            }
        }
    }

    private long arrived(NodeRef ref, int list) {
        return arrived(links.plan().node(ref), list);
    }

    private static long arrived(ThreadNode node, int list) {
        long last = 0;
        for (Message message : node.messagesIn(list)) {
            last = Math.max(last, message.arrived());
        }
        return last;
    }

    /** A thread in the list, and the place of the first of its messages in the list's source. */
    private record Numbered(ListThread thread, int number) {}

    private void addThreads(int list, SitemapFile file) {
        List<Numbered> threads = new ArrayList<>();
        for (int index : links.plan().lists().get(list).bySubject()) {
            PlannedThread planned = links.plan().threads().get(index);
            if (unindexed.admits(list, planned) && links.hasPages(planned)) {
                ListThread thread = new ListThread(planned, list);
                int number =
                        Arrays.stream(thread.held())
                                .map(node -> thread.message(node).number())
                                .min()
                                .orElseThrow();
                threads.add(new Numbered(thread, number));
            }
        }
        threads.sort(Comparator.comparingInt(Numbered::number));
        threads.forEach(numbered -> addPages(numbered.thread(), file));
    }

    private void addPages(ListThread thread, SitemapFile file) {
        boolean nested = links.hasPages(thread.planned(), PageKind.NESTED);
        long[] arrived = new long[(nested ? thread.nestedPages() : thread.flatPages()) + 1];
        BitSet shows = new BitSet(); // a page of tombstones alone is nothing to find
        for (int node : thread.held()) {
            int page = nested ? thread.nestedPage(node) : thread.flatPage(node);
            shows.set(page);
            arrived[page] =
                    Math.max(arrived[page], arrived(thread.nodes().get(node), thread.list()));
        }
        for (int page = 1; page < arrived.length; page++) {
            SitePath path =
                    nested
                            ? links.permalinks().nested(thread.list(), thread.root(), page)
                            : links.permalinks().flat(thread.list(), thread.root(), page);
            SitePath whole = nested ? canonical.nested(thread, page) : canonical.flat(thread, page);
            if (path.equals(whole) && shows.get(page)) {
                file.add(path, arrived[page]);
            }
        }
    }
}
