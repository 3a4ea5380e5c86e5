package dev.threadmill.archive.render;

import dev.threadmill.archive.mail.MailingList;
import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.site.Permalinks;
import dev.threadmill.archive.site.SitePath;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the head and the header line of every page say. */
final class Heads {

    private final SiteFacts facts;
    private final Links links;
    private final String base;

    Heads(SiteFacts facts, Links links) {
        this.facts = facts;
        this.links = links;
        this.base = facts.base();
    }

    /** A page of the site itself. */
    View.Head site(SitePath page, String title) {
        return head(page, title, page, true, List.of(), null);
    }

    /** The first page of the site. */
    View.Head home(SitePath page, String title) {
        List<View.Feed> feeds = new ArrayList<>(1);
        if (links.writes(PageKind.FEEDS)) {
            feeds.add(atom(page, Permalinks.newFeed(), facts.title()));
        }
        return head(page, title, page, true, feeds, null);
    }

    /** A page of a list. */
    View.Head list(SitePath page, int list, String title) {
        return head(page, title, page, true, feeds(page, list), header(page, list));
    }

    /** A page of a month of a list. */
    View.Head month(SitePath page, int list, YearMonth month, String title) {
        List<View.Feed> feeds = feeds(page, list);
        if (links.writes(PageKind.FEEDS)) {
            feeds.add(atom(page, links.permalinks.monthFeed(list, month), month.toString()));
        }
        return head(page, title, page, true, feeds, header(page, list));
    }

    /**
     * A page of a thread.
     *
     * @param canonical the page that stands for this one where it has several addresses
     * @param feed the feed of the thread
     */
    View.Head thread(
            SitePath page,
            int list,
            String title,
            SitePath canonical,
            boolean indexed,
            SitePath feed) {
        List<View.Feed> feeds = new ArrayList<>(2);
        if (links.writes(PageKind.FEEDS)) {
            feeds.add(atom(page, feed, "This thread"));
            feeds.add(atom(page, links.permalinks.newFeed(list), facts(list).title()));
        }
        return head(page, title, canonical, indexed, feeds, header(page, list));
    }

    private View.Head head(
            SitePath page,
            String title,
            SitePath canonical,
            boolean indexed,
            List<View.Feed> feeds,
            View.@Nullable ListHead list) {
        return new View.Head(
                facts.language(),
                facts.title(),
                page.linkTo(Permalinks.home()),
                title,
                base.isEmpty() ? "" : base + canonical.encoded(),
                indexed,
                page.linkTo(Permalinks.asset("archive.css")),
                page.linkTo(Permalinks.asset("archive.js")),
                "Threadmill " + facts.version(),
                feeds,
                list);
    }

    private List<View.Feed> feeds(SitePath page, int list) {
        List<View.Feed> feeds = new ArrayList<>(3);
        if (links.writes(PageKind.FEEDS)) {
            String title = facts(list).title();
            feeds.add(atom(page, links.permalinks.newFeed(list), title));
            String json = page.linkTo(links.permalinks.newJson(list));
            feeds.add(new View.Feed(json, title, "application/feed+json"));
        }
        return feeds;
    }

    private static View.Feed atom(SitePath page, SitePath feed, String title) {
        return new View.Feed(page.linkTo(feed), title, "application/atom+xml");
    }

    private View.ListHead header(SitePath page, int list) {
        MailingList facts = facts(list);
        return new View.ListHead(
                facts.name(),
                facts.title(),
                facts.description(),
                page.linkTo(links.permalinks.list(list)),
                links.writes(PageKind.FEEDS) ? page.linkTo(links.permalinks.newFeed(list)) : "");
    }

    private MailingList facts(int list) {
        return links.plan.lists().get(list).list();
    }
}
