package dev.threadmill.archive.render;

import static java.util.stream.Collectors.joining;

import dev.threadmill.archive.mail.MailingList;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.site.ListPlan;
import dev.threadmill.archive.site.NodeRef;
import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.site.Permalinks;
import dev.threadmill.archive.site.PlannedThread;
import dev.threadmill.archive.site.SitePath;
import dev.threadmill.archive.thread.ThreadNode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/** Writes the front page of the site and of each list, and the months. */
final class ListPages {

    private static final int MOST_NAMED = 8;

    private final Links links;
    private final Pages pages;
    private final People people;
    private final Heads heads;
    private final Goes goes;

    ListPages(Links links, Pages pages, People people, Heads heads, Goes goes) {
        this.links = links;
        this.pages = pages;
        this.people = people;
        this.heads = heads;
        this.goes = goes;
    }

    void home(String title, PageWriter buffer) {
        SitePath page = Permalinks.home();
        List<View.HomeList> lists = new ArrayList<>();
        for (ListPlan plan : links.plan.lists()) {
            MailingList list = plan.list();
            boolean empty = plan.newest().isEmpty();
            long last = empty ? 0 : message(plan.newest().get(0), plan.index()).arrived();
            lists.add(
                    new View.HomeList(
                            list.name(),
                            page.linkTo(links.permalinks.list(plan.index())),
                            list.title(),
                            list.description(),
                            plan.messages(),
                            plan.threads(),
                            empty ? "" : Dates.minute(last),
                            empty ? "" : Dates.iso(last)));
        }
        Page.Home view =
                new Page.Home(heads.site(page, title, about(lists)), lists, goes.site(page));
        pages.write(page, PageKind.INDEX, view.template(), view, buffer);
    }

    /** A sentence on the site: the first few lists it has. */
    private static String about(List<View.HomeList> lists) {
        String names =
                lists.stream().limit(MOST_NAMED).map(View.HomeList::name).collect(joining(", "));
        int more = lists.size() - MOST_NAMED;
        return "Mail of the mailing list"
                + (lists.size() == 1 ? " " : "s ")
                + names
                + (more > 0 ? " and " + more + " more" : "");
    }

    private Message message(NodeRef ref, int list) {
        return links.plan.node(ref).messagesIn(list).get(0);
    }

    /** The front page of a list. */
    void front(ListPlan plan, PageWriter buffer) {
        SitePath page = links.permalinks.list(plan.index());
        MailingList list = plan.list();
        List<View.ThreadLine> latest = new ArrayList<>(plan.latest().size());
        for (int thread : plan.latest()) {
            latest.add(line(page, plan.index(), links.plan.threads().get(thread)));
        }
        Page.Front view =
                new Page.Front(
                        heads.list(page, plan.index(), list.title(), about(plan)),
                        list.description(),
                        people.text(list.address()),
                        plan.messages(),
                        plan.threads(),
                        latest,
                        years(page, plan),
                        goes.list(page, plan.index()));
        pages.write(page, PageKind.INDEX, view.template(), view, buffer);
    }

    /** A sentence on a list: its own, or how much it has and since when. */
    private static String about(ListPlan plan) {
        if (!plan.list().description().isEmpty()) {
            return plan.list().description();
        }
        String since = plan.months().isEmpty() ? "" : " since " + plan.months().firstKey();
        return plan.messages() + " messages in " + plan.threads() + " threads" + since;
    }

    private View.ThreadLine line(SitePath page, int list, PlannedThread thread) {
        long last = Long.MIN_VALUE;
        int count = 0;
        Message first = null;
        for (ThreadNode node : thread.thread().nodes()) {
            for (Message message : node.messagesIn(list)) {
                first = first == null ? message : first;
                last = Math.max(last, message.arrived());
                count++;
            }
        }
        if (first == null) {
            throw new IllegalArgumentException("thread without a message in its list");
        }
        return new View.ThreadLine(
                links.thread(list, thread).from(page),
                people.subject(first.subject().text()),
                people.name(first.from()),
                count,
                Dates.minute(last),
                Dates.iso(last));
    }

    /** Years and months, latest first. */
    private List<View.Year> years(SitePath page, ListPlan plan) {
        if (!links.writes(PageKind.MONTHS)) {
            return List.of();
        }
        List<View.Year> years = new ArrayList<>();
        List<View.Month> months = new ArrayList<>();
        int year = Integer.MIN_VALUE;
        int messages = 0;
        for (Map.Entry<YearMonth, List<NodeRef>> month : plan.months().descendingMap().entrySet()) {
            YearMonth when = month.getKey();
            if (when.getYear() != year && !months.isEmpty()) {
                years.add(new View.Year(year(year), messages, months));
                months = new ArrayList<>();
                messages = 0;
            }
            year = when.getYear();
            SitePath target = links.permalinks.month(plan.index(), when, 1);
            months.add(
                    0,
                    new View.Month(
                            page.linkTo(target), Dates.month(when), month.getValue().size()));
            messages += month.getValue().size();
        }
        if (!months.isEmpty()) {
            years.add(new View.Year(year(year), messages, months));
        }
        return years;
    }

    private static String year(int year) {
        return YearMonth.of(year, 1).toString().replaceFirst("-01$", "");
    }

    /** All pages of a month. */
    void month(ListPlan plan, YearMonth month, PageWriter buffer) {
        NavigableMap<YearMonth, List<NodeRef>> months = plan.months();
        List<NodeRef> messages = months.getOrDefault(month, List.of());
        int list = plan.index();
        int last = Math.max(1, (messages.size() + ListThread.PAGE - 1) / ListThread.PAGE);
        for (int number = 1; number <= last; number++) {
            SitePath page = links.permalinks.month(list, month, number);
            int from = (number - 1) * ListThread.PAGE;
            int to = Math.min(messages.size(), from + ListThread.PAGE);
            String title = month + " - " + plan.list().title();
            Page.Month view =
                    new Page.Month(
                            heads.list(
                                    page,
                                    list,
                                    number == 1 ? title : title + " (page " + number + ")"),
                            month.toString(),
                            messages.size(),
                            threads(page, list, messages.subList(from, to)),
                            link(page, list, months.lowerKey(month)),
                            link(page, list, months.higherKey(month)),
                            ThreadPages.pager(
                                    page,
                                    number,
                                    last,
                                    p -> links.permalinks.month(list, month, p)));
            pages.write(page, PageKind.MONTHS, view.template(), view, buffer);
        }
    }

    private View.@Nullable Link link(SitePath page, int list, @Nullable YearMonth month) {
        return month == null
                ? null
                : new View.Link(
                        page.linkTo(links.permalinks.month(list, month, 1)), month.toString());
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
            PlannedThread thread = links.plan.threads().get(messages.get(from).thread());
            String subject = people.subject(message(messages.get(from), list).subject().text());
            threads.add(
                    new View.MonthThread(
                            links.thread(list, thread).from(page),
                            subject,
                            thread.thread().size(),
                            lines(page, list, messages.subList(from, to))));
            from = to;
        }
        return threads;
    }

    private List<View.Line> lines(SitePath page, int list, List<NodeRef> messages) {
        int top = messages.stream().mapToInt(ref -> links.plan.node(ref).depth()).min().orElse(0);
        List<View.Line> lines = new ArrayList<>(messages.size());
        String above = OverviewLines.withoutRe(message(messages.get(0), list).subject().text());
        for (NodeRef ref : messages) {
            ThreadNode node = links.plan.node(ref);
            Message message = message(ref, list);
            String subject = OverviewLines.withoutRe(message.subject().text());
            String[] differs = OverviewLines.subject(above, subject);
            above = subject;
            lines.add(
                    new View.Line(
                            node.depth(),
                            Dates.overview(message.sent()),
                            Overviews.marks(node.depth() - top),
                            false,
                            false,
                            people.text(node.id().value()),
                            links.message(list, ref).from(page),
                            people.text(differs[0]),
                            differs[1],
                            people.name(message.from()),
                            ""));
        }
        return lines;
    }
}
