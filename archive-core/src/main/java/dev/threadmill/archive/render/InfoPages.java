package dev.threadmill.archive.render;

import dev.threadmill.archive.mail.MailingList;
import dev.threadmill.archive.site.ListPlan;
import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.site.Permalinks;
import dev.threadmill.archive.site.SitePath;

/**
 * Writes what the links of a list's header lead to (help, color, mirror), and the pages that look a
 * Message-ID up. They depend on the list's facts and on what the site writes, not on any mail.
 */
final class InfoPages {

    private final Links links;
    private final Pages pages;
    private final People people;
    private final Heads heads;
    private final Goes goes;
    private final String base;

    InfoPages(Links links, Pages pages, People people, Heads heads, Goes goes, SiteFacts facts) {
        this.links = links;
        this.pages = pages;
        this.people = people;
        this.heads = heads;
        this.goes = goes;
        this.base = facts.base();
    }

    /** Those of a list. */
    void list(int list, PageWriter buffer) {
        MailingList facts = links.plan.lists().get(list).list();
        String address = (base.isEmpty() ? "…/" : base) + facts.folder() + "/";
        View.Written written = written();
        SitePath help = links.permalinks.help(list);
        write(
                help,
                new Page.Help(
                        heads.aside(help, list, "Help - " + facts.title()),
                        people.text(facts.address()),
                        address,
                        !base.isEmpty(),
                        written,
                        goes.list(help, list)),
                buffer);
        SitePath mirror = links.permalinks.mirror(list);
        View.Head head = heads.aside(mirror, list, "Mirror - " + facts.title());
        write(mirror, new Page.Mirror(head, address, base, written), buffer);
        SitePath color = links.permalinks.color(list);
        write(color, new Page.Color(heads.aside(color, list, "Color - " + facts.title())), buffer);
        SitePath go = links.permalinks.go(list);
        View.Head look = heads.aside(go, list, "Go to a message - " + facts.title());
        write(go, new Page.Go(look, goes.list(go, list), facts.folder()), buffer);
    }

    /** Looks a Message-ID up in all lists. */
    void site(PageWriter buffer) {
        SitePath go = Permalinks.go();
        String example =
                links.plan.lists().stream()
                        .map(ListPlan::list)
                        .map(MailingList::folder)
                        .findFirst()
                        .orElse("dev");
        View.Head head = heads.aside(go, "Go to a message");
        write(go, new Page.Go(head, goes.site(go), example), buffer);
    }

    private View.Written written() {
        return new View.Written(
                links.writes(PageKind.MESSAGE),
                links.writes(PageKind.NESTED),
                links.writes(PageKind.FLAT),
                links.writes(PageKind.RAW),
                links.writes(PageKind.MBOX),
                links.writes(PageKind.FEEDS),
                links.writes(PageKind.MONTHS));
    }

    private <P extends Record & Page> void write(SitePath path, P view, PageWriter buffer) {
        pages.write(path, PageKind.INDEX, view.template(), view, buffer);
    }
}
