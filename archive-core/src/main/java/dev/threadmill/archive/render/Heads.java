package dev.threadmill.archive.render;

import dev.threadmill.archive.mail.MailingList;
import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.site.Permalinks;
import dev.threadmill.archive.site.SitePath;
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

    /** The title of one page of several. */
    static String numbered(String title, int page) {
        return title + " (page " + page + ")";
    }

    /** A page of the site itself. */
    View.Head site(SitePath page, String title) {
        return head(page, title, page, true, List.of(), null);
    }

    /** A page of a list. */
    View.Head list(SitePath page, int list, String title) {
        return head(page, title, page, true, feeds(page, list, null), header(page, list));
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
        return head(page, title, canonical, indexed, feeds(page, list, feed), header(page, list));
    }

    private View.Head head(
            SitePath page,
            String title,
            SitePath canonical,
            boolean indexed,
            List<View.Link> feeds,
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

    private List<View.Link> feeds(SitePath page, int list, @Nullable SitePath thread) {
        if (!links.writes(PageKind.FEEDS)) {
            return List.of();
        }
        List<View.Link> feeds = new ArrayList<>(2);
        if (thread != null) {
            feeds.add(new View.Link(page.linkTo(thread), "This thread"));
        }
        String title = facts(list).title();
        feeds.add(new View.Link(page.linkTo(links.permalinks.newFeed(list)), title));
        return feeds;
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
