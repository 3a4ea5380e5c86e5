package dev.threadmill.archive.render;

import dev.threadmill.archive.body.BodyRenderer;
import dev.threadmill.archive.mail.AddressPolicy;
import dev.threadmill.archive.mail.ContentLoader;
import dev.threadmill.archive.mail.Scratch;
import dev.threadmill.archive.render.download.AttachedFile;
import dev.threadmill.archive.render.download.Attachments;
import dev.threadmill.archive.render.download.Downloads;
import dev.threadmill.archive.render.feed.FeedEntries;
import dev.threadmill.archive.render.feed.Feeds;
import dev.threadmill.archive.render.feed.JsonFeed;
import dev.threadmill.archive.render.feed.NewestMessages;
import dev.threadmill.archive.render.feed.Summaries;
import dev.threadmill.archive.render.feed.SummaryMemory;
import dev.threadmill.archive.render.frame.Buffers;
import dev.threadmill.archive.render.frame.Heads;
import dev.threadmill.archive.render.frame.LookupForms;
import dev.threadmill.archive.render.frame.People;
import dev.threadmill.archive.render.frame.SiteFacts;
import dev.threadmill.archive.render.index.AttachmentPages;
import dev.threadmill.archive.render.index.AuthorPages;
import dev.threadmill.archive.render.index.AuthorUnit;
import dev.threadmill.archive.render.index.Indexes;
import dev.threadmill.archive.render.index.ListPages;
import dev.threadmill.archive.render.index.MonthPages;
import dev.threadmill.archive.render.index.MonthUnit;
import dev.threadmill.archive.render.index.StatsPages;
import dev.threadmill.archive.render.index.SubjectPages;
import dev.threadmill.archive.render.index.YearPages;
import dev.threadmill.archive.render.template.Assets;
import dev.threadmill.archive.render.template.OwnTemplates;
import dev.threadmill.archive.render.template.Pages;
import dev.threadmill.archive.render.thread.Reviews;
import dev.threadmill.archive.render.thread.ThreadRenderer;
import dev.threadmill.archive.render.thread.ThreadUnit;
import dev.threadmill.archive.render.thread.Tombstones;
import dev.threadmill.archive.site.Author;
import dev.threadmill.archive.site.HeldIds;
import dev.threadmill.archive.site.Links;
import dev.threadmill.archive.site.ListPlan;
import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.site.PlannedThread;
import dev.threadmill.archive.site.SitePlan;
import dev.threadmill.archive.site.SiteSink;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Turns the plan of a site into its files. Every method may be called from several threads at once;
 * together {@link #renderThread} for each thread; {@link #renderList} and {@link
 * #renderAttachments} for each list, {@link #renderMonth}, {@link #renderYear} and {@link
 * #renderAuthor} for all that it has of them; and {@link #renderSite} write each file of the site
 * once.
 *
 * <p>What they throw is the fault of a template ({@link IllegalArgumentException}, naming it and
 * the line) or of a disk ({@link UncheckedIOException}); mail is at fault for nothing.
 */
public final class SiteRenderer implements Closeable {

    /** A file of a list's whole mail has no more bytes; there is one for each year instead. */
    private static final long MOST_DOWNLOADED = 50_000_000;

    private final SitePlan plan;
    private final SiteFacts facts;
    private final SiteSink sink;
    private final Links links;
    private final Feeds feeds;
    private final JsonFeed jsonFeed;
    private final NewestMessages newest;
    private final Summaries summaries;
    private final Downloads downloads;
    private final Assets assets;
    private final HostFiles hostFiles;
    private final NotFoundPage notFound;
    private final Tombstones tombstones;
    private final ThreadRenderer threads;
    private final ListPages lists;
    private final MonthPages months;
    private final YearPages years;
    private final AuthorPages authors;
    private final SubjectPages subjects;
    private final StatsPages stats;
    private final AttachmentPages attachmentPages;
    private final InfoPages infos;
    private final Scratch scratch;
    private final boolean addressesShown;
    private final ConcurrentLinkedDeque<Buffers> idle = new ConcurrentLinkedDeque<>();

    /**
     * Refuses a folder of templates with one that would never be used.
     *
     * @throws IllegalArgumentException when there is one, and names it
     */
    public static void checkTemplates(Path templateDirectory) throws IOException {
        OwnTemplates.refuseUnused(templateDirectory);
    }

    /**
     * A renderer for one build.
     *
     * @param held what the policy asks for ids
     * @param templateDirectory a template found here is taken instead of the built-in one of its
     *     name; need not exist
     * @param scratch takes what of a long thread should not stay in memory
     * @param memory knows first words of messages from the last build
     */
    public SiteRenderer(
            SitePlan plan,
            SiteFacts facts,
            AddressPolicy addresses,
            HeldIds held,
            BodyRenderer bodies,
            ContentLoader loader,
            Path templateDirectory,
            Scratch scratch,
            SummaryMemory memory,
            SiteSink sink) {
        this.plan = plan;
        this.facts = facts;
        this.sink = sink;
        this.scratch = scratch;
        this.addressesShown = addresses.isOpen();
        this.links = new Links(plan, sink::mention);
        Pages pages = new Pages(templateDirectory, sink);
        People people = new People(addresses);
        Heads heads = new Heads(facts, links, people);
        FeedEntries entries = new FeedEntries(links, people, facts.base());
        this.summaries = new Summaries(plan.lists(), loader, bodies, held, scratch, memory);
        this.feeds = new Feeds(links, pages, people, facts, entries, summaries);
        this.jsonFeed = new JsonFeed(links, pages, people, facts, entries);
        Attachments attachments = new Attachments(links, sink);
        this.newest = new NewestMessages(links, people, attachments, loader, bodies);
        this.downloads = new Downloads(links, loader, sink, MOST_DOWNLOADED);
        this.assets = new Assets(templateDirectory, pages);
        this.hostFiles = new HostFiles(facts, links, pages);
        this.tombstones = new Tombstones(links, pages, people, heads);
        this.threads =
                new ThreadRenderer(
                        links,
                        pages,
                        loader,
                        bodies,
                        held,
                        people,
                        heads,
                        tombstones,
                        feeds,
                        summaries,
                        sink,
                        scratch);
        LookupForms forms = new LookupForms(links, people);
        this.notFound = new NotFoundPage(pages, heads, forms, facts, assets);
        Indexes indexes = new Indexes(links, people);
        this.lists = new ListPages(links, pages, people, heads, forms, downloads, indexes);
        this.infos = new InfoPages(links, pages, people, heads, forms, facts, downloads, indexes);
        this.months = new MonthPages(links, pages, people, heads, indexes);
        this.years = new YearPages(links, pages, heads, indexes);
        this.authors = new AuthorPages(links, pages, people, heads, indexes);
        this.subjects = new SubjectPages(links, pages, people, heads, indexes);
        this.stats = new StatsPages(links, pages, heads, indexes);
        this.attachmentPages = new AttachmentPages(links, pages, people, heads, indexes);
    }

    /**
     * Writes what belongs to one thread, in each list that holds a message of it.
     *
     * @return the files that came with its messages, for {@link #renderAttachments}
     */
    public List<AttachedFile> renderThread(PlannedThread thread) {
        List<AttachedFile> found = new ArrayList<>(0);
        Supplier<@Nullable Reviews> shared = Reviews.lazily(thread, plan.patches());
        for (PlannedThread.InList in : thread.lists()) {
            int list = in.list();
            // What is read for one list may depend on ids that each has to ask for.
            Supplier<@Nullable Reviews> reviews =
                    addressesShown ? shared : Reviews.lazily(thread, plan.patches());
            ThreadUnit.Writing writing =
                    files ->
                            work(
                                    buffers ->
                                            threads.render(
                                                    thread, list, reviews.get(), files, buffers));
            sink.make(new ThreadUnit(links, thread, list, writing, found::add));
        }
        return found;
    }

    /**
     * Writes the front page of a list, what its header leads to, who writes to it, its threads by
     * subject, its statistics, the tombstones that stand in no thread, the feeds of its newest
     * messages and its whole mail, which is put together of the months': they have been written or
     * kept.
     */
    public void renderList(ListPlan list) {
        work(
                buffers -> {
                    lists.front(list, buffers.page());
                    infos.list(list, buffers.page());
                    tombstones.alone(list.index(), buffers.page());
                    if (plan.writes(PageKind.AUTHORS)) {
                        authors.all(list, buffers.page());
                    }
                    if (plan.writes(PageKind.SUBJECTS)) {
                        subjects.write(list, buffers.page());
                    }
                    if (plan.writes(PageKind.STATS)) {
                        stats.write(list, buffers.page());
                    }
                    if (plan.writes(PageKind.FEEDS)) {
                        List<FeedEntries.Item> items = newest.of(list);
                        feeds.list(list, items, buffers.page());
                        jsonFeed.list(list, items, buffers.page());
                    }
                    if (plan.writes(PageKind.MBOX)) {
                        downloads.all(list);
                    }
                });
    }

    /** Writes the pages, the feed and the mbox of one month of a list, after its threads. */
    public void renderMonth(ListPlan list, YearMonth month) {
        boolean shown = list.months().containsKey(month);
        Work writing =
                buffers -> {
                    if (shown && plan.writes(PageKind.MONTHS)) {
                        months.write(list, month, buffers.page());
                    }
                    if (shown && plan.writes(PageKind.FEEDS)) {
                        feeds.month(list, month, buffers.page());
                    }
                    if (plan.writes(PageKind.MBOX)) {
                        downloads.month(list, month, buffers.mail());
                    }
                };
        sink.make(new MonthUnit(links, list, month, () -> work(writing)));
    }

    /** Writes one year of a list at a glance. */
    public void renderYear(ListPlan list, int year) {
        if (plan.writes(PageKind.MONTHS)) {
            work(buffers -> years.write(list, year, buffers.page()));
        }
    }

    /** Writes everything that one author wrote to a list, and its feed, after all threads. */
    public void renderAuthor(ListPlan list, Author author) {
        if (!plan.writes(PageKind.AUTHORS) || author.key().isEmpty()) {
            return;
        }
        Work writing =
                buffers -> {
                    authors.author(list, author, buffers.page());
                    if (plan.writes(PageKind.FEEDS)) {
                        feeds.author(list, author, buffers.page());
                    }
                };
        sink.make(new AuthorUnit(links, list, author, () -> work(writing)));
    }

    /**
     * Writes the index of a list's attachments.
     *
     * @param files what rendering its threads found, those of one message in their order
     */
    public void renderAttachments(ListPlan list, Collection<AttachedFile> files) {
        if (links.writesFiles()) {
            work(buffers -> attachmentPages.write(list, files, buffers.page()));
        }
    }

    /** Writes home, the page for addresses that lead nowhere, style, scripts and such. */
    public void renderSite() {
        work(
                buffers -> {
                    lists.home(facts.title(), buffers.page());
                    infos.site(buffers.page());
                    if (plan.writes(PageKind.FEEDS)) {
                        feeds.site(newest.ofAll(), buffers.page());
                    }
                    notFound.write(buffers.page());
                    assets.write();
                    hostFiles.write(buffers.page());
                });
    }

    private interface Work {
        void with(Buffers buffers) throws IOException;
    }

    private void work(Work work) {
        Buffers buffers = idle.poll();
        buffers = buffers == null ? new Buffers(scratch) : buffers;
        try {
            work.with(buffers);
        } catch (IOException e) {
            throw new UncheckedIOException("pages cannot be made: " + e.getMessage(), e);
        } finally {
            idle.push(buffers);
        }
    }

    @Override
    public void close() throws IOException {
        for (Buffers buffers = idle.poll(); buffers != null; buffers = idle.poll()) {
            buffers.close();
        }
        summaries.close();
    }
}
