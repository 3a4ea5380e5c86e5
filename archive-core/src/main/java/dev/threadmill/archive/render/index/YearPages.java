package dev.threadmill.archive.render.index;

import dev.threadmill.archive.mail.Dates;
import dev.threadmill.archive.render.frame.Heads;
import dev.threadmill.archive.render.template.Page;
import dev.threadmill.archive.render.template.PageWriter;
import dev.threadmill.archive.render.template.Pages;
import dev.threadmill.archive.render.template.View;
import dev.threadmill.archive.site.ArrivalPages;
import dev.threadmill.archive.site.Links;
import dev.threadmill.archive.site.ListPlan;
import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.site.SitePath;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/** Writes the years of a list: how much was written when, the longest threads, who wrote most. */
public final class YearPages {

    private final Links links;
    private final Pages pages;
    private final Heads heads;
    private final Indexes indexes;

    public YearPages(Links links, Pages pages, Heads heads, Indexes indexes) {
        this.links = links;
        this.pages = pages;
        this.heads = heads;
        this.indexes = indexes;
    }

    public void write(ListPlan plan, int year, PageWriter buffer) {
        int list = plan.index();
        SitePath page = links.permalinks().year(list, year);
        Activity all = new Activity(links, indexes, plan);
        List<View.YearMonth> months = new ArrayList<>();
        of(plan.byDate(), year)
                .forEach(
                        (month, messages) -> {
                            Activity here = new Activity(links, indexes, plan);
                            messages.forEach(here::add);
                            messages.forEach(all::add);
                            months.add(month(page, list, month, here));
                        });
        Page.OneYear view =
                new Page.OneYear(
                        heads.list(page, list, Dates.year(year) + " - " + plan.list().title()),
                        Dates.year(year),
                        all.messages(),
                        all.threads(),
                        all.authors(),
                        months,
                        months.stream().mapToInt(View.YearMonth::messages).max().orElse(0),
                        all.longest(page),
                        all.active(page),
                        link(page, list, plan.years().lower(year)),
                        link(page, list, plan.years().higher(year)),
                        indexes.of(page, plan));
        pages.write(page, PageKind.MONTHS, view, buffer);
    }

    private static <T> NavigableMap<YearMonth, T> of(NavigableMap<YearMonth, T> months, int year) {
        return months.subMap(YearMonth.of(year, 1), true, YearMonth.of(year, 12), true);
    }

    private View.YearMonth month(SitePath page, int list, YearMonth month, Activity here) {
        SitePath byThread = links.permalinks().month(list, month, 1);
        SitePath byDate = links.permalinks().byDate(list, month, ArrivalPages.NEWEST);
        return new View.YearMonth(
                page.linkTo(byThread),
                page.linkTo(byDate),
                month.toString(),
                here.messages(),
                here.threads(),
                here.authors());
    }

    private View.@Nullable Link link(SitePath page, int list, @Nullable Integer year) {
        return year == null
                ? null
                : new View.Link(page.linkTo(links.permalinks().year(list, year)), Dates.year(year));
    }
}
