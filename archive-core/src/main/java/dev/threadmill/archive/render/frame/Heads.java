package dev.threadmill.archive.render.frame;

import dev.threadmill.archive.mail.MailingList;
import dev.threadmill.archive.render.template.Markup;
import dev.threadmill.archive.render.template.View;
import dev.threadmill.archive.site.ArrivalPages;
import dev.threadmill.archive.site.Author;
import dev.threadmill.archive.site.Canonical;
import dev.threadmill.archive.site.Links;
import dev.threadmill.archive.site.ListThread;
import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.site.Permalinks;
import dev.threadmill.archive.site.SitePath;
import dev.threadmill.archive.thread.ThreadNode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the head and the header line of every page say. */
public final class Heads {

    private final SiteFacts facts;
    private final Links links;
    private final String base;
    private final StructuredData structured;
    private final Canonical canonical;

    public Heads(SiteFacts facts, Links links, People people) {
        this.facts = facts;
        this.links = links;
        this.base = facts.base();
        this.structured = new StructuredData(links, people, facts);
        this.canonical = new Canonical(links);
    }

    /** The title of a page of several, of which the first has that of them all. */
    public static String paged(String title, int page) {
        return page == 1 ? title : numbered(title, page);
    }

    /** The title of a page of an index by arrival, of which the newest has that of them all. */
    public static String byArrival(String title, ArrivalPages.Stretch page) {
        return page.isNewest() ? title : numbered(title, page.page());
    }

    /** The title of one page of several. */
    private static String numbered(String title, int page) {
        return title + " (page " + page + ")";
    }

    /**
     * A page beside those of mail, or one that says again in another order what others say: nothing
     * that search engines should lead to.
     */
    public View.Head aside(SitePath page, String title) {
        return head(page, title, page, false, About.NOTHING, List.of(), null);
    }

    /** Such a page of a list. */
    public View.Head aside(SitePath page, int list, String title) {
        List<View.Feed> feeds = feeds(page, list, null);
        return head(page, title, page, false, About.NOTHING, feeds, header(page, list));
    }

    /** The first page of the site. */
    public View.Head home(SitePath page, String title, String description) {
        List<View.Feed> feeds = new ArrayList<>(1);
        if (links.writes(PageKind.FEEDS)) {
            feeds.add(atom(page, Permalinks.newFeed(), facts.title()));
        }
        About about = new About(description, Markup.EMPTY);
        return head(page, title, page, true, about, feeds, null);
    }

    /**
     * A page of what an author wrote, which is none for search engines either.
     *
     * @param name what they are called
     */
    public View.Head author(SitePath page, int list, Author author, String name, String title) {
        List<View.Feed> feeds = feeds(page, list, null);
        if (links.writes(PageKind.FEEDS)) {
            feeds.add(atom(page, links.permalinks().authorFeed(list, author), name));
        }
        return head(page, title, page, false, About.NOTHING, feeds, header(page, list));
    }

    /** A page of a list. */
    public View.Head list(SitePath page, int list, String title) {
        return list(page, list, title, "");
    }

    /** A page of a month of a list. */
    public View.Head month(SitePath page, int list, YearMonth month, String title) {
        List<View.Feed> feeds = feeds(page, list, null);
        if (links.writes(PageKind.FEEDS)) {
            feeds.add(atom(page, links.permalinks().monthFeed(list, month), month.toString()));
        }
        boolean indexed = links.plan().unindexed().admits(list);
        return head(page, title, page, indexed, About.NOTHING, feeds, header(page, list));
    }

    /**
     * A page of a list.
     *
     * @param description a sentence on the page; empty without one
     */
    public View.Head list(SitePath page, int list, String title, String description) {
        About about = new About(description, Markup.EMPTY);
        List<View.Feed> feeds = feeds(page, list, null);
        return head(
                page,
                title,
                page,
                links.plan().unindexed().admits(list),
                about,
                feeds,
                header(page, list));
    }

    /** The page of a message that its list holds. */
    public View.Head message(SitePath page, ListThread thread, int node, Shown shown) {
        ThreadNode at = thread.nodes().get(node);
        SitePath first = canonical.message(at);
        boolean indexed = links.plan().unindexed().admits(thread.list(), at.id());
        Markup data =
                indexed && first.equals(page)
                        ? structured.message(page, thread, node, shown)
                        : Markup.EMPTY;
        String author = shown.from().isEmpty() ? "(unknown)" : shown.from();
        return head(
                page,
                shown.subject() + " - " + author,
                first,
                indexed,
                new About(structured.description(thread, shown), data),
                feeds(page, thread.list(), threadFeed(thread)),
                header(page, thread.list()));
    }

    /**
     * A page of a thread as a tree.
     *
     * @param number of the page, from 1
     * @param first what the list shows of its first message
     */
    public View.Head nested(
            SitePath page, ListThread thread, int number, String subject, Shown first) {
        SitePath whole = canonical.nested(thread, number);
        return whole(page, thread, number, subject, first, whole, true);
    }

    /** A page of a thread by date, as {@link #nested}. */
    public View.Head flat(
            SitePath page, ListThread thread, int number, String subject, Shown first) {
        SitePath whole = canonical.flat(thread, number);
        return whole(page, thread, number, subject, first, whole, !canonical.isSpare(thread));
    }

    private View.Head whole(
            SitePath page,
            ListThread thread,
            int number,
            String subject,
            Shown first,
            SitePath whole,
            boolean wanted) {
        boolean indexed =
                wanted && links.plan().unindexed().admits(thread.list(), thread.planned());
        boolean itself = indexed && number == 1 && whole.equals(page);
        Markup data = itself ? structured.thread(page, thread, first) : Markup.EMPTY;
        return head(
                page,
                paged(subject, number),
                whole,
                indexed,
                new About(structured.description(thread), data),
                feeds(page, thread.list(), threadFeed(thread)),
                header(page, thread.list()));
    }

    private SitePath threadFeed(ListThread thread) {
        return links.permalinks().threadFeed(thread.list(), thread.root());
    }

    /**
     * A page that stands in for another one of a thread, and is not for search engines.
     *
     * @param other the page that stands for this one
     */
    public View.Head standIn(SitePath page, ListThread thread, String title, SitePath other) {
        List<View.Feed> feeds = feeds(page, thread.list(), threadFeed(thread));
        return head(page, title, other, false, About.NOTHING, feeds, header(page, thread.list()));
    }

    /** What search engines and previews are told of a page: a sentence, and JSON-LD. */
    private record About(String description, Markup data) {
        static final About NOTHING = new About("", Markup.EMPTY);
    }

    private View.Head head(
            SitePath page,
            String title,
            SitePath canonical,
            boolean indexed,
            About about,
            List<View.Feed> feeds,
            View.@Nullable ListHead list) {
        return new View.Head(
                facts.language(),
                facts.title(),
                page.linkTo(Permalinks.home()),
                title,
                about.description(),
                base.isEmpty() ? "" : base + canonical.encoded(),
                indexed,
                about.data(),
                page.linkTo(Permalinks.asset("archive.css")),
                page.linkTo(Permalinks.asset("archive.js")),
                "Threadmill " + facts.version(),
                feeds,
                list);
    }

    /** The feeds of a page of a thread; of any other page, those of its list. */
    private List<View.Feed> feeds(SitePath page, int list, @Nullable SitePath thread) {
        List<View.Feed> feeds = new ArrayList<>(3);
        if (!links.writes(PageKind.FEEDS)) {
            return feeds;
        }
        String title = links.plan().mailingList(list).title();
        if (thread != null) {
            feeds.add(atom(page, thread, "This thread"));
        }
        feeds.add(atom(page, links.permalinks().newFeed(list), title));
        if (thread == null) {
            String json = page.linkTo(links.permalinks().newJson(list));
            feeds.add(new View.Feed(json, title, "application/feed+json"));
        }
        return feeds;
    }

    private static View.Feed atom(SitePath page, SitePath feed, String title) {
        return new View.Feed(page.linkTo(feed), title, "application/atom+xml");
    }

    private View.ListHead header(SitePath page, int list) {
        MailingList facts = links.plan().mailingList(list);
        return new View.ListHead(
                facts.name(),
                facts.title(),
                facts.description(),
                page.linkTo(links.permalinks().list(list)),
                page.linkTo(links.permalinks().help(list)),
                page.linkTo(links.permalinks().color(list)),
                page.linkTo(links.permalinks().mirror(list)),
                links.writes(PageKind.STATS) ? page.linkTo(links.permalinks().stats(list)) : "",
                links.writes(PageKind.FEEDS) ? page.linkTo(links.permalinks().newFeed(list)) : "");
    }
}
