package dev.threadmill.archive.render.index;

import static java.util.stream.Collectors.joining;

import dev.threadmill.archive.mail.Dates;
import dev.threadmill.archive.mail.MailingList;
import dev.threadmill.archive.render.download.Downloads;
import dev.threadmill.archive.render.frame.Heads;
import dev.threadmill.archive.render.frame.LookupForms;
import dev.threadmill.archive.render.frame.People;
import dev.threadmill.archive.render.template.Page;
import dev.threadmill.archive.render.template.PageWriter;
import dev.threadmill.archive.render.template.Pages;
import dev.threadmill.archive.render.template.View;
import dev.threadmill.archive.site.Links;
import dev.threadmill.archive.site.ListPlan;
import dev.threadmill.archive.site.NodeRef;
import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.site.Permalinks;
import dev.threadmill.archive.site.SitePath;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes the front page of the site and of each list. */
public final class ListPages {

    private static final int MOST_NAMED = 8;

    private final Links links;
    private final Pages pages;
    private final People people;
    private final Heads heads;
    private final LookupForms forms;
    private final Downloads downloads;
    private final Indexes indexes;

    public ListPages(
            Links links,
            Pages pages,
            People people,
            Heads heads,
            LookupForms forms,
            Downloads downloads,
            Indexes indexes) {
        this.links = links;
        this.pages = pages;
        this.people = people;
        this.heads = heads;
        this.forms = forms;
        this.downloads = downloads;
        this.indexes = indexes;
    }

    public void home(String title, PageWriter buffer) {
        SitePath page = Permalinks.home();
        List<View.HomeList> lists = new ArrayList<>();
        for (ListPlan plan : links.plan().lists()) {
            MailingList list = plan.list();
            boolean empty = plan.newest().isEmpty();
            long last = empty ? 0 : indexes.message(plan.newest().get(0), plan.index()).arrived();
            lists.add(
                    new View.HomeList(
                            list.name(),
                            page.linkTo(links.permalinks().list(plan.index())),
                            list.title(),
                            list.description(),
                            plan.messages(),
                            plan.threads(),
                            empty ? "" : Dates.minute(last),
                            empty ? "" : Dates.iso(last)));
        }
        Page.Home view =
                new Page.Home(heads.home(page, title, about(lists)), lists, forms.site(page));
        pages.write(page, PageKind.INDEX, view, buffer);
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

    /** The front page of a list. */
    public void front(ListPlan plan, PageWriter buffer) {
        SitePath page = links.permalinks().list(plan.index());
        MailingList list = plan.list();
        List<View.ThreadLine> latest = new ArrayList<>(plan.latest().size());
        for (int thread : plan.latest()) {
            latest.add(indexes.thread(page, plan.index(), links.plan().threads().get(thread)));
        }
        boolean feeds = links.writes(PageKind.FEEDS);
        Page.Front view =
                new Page.Front(
                        heads.list(page, plan.index(), list.title(), about(plan)),
                        list.description(),
                        people.text(list.address()),
                        plan.messages(),
                        plan.threads(),
                        latest,
                        years(page, plan),
                        downloads(page, plan),
                        feeds ? page.linkTo(links.permalinks().newFeed(plan.index())) : "",
                        feeds ? page.linkTo(links.permalinks().newJson(plan.index())) : "",
                        forms.list(page, plan.index()),
                        indexes.withNewest(page, plan));
        pages.write(page, PageKind.INDEX, view, buffer);
    }

    /** A sentence on a list: its own, or how much it has and since when. */
    private static String about(ListPlan plan) {
        if (!plan.list().description().isEmpty()) {
            return plan.list().description();
        }
        String since = plan.months().isEmpty() ? "" : " since " + plan.months().firstKey();
        return count(plan.messages(), "message") + " in " + count(plan.threads(), "thread") + since;
    }

    private static String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    /** The whole mail of a list, in one file or by year. */
    private List<View.Link> downloads(SitePath page, ListPlan plan) {
        return downloads.of(plan).stream()
                .map(
                        file ->
                                new View.Link(
                                        page.linkTo(file.path()),
                                        file.year() == 0 ? file.name() : Dates.year(file.year())))
                .toList();
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
                years.add(year(page, plan, year, messages, months));
                months = new ArrayList<>();
                messages = 0;
            }
            year = when.getYear();
            SitePath target = links.permalinks().month(plan.index(), when, 1);
            months.add(
                    0,
                    new View.Month(
                            page.linkTo(target), Dates.month(when), month.getValue().size()));
            messages += month.getValue().size();
        }
        if (!months.isEmpty()) {
            years.add(year(page, plan, year, messages, months));
        }
        return years;
    }

    private View.Year year(
            SitePath page, ListPlan plan, int year, int messages, List<View.Month> months) {
        String href = page.linkTo(links.permalinks().year(plan.index(), year));
        return new View.Year(href, Dates.year(year), messages, months);
    }
}
