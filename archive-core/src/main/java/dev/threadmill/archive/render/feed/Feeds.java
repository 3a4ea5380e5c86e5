package dev.threadmill.archive.render.feed;

import dev.threadmill.archive.body.HtmlStore;
import dev.threadmill.archive.mail.Dates;
import dev.threadmill.archive.mail.MailingList;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.render.feed.FeedEntries.Item;
import dev.threadmill.archive.render.frame.People;
import dev.threadmill.archive.render.frame.Shown;
import dev.threadmill.archive.render.frame.SiteFacts;
import dev.threadmill.archive.render.frame.TextShare;
import dev.threadmill.archive.render.template.Markup;
import dev.threadmill.archive.render.template.Page;
import dev.threadmill.archive.render.template.PageWriter;
import dev.threadmill.archive.render.template.Pages;
import dev.threadmill.archive.render.template.View;
import dev.threadmill.archive.site.ArrivalPages;
import dev.threadmill.archive.site.Author;
import dev.threadmill.archive.site.Links;
import dev.threadmill.archive.site.ListPlan;
import dev.threadmill.archive.site.ListThread;
import dev.threadmill.archive.site.NodeRef;
import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.site.Permalinks;
import dev.threadmill.archive.site.SitePath;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes Atom feeds (RFC 4287) with their threading (RFC 4685), and the history of a list as
 * archived feeds (RFC 5005 §4), one a month.
 *
 * <p>The feed of a month is an archive once mail of a later month has come: its messages, which are
 * all that it says, are complete then, and so it stays the same for ever. Only from then on does
 * the list's feed lead to it, since readers take an archive once and never look again. Mail that
 * comes in late and claims to have arrived in a month gone by changes the feed of that month, and
 * where the month had none, the links of those beside it.
 */
public final class Feeds {

    /** The newest messages of a thread that its feed holds. */
    private static final int LONGEST = 200;

    private final Links links;
    private final Pages pages;
    private final People people;
    private final SiteFacts facts;
    private final FeedEntries entries;
    private final Summaries summaries;
    private final String base;

    public Feeds(
            Links links,
            Pages pages,
            People people,
            SiteFacts facts,
            FeedEntries entries,
            Summaries summaries) {
        this.links = links;
        this.pages = pages;
        this.people = people;
        this.facts = facts;
        this.entries = entries;
        this.summaries = summaries;
        this.base = facts.base();
    }

    /** What a feed says of itself. */
    private record Feed(
            SitePath path,
            String id,
            String title,
            Links.Target page,
            boolean archive,
            List<View.FeedLink> links) {}

    /** Writes the feed of a thread: its newest messages, oldest first. */
    public void thread(
            ListThread thread, List<List<Shown>> shown, HtmlStore bodies, PageWriter buffer) {
        List<Integer> newest = new ArrayList<>();
        for (int node : thread.held()) {
            newest.add(node);
        }
        newest.sort(Comparator.comparingLong(node -> thread.message(node).arrived()));
        int from = Math.max(0, newest.size() - LONGEST);
        List<Integer> kept = new ArrayList<>(newest.subList(from, newest.size()));
        Set<Integer> whole = whole(kept, shown, bodies);
        kept.sort(Comparator.comparingLong(node -> thread.message(node).sent()));
        List<Item> items = new ArrayList<>(kept.size());
        for (int node : kept) {
            Shown first = shown.get(node).get(0);
            NodeRef ref = thread.ref(node);
            items.add(
                    new Item(
                            ref,
                            first.message(),
                            first.subject(),
                            first.summary(),
                            first.files(),
                            whole.contains(node)
                                    ? holes -> Markup.of(() -> bodies.get(first.body()), holes)
                                    : null));
        }
        int list = thread.list();
        Feed feed =
                new Feed(
                        links.permalinks().threadFeed(list, thread.root()),
                        FeedEntries.uuid("t\n" + thread.root().value()),
                        shown.get(thread.held()[0]).get(0).subject(),
                        links.thread(list, thread.planned()),
                        false,
                        List.of());
        whole(feed, items, buffer);
    }

    /** Those whose text the feed of their thread shows: the newest, as long as there is room. */
    private static Set<Integer> whole(
            List<Integer> nodes, List<List<Shown>> shown, HtmlStore bodies) {
        Set<Integer> whole = new HashSet<>();
        TextShare share = TextShare.ofFeed();
        for (int i = nodes.size() - 1; i >= 0; i--) {
            int node = nodes.get(i);
            if (share.takes(bodies.weight(shown.get(node).get(0).body()))) {
                whole.add(node);
            }
        }
        return whole;
    }

    /** Writes the feed of a list's newest messages, newest first. */
    public void list(ListPlan plan, List<Item> newest, PageWriter buffer) {
        SitePath path = links.permalinks().newFeed(plan.index());
        @Nullable YearMonth current = plan.months().isEmpty() ? null : plan.months().lastKey();
        List<View.FeedLink> history = new ArrayList<>(1);
        if (current != null) {
            link(history, "prev-archive", path, plan, plan.months().lowerKey(current));
        }
        Links.Target page = new Links.Target(links.permalinks().list(plan.index()));
        String title = plan.list().title();
        whole(new Feed(path, id(plan), title, page, false, history), newest, buffer);
    }

    /** Writes the feed of the newest messages of all lists, newest first. */
    public void site(List<Item> newest, PageWriter buffer) {
        SitePath path = Permalinks.newFeed();
        Links.Target page = new Links.Target(Permalinks.home());
        whole(new Feed(path, idOf(path), facts.title(), page, false, List.of()), newest, buffer);
    }

    /** Writes the feed of what arrived in a month, newest first. */
    public void month(ListPlan plan, YearMonth month, PageWriter buffer) throws IOException {
        SitePath path = links.permalinks().monthFeed(plan.index(), month);
        @Nullable YearMonth next = plan.months().higherKey(month);
        List<View.FeedLink> history = new ArrayList<>(3);
        Links.Target current = new Links.Target(links.permalinks().newFeed(plan.index()));
        history.add(new View.FeedLink("current", links.href(path, base, current)));
        link(history, "prev-archive", path, plan, plan.months().lowerKey(month));
        link(history, "next-archive", path, plan, next);
        Links.Target page =
                links.writes(PageKind.MONTHS)
                        ? new Links.Target(links.permalinks().month(plan.index(), month, 1))
                        : new Links.Target(links.permalinks().list(plan.index()));
        String title = month + " - " + plan.list().title();
        Feed feed = new Feed(path, id(plan), title, page, next != null, history);
        brief(feed, plan, newestFirst(plan, month), buffer);
    }

    /** Writes the feed of the newest messages that one author wrote to a list, newest first. */
    public void author(ListPlan plan, Author author, PageWriter buffer) throws IOException {
        SitePath path = links.permalinks().authorFeed(plan.index(), author);
        SitePath page = links.permalinks().author(plan.index(), author, ArrivalPages.NEWEST);
        String title = people.name(author.person()) + " - " + plan.list().title();
        List<NodeRef> all = author.messages();
        int from = Math.max(0, all.size() - ListPlan.NEWEST_MESSAGES);
        List<NodeRef> newest = new ArrayList<>(all.subList(from, all.size()));
        Collections.reverse(newest);
        Links.Target target = new Links.Target(page);
        Feed feed = new Feed(path, idOf(path), title, target, false, List.of());
        brief(feed, plan, newest, buffer);
    }

    private static List<NodeRef> newestFirst(ListPlan plan, YearMonth month) {
        List<NodeRef> newestFirst = new ArrayList<>(plan.byDate().getOrDefault(month, List.of()));
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    private void link(
            List<View.FeedLink> history,
            String relation,
            SitePath path,
            ListPlan plan,
            @Nullable YearMonth month) {
        if (month != null) {
            SitePath target = links.permalinks().monthFeed(plan.index(), month);
            String href = links.href(path, base, new Links.Target(target));
            history.add(new View.FeedLink(relation, href));
        }
    }

    /** The id of a list's feed, which its archives share. */
    private String id(ListPlan plan) {
        MailingList list = plan.list();
        return list.address().isEmpty()
                ? idOf(links.permalinks().newFeed(plan.index()))
                : "mailto:" + people.text(list.address());
    }

    private String idOf(SitePath path) {
        return FeedEntries.uuid(links.href(path, base, new Links.Target(path)) + path);
    }

    /** Messages with their first words, which have been put aside: none is read again for them. */
    private void brief(Feed feed, ListPlan plan, List<NodeRef> refs, PageWriter buffer)
            throws IOException {
        List<View.FeedEntry> written = new ArrayList<>(refs.size());
        long updated = 0;
        for (NodeRef ref : refs) {
            Message message = links.plan().node(ref).messageIn(plan.index());
            updated = Math.max(updated, message.arrived());
            written.add(entries.brief(feed.path(), ref, message, summaries.of(message)));
        }
        write(feed, updated, written, buffer);
    }

    private void whole(Feed feed, List<Item> items, PageWriter buffer) {
        long updated = items.stream().mapToLong(i -> i.message().arrived()).max().orElse(0);
        List<View.FeedEntry> written = new ArrayList<>(items.size());
        for (Item item : items) {
            written.add(entries.whole(feed.path(), item));
        }
        write(feed, updated, written, buffer);
    }

    private void write(Feed feed, long updated, List<View.FeedEntry> written, PageWriter buffer) {
        SitePath path = feed.path();
        Page.Feed view =
                new Page.Feed(
                        facts.language(),
                        feed.id(),
                        feed.title(),
                        facts.title(),
                        Dates.iso(updated),
                        links.href(path, base, new Links.Target(path)),
                        links.href(path, base, feed.page()),
                        "Threadmill",
                        facts.version(),
                        feed.archive(),
                        feed.links(),
                        written);
        pages.write(path, PageKind.FEEDS, view, buffer);
    }
}
