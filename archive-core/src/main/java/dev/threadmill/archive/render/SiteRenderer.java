package dev.threadmill.archive.render;

import dev.threadmill.archive.body.BodyRenderer;
import dev.threadmill.archive.body.Html;
import dev.threadmill.archive.mail.AddressPolicy;
import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.Scratch;
import dev.threadmill.archive.site.ListPlan;
import dev.threadmill.archive.site.NodeRef;
import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.site.Permalinks;
import dev.threadmill.archive.site.PlannedThread;
import dev.threadmill.archive.site.SitePath;
import dev.threadmill.archive.site.SitePlan;
import dev.threadmill.archive.site.SiteSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Turns the plan of a site into its files. Every method may be called from several threads at once;
 * together {@link #renderThread} for each thread and then {@link #renderList} for each list, {@link
 * #renderMonth} for each of its months and {@link #renderSite} write each file of the site once.
 *
 * <p>Files are made in units, which the sink may know to be the same as in the last build: {@link
 * #index} and {@link #site} are for pages that show many messages.
 *
 * <p>What they throw is the fault of a template ({@link IllegalArgumentException}, naming it and
 * the line) or of a disk ({@link UncheckedIOException}); mail is at fault for nothing.
 */
public final class SiteRenderer implements AutoCloseable {

    private final SitePlan plan;
    private final SiteFacts facts;
    private final SiteSink sink;
    private final ThreadHashes hashes;
    private final Links links;
    private final Pages pages;
    private final People people;
    private final Heads heads;
    private final Feeds feeds;
    private final Assets assets;
    private final Attachments attachments;
    private final ThreadRenderer threads;
    private final ListPages lists;
    private final BodyRenderer bodies;
    private final ContentLoader loader;
    private final ConcurrentLinkedDeque<Worker> idle = new ConcurrentLinkedDeque<>();

    /**
     * A renderer for one build.
     *
     * @param templateDirectory a template found here is taken instead of the built-in one of its
     *     name; need not exist
     * @param scratch takes what of a long thread should not stay in memory
     */
    public SiteRenderer(
            SitePlan plan,
            SiteFacts facts,
            AddressPolicy addresses,
            BodyRenderer bodies,
            ContentLoader loader,
            Path templateDirectory,
            Scratch scratch,
            SiteSink sink) {
        this.plan = plan;
        this.facts = facts;
        this.bodies = bodies;
        this.loader = loader;
        this.sink = sink;
        this.links = new Links(plan, sink::mention);
        this.hashes = new ThreadHashes(plan);
        this.pages = new Pages(templateDirectory, sink);
        this.people = new People(addresses);
        this.heads = new Heads(facts, links);
        this.feeds = new Feeds(links, pages, people, facts);
        this.assets = new Assets(templateDirectory, pages);
        this.attachments = new Attachments(links, pages);
        this.threads =
                new ThreadRenderer(links, pages, loader, bodies, people, heads, feeds, scratch);
        this.lists = new ListPages(links, pages, people, heads);
    }

    /** Writes what belongs to one thread, in each list that holds a message of it. */
    public void renderThread(PlannedThread thread) {
        List<PlannedThread.InList> holders = thread.lists();
        for (int place = 0; place < holders.size(); place++) {
            int list = holders.get(place).list();
            Runnable writing = () -> work(worker -> threads.render(thread, list, worker));
            hashes.note(thread, place, sink.make(new ThreadUnit(links, thread, list, writing)));
        }
    }

    /** Writes the front page and the feed of a list. */
    public void renderList(ListPlan list) {
        index(
                list,
                "front",
                worker -> {
                    lists.front(list, worker.page);
                    if (plan.writes(PageKind.FEEDS)) {
                        feeds.list(list, newest(list), worker.page);
                    }
                });
    }

    /** Writes the pages of one month of a list. */
    public void renderMonth(ListPlan list, YearMonth month) {
        if (plan.writes(PageKind.MONTHS)) {
            index(list, "month " + month, worker -> lists.month(list, month, worker.page));
        }
    }

    /** Writes home, the page for addresses that lead nowhere, style, scripts and such. */
    public void renderSite() {
        site(
                "home",
                worker -> {
                    lists.home(facts.title(), worker.page);
                    notFound(worker.page);
                    assets.write();
                });
    }

    private List<Feeds.Newest> newest(ListPlan list) throws IOException {
        List<Feeds.Newest> newest = new ArrayList<>(list.newest().size());
        for (NodeRef ref : list.newest()) {
            Message message = plan.node(ref).messagesIn(list.index()).get(0);
            var content = loader.load(message).content();
            Html body = bodies.render(message.id(), content);
            Map<String, SitePath> files =
                    links.writesFiles() ? attachments.addresses(message, 0, content) : Map.of();
            String subject = people.subject(content.subject());
            Shown shown = new Shown(message, 0, subject, "", "", "", List.of(), files, 0);
            newest.add(new Feeds.Newest(ref, shown, holes -> Markup.of(body, holes)));
        }
        return newest;
    }

    /**
     * Served at any depth, so it links by the path of the site's address, and brings its style
     * along.
     */
    private void notFound(PageWriter buffer) {
        String style =
                new String(assets.read("not-found.css"), StandardCharsets.UTF_8)
                        .replace("\r\n", "\n"); // as the browser that checks the hash sees it
        byte[] hash = Hash.sha256().digest(style.getBytes(StandardCharsets.UTF_8));
        SitePath page = Permalinks.notFound();
        Page.NotFound view =
                new Page.NotFound(
                        heads.site(page, "Not found"),
                        facts.basePath(),
                        "sha256-" + Base64.getEncoder().encodeToString(hash),
                        Markup.of(style));
        pages.write(page, PageKind.ASSET, view.template(), view, buffer);
    }

    /**
     * Makes pages of a list, which may show whatever is in its plan and in the messages of its
     * threads.
     *
     * @param name what no other pages of the list are called here
     */
    private void index(ListPlan list, String name, Work work) {
        int index = list.index();
        sink.make(new IndexUnit(links, index, name, hashes.of(index), () -> work(work)));
    }

    /** Makes pages of the site as a whole, which may show whatever is in its plan. */
    private void site(String name, Work work) {
        Hash shown = hashes.all();
        sink.make(new IndexUnit(links, IndexUnit.WHOLE_SITE, name, shown, () -> work(work)));
    }

    private interface Work {
        void with(Worker worker) throws IOException;
    }

    private void work(Work work) {
        Worker worker = idle.poll();
        worker = worker == null ? new Worker() : worker;
        try {
            work.with(worker);
        } catch (IOException e) {
            throw new UncheckedIOException("mail cannot be read again: " + e.getMessage(), e);
        } finally {
            idle.push(worker);
        }
    }

    @Override
    public void close() {
        for (Worker worker = idle.poll(); worker != null; worker = idle.poll()) {
            worker.close();
        }
    }
}
