package dev.threadmill.archive.render.index;

import dev.threadmill.archive.mail.Dates;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.render.frame.Heads;
import dev.threadmill.archive.render.frame.People;
import dev.threadmill.archive.render.template.Page;
import dev.threadmill.archive.render.template.PageWriter;
import dev.threadmill.archive.render.template.Pages;
import dev.threadmill.archive.render.template.View;
import dev.threadmill.archive.render.thread.OverviewLines;
import dev.threadmill.archive.render.thread.Overviews;
import dev.threadmill.archive.site.ArrivalPages;
import dev.threadmill.archive.site.Links;
import dev.threadmill.archive.site.ListPlan;
import dev.threadmill.archive.site.NodeRef;
import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.site.PlannedThread;
import dev.threadmill.archive.site.SitePath;
import dev.threadmill.archive.thread.ThreadNode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Writes the months of a list, by thread and by date. */
public final class MonthPages {

    private final Links links;
    private final Pages pages;
    private final People people;
    private final Heads heads;
    private final Indexes indexes;

    public MonthPages(Links links, Pages pages, People people, Heads heads, Indexes indexes) {
        this.links = links;
        this.pages = pages;
        this.people = people;
        this.heads = heads;
        this.indexes = indexes;
    }

    /** All pages of a month. */
    public void write(ListPlan plan, YearMonth month, PageWriter buffer) {
        byThread(plan, month, buffer);
        byDate(plan, month, buffer);
    }

    private void byThread(ListPlan plan, YearMonth month, PageWriter buffer) {
        List<NodeRef> messages = plan.months().getOrDefault(month, List.of());
        int list = plan.index();
        String title = month + " - " + plan.list().title();
        for (Cut<NodeRef> cut : Cut.of(messages, p -> links.permalinks().month(list, month, p))) {
            SitePath page = cut.page();
            Page.Month view =
                    new Page.Month(
                            heads.month(page, list, month, cut.title(title)),
                            month.toString(),
                            messages.size(),
                            threads(page, list, cut.entries()),
                            indexes.byDate(page, list, month),
                            year(page, list, month),
                            link(page, plan.months().lowerKey(month), this::byThread, list),
                            link(page, plan.months().higherKey(month), this::byThread, list),
                            cut.pager(),
                            links.writes(PageKind.MBOX)
                                    ? page.linkTo(links.permalinks().monthMbox(list, month))
                                    : "",
                            links.writes(PageKind.FEEDS)
                                    ? page.linkTo(links.permalinks().monthFeed(list, month))
                                    : "");
            pages.write(page, PageKind.MONTHS, view, buffer);
        }
    }

    private SitePath byThread(int list, YearMonth month) {
        return links.permalinks().month(list, month, 1);
    }

    private SitePath byDate(int list, YearMonth month) {
        return links.permalinks().byDate(list, month, ArrivalPages.NEWEST);
    }

    private View.@Nullable Link link(
            SitePath page,
            @Nullable YearMonth month,
            BiFunction<Integer, YearMonth, SitePath> address,
            int list) {
        return month == null
                ? null
                : new View.Link(page.linkTo(address.apply(list, month)), month.toString());
    }

    private View.Link year(SitePath page, int list, YearMonth month) {
        SitePath year = links.permalinks().year(list, month.getYear());
        return new View.Link(page.linkTo(year), Dates.year(month.getYear()));
    }

    /** Numbered pages say nothing that later mail could change. */
    private void byDate(ListPlan plan, YearMonth month, PageWriter buffer) {
        List<NodeRef> messages = plan.byDate().getOrDefault(month, List.of());
        int list = plan.index();
        String title = month + " by date - " + plan.list().title();
        for (ArrivalPages.Stretch at : ArrivalPages.of(messages.size())) {
            SitePath page = links.permalinks().byDate(list, month, at.page());
            YearMonth before = at.isNewest() ? plan.months().lowerKey(month) : null;
            YearMonth after = at.isNewest() ? plan.months().higherKey(month) : null;
            Page.MonthByDate view =
                    new Page.MonthByDate(
                            heads.aside(page, list, Heads.byArrival(title, at)),
                            month.toString(),
                            at.isNewest() ? messages.size() : 0,
                            indexes.groups(page, list, messages, at, MonthPages::day, Dates::clock),
                            page.linkTo(byThread(list, month)),
                            year(page, list, month),
                            link(page, before, this::byDate, list),
                            link(page, after, this::byDate, list),
                            indexes.past(
                                    page,
                                    at,
                                    messages.size(),
                                    p -> links.permalinks().byDate(list, month, p)));
            pages.write(page, PageKind.MONTHS, view, buffer);
        }
    }

    private static String day(long arrived) {
        return Dates.weekday(arrived) + " " + Dates.day(arrived);
    }

    /** Messages of one thread together, as a tree of what is there of it. */
    private List<View.MonthThread> threads(SitePath page, int list, List<NodeRef> messages) {
        List<View.MonthThread> threads = new ArrayList<>();
        for (int from = 0; from < messages.size(); ) {
            int to = from + 1;
            while (to < messages.size()
                    && messages.get(to).thread() == messages.get(from).thread()) {
                to++;
            }
            PlannedThread thread = links.plan().threads().get(messages.get(from).thread());
            Message first = indexes.message(messages.get(from), list);
            threads.add(
                    new View.MonthThread(
                            links.thread(list, thread).from(page),
                            people.subject(first.subject().text()),
                            indexes.author(page, first),
                            thread.thread().size(),
                            lines(page, list, messages.subList(from, to))));
            from = to;
        }
        return threads;
    }

    private List<View.Line> lines(SitePath page, int list, List<NodeRef> messages) {
        List<ThreadNode> nodes =
                links.plan().threads().get(messages.get(0).thread()).thread().nodes();
        // An answer stands below what it answers, or what that answers, if that has a line here:
        // below anything else it would be taken for an answer to it.
        Lineage lineage = new Lineage(nodes);
        Map<Integer, Integer> levels = new HashMap<>();
        List<View.Line> lines = new ArrayList<>(messages.size());
        Message first = indexes.message(messages.get(0), list);
        String before = OverviewLines.withoutRe(first.subject().text());
        for (NodeRef ref : messages) {
            ThreadNode node = nodes.get(ref.node());
            int above = lineage.above(ref.node());
            int level = above == Lineage.NONE ? 0 : levels.get(above) + 1;
            levels.put(ref.node(), level);
            Message message = indexes.message(ref, list);
            String subject = OverviewLines.withoutRe(message.subject().text());
            OverviewLines.Said differs = OverviewLines.subject(before, subject);
            before = subject;
            lines.add(
                    new View.Line(
                            node.depth(),
                            Dates.overview(message.sent()),
                            Overviews.marks(level),
                            false,
                            false,
                            false,
                            people.text(node.id().value()),
                            links.message(list, ref).from(page),
                            people.text(differs.words()),
                            differs.ditto(),
                            people.name(message.from()),
                            ""));
        }
        return lines;
    }
}
