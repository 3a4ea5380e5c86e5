package dev.threadmill.archive.render.index;

import dev.threadmill.archive.mail.Dates;
import dev.threadmill.archive.render.frame.Heads;
import dev.threadmill.archive.render.template.Page;
import dev.threadmill.archive.render.template.PageWriter;
import dev.threadmill.archive.render.template.Pages;
import dev.threadmill.archive.render.template.View;
import dev.threadmill.archive.site.Links;
import dev.threadmill.archive.site.ListPlan;
import dev.threadmill.archive.site.NodeRef;
import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.site.SitePath;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/** Writes how much was written to a list, when, in which threads and by whom. */
public final class StatsPages {

    private static final int MONTHS = 12;

    /** Years beyond these, which only wrong dates can make, are told by their months' pages. */
    private static final int MOST_YEARS = 100;

    /** The shades that tell a month with much mail from one with little. */
    private static final int SHADES = 5;

    private final Links links;
    private final Pages pages;
    private final Heads heads;
    private final Indexes indexes;

    public StatsPages(Links links, Pages pages, Heads heads, Indexes indexes) {
        this.links = links;
        this.pages = pages;
        this.heads = heads;
        this.indexes = indexes;
    }

    public void write(ListPlan plan, PageWriter buffer) {
        int list = plan.index();
        SitePath page = links.permalinks().stats(list);
        Activity activity = new Activity(links, indexes, plan);
        plan.byDate().values().forEach(month -> month.forEach(activity::add));
        List<View.StatsYear> years = years(page, plan);
        Page.Stats view =
                new Page.Stats(
                        heads.aside(page, list, "Statistics - " + plan.list().title()),
                        activity.messages(),
                        activity.threads(),
                        activity.authors(),
                        plan.byDate().isEmpty() ? null : first(page, plan),
                        plan.byDate().isEmpty() ? null : last(page, plan),
                        years,
                        years.stream().mapToInt(View.StatsYear::messages).max().orElse(0),
                        activity.longest(page),
                        activity.active(page),
                        indexes.withNewest(page, plan));
        pages.write(page, PageKind.STATS, view, buffer);
    }

    private View.MessageLine first(SitePath page, ListPlan plan) {
        return line(page, plan, plan.byDate().firstEntry().getValue().get(0));
    }

    private View.MessageLine last(SitePath page, ListPlan plan) {
        List<NodeRef> month = plan.byDate().lastEntry().getValue();
        return line(page, plan, month.get(month.size() - 1));
    }

    private View.MessageLine line(SitePath page, ListPlan plan, NodeRef ref) {
        return indexes.line(page, plan.index(), ref, "", Dates::minute);
    }

    /** The years with messages, the latest first. */
    private List<View.StatsYear> years(SitePath page, ListPlan plan) {
        int busiest = plan.months().values().stream().mapToInt(List::size).max().orElse(0);
        return plan.years().descendingSet().stream()
                .limit(MOST_YEARS)
                .map(year -> year(page, plan, year, busiest))
                .toList();
    }

    private View.StatsYear year(SitePath page, ListPlan plan, int year, int busiest) {
        List<View.StatsMonth> months = new ArrayList<>(MONTHS);
        int messages = 0;
        for (int number = 1; number <= MONTHS; number++) {
            YearMonth month = YearMonth.of(year, number);
            int here = messages(plan.months(), month);
            messages += here;
            months.add(
                    new View.StatsMonth(
                            here == 0
                                    ? ""
                                    : href(page, links.permalinks().month(plan.index(), month, 1)),
                            month.toString(),
                            here,
                            shade(here, busiest)));
        }
        String href = href(page, links.permalinks().year(plan.index(), year));
        return new View.StatsYear(href, Dates.year(year), messages, months);
    }

    private static int messages(NavigableMap<YearMonth, List<NodeRef>> months, YearMonth month) {
        @Nullable List<NodeRef> messages = months.get(month);
        return messages == null ? 0 : messages.size();
    }

    /** 0 for none, else by how large a share of the busiest month it is. */
    private static int shade(int messages, int busiest) {
        return busiest == 0 ? 0 : (int) (((long) messages * SHADES + busiest - 1) / busiest);
    }

    private String href(SitePath page, SitePath there) {
        return links.writes(PageKind.MONTHS) ? page.linkTo(there) : "";
    }
}
