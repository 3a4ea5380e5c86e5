package dev.threadmill.archive.render;

import dev.threadmill.archive.mail.MailingList;
import dev.threadmill.archive.render.download.Downloads;
import dev.threadmill.archive.render.frame.Heads;
import dev.threadmill.archive.render.frame.LookupForms;
import dev.threadmill.archive.render.frame.People;
import dev.threadmill.archive.render.frame.SiteFacts;
import dev.threadmill.archive.render.index.Indexes;
import dev.threadmill.archive.render.template.Page;
import dev.threadmill.archive.render.template.PageWriter;
import dev.threadmill.archive.render.template.Pages;
import dev.threadmill.archive.render.template.View;
import dev.threadmill.archive.site.Links;
import dev.threadmill.archive.site.ListPlan;
import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.site.Permalinks;
import dev.threadmill.archive.site.SitePath;
import java.time.YearMonth;

/**
 * Writes what the links of a list's header lead to (help, color, mirror), and the pages that look a
 * Message-ID up. They depend on the list's facts and on what the site writes; of its mail they know
 * the months alone.
 */
final class InfoPages {

    private final Links links;
    private final Pages pages;
    private final People people;
    private final Heads heads;
    private final LookupForms forms;
    private final String base;
    private final Downloads downloads;
    private final Indexes indexes;

    InfoPages(
            Links links,
            Pages pages,
            People people,
            Heads heads,
            LookupForms forms,
            SiteFacts facts,
            Downloads downloads,
            Indexes indexes) {
        this.links = links;
        this.pages = pages;
        this.people = people;
        this.heads = heads;
        this.forms = forms;
        this.base = facts.base();
        this.downloads = downloads;
        this.indexes = indexes;
    }

    /** Those of a list, whose mail has been written. */
    void list(ListPlan plan, PageWriter buffer) {
        int list = plan.index();
        MailingList facts = plan.list();
        String address = (base.isEmpty() ? "…/" : base) + facts.folder() + "/";
        help(plan, address, buffer);
        mirror(plan, address, buffer);
        SitePath color = links.permalinks().color(list);
        write(color, new Page.Color(heads.aside(color, list, "Color - " + facts.title())), buffer);
        SitePath go = links.permalinks().go(list);
        View.Go form = forms.list(go, list);
        if (form != null) {
            View.Head look = heads.aside(go, list, "Go to a message - " + facts.title());
            write(go, new Page.Go(look, form, facts.folder()), buffer);
        }
    }

    private void help(ListPlan plan, String address, PageWriter buffer) {
        int list = plan.index();
        SitePath help = links.permalinks().help(list);
        Page.Help view =
                new Page.Help(
                        heads.aside(help, list, "Help - " + plan.list().title()),
                        people.text(plan.list().address()),
                        address,
                        !base.isEmpty(),
                        written(),
                        people.canBeWrittenTo(),
                        indexes.withNewest(help, plan),
                        forms.list(help, list));
        write(help, view, buffer);
    }

    private void mirror(ListPlan plan, String address, PageWriter buffer) {
        int list = plan.index();
        SitePath mirror = links.permalinks().mirror(list);
        boolean months = links.writes(PageKind.MBOX) && !plan.mail().isEmpty();
        Page.Mirror view =
                new Page.Mirror(
                        heads.aside(mirror, list, "Mirror - " + plan.list().title()),
                        address,
                        base,
                        written(),
                        people.canBeWrittenTo(),
                        downloads.of(plan).stream()
                                .map(file -> new View.Link(mirror.linkTo(file.path()), file.name()))
                                .toList(),
                        months ? month(mirror, list, plan.mail().firstKey()) : null,
                        months ? month(mirror, list, plan.mail().lastKey()) : null);
        write(mirror, view, buffer);
    }

    private View.Link month(SitePath page, int list, YearMonth month) {
        return new View.Link(
                page.linkTo(links.permalinks().monthMbox(list, month)), month.toString());
    }

    /** Looks a Message-ID up in all lists, where messages have pages. */
    void site(PageWriter buffer) {
        SitePath go = Permalinks.go();
        View.Go form = forms.site(go);
        if (form == null) {
            return;
        }
        String example =
                links.plan().lists().stream()
                        .map(ListPlan::list)
                        .map(MailingList::folder)
                        .findFirst()
                        .orElse("dev");
        View.Head head = heads.aside(go, "Go to a message");
        write(go, new Page.Go(head, form, example), buffer);
    }

    private View.Written written() {
        return new View.Written(
                links.writes(PageKind.MESSAGE),
                links.writes(PageKind.NESTED),
                links.writes(PageKind.FLAT),
                links.writes(PageKind.RAW),
                links.writes(PageKind.MBOX),
                links.writes(PageKind.B4),
                links.writes(PageKind.FEEDS),
                links.writes(PageKind.MONTHS),
                links.writes(PageKind.AUTHORS) && people.haveKeys());
    }

    private void write(SitePath path, Page view, PageWriter buffer) {
        pages.write(path, PageKind.INDEX, view, buffer);
    }
}
