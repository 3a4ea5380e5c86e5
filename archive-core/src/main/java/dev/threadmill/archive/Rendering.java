package dev.threadmill.archive;

import dev.threadmill.archive.ProgressListener.Stage;
import dev.threadmill.archive.body.BodyRenderer;
import dev.threadmill.archive.mail.AddressPolicy;
import dev.threadmill.archive.mail.Scratch;
import dev.threadmill.archive.render.AttachedFile;
import dev.threadmill.archive.render.ContentLoader;
import dev.threadmill.archive.render.RedactedMail;
import dev.threadmill.archive.render.SiteFacts;
import dev.threadmill.archive.render.SiteRenderer;
import dev.threadmill.archive.site.ListPlan;
import dev.threadmill.archive.site.PlannedThread;
import dev.threadmill.archive.site.SitePlan;
import dev.threadmill.archive.state.RememberingSink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** Has all pages of a site made: by several workers, in the order in which one needs another. */
final class Rendering {

    /**
     * Threads from this size on are begun first, so that none is left for one worker at the end.
     */
    private static final int LARGE = 1000;

    private final ArchiveOptions options;
    private final ProgressListener progress;

    Rendering(ArchiveOptions options, ProgressListener progress) {
        this.options = options;
        this.progress = progress;
    }

    /**
     * Makes the pages of {@code plan}.
     *
     * @param mail what reads messages again
     * @param sink takes the files, and what is wrong with the mail they are made of
     */
    void render(
            SitePlan plan,
            AddressPolicy addresses,
            ContentLoader mail,
            Scratch scratch,
            RememberingSink sink)
            throws IOException {
        SiteFacts facts =
                new SiteFacts(
                        options.title(),
                        options.siteUrl(),
                        options.language(),
                        options.cname(),
                        version());
        try (SiteRenderer renderer =
                new SiteRenderer(
                        plan,
                        facts,
                        addresses,
                        new BodyRenderer(
                                addresses, options.linkRules(), options.limits(), sink::problem),
                        addresses.isOpen() ? mail : new RedactedMail(mail, addresses),
                        options.templateDirectory(),
                        scratch,
                        sink)) {
            List<Queue<AttachedFile>> files = threads(plan, renderer);
            for (ListPlan list : plan.lists()) {
                list(list, files.get(list.index()), renderer);
            }
            renderer.renderSite();
        }
    }

    /** Renders all threads; returns the files that came with their messages, by list. */
    private List<Queue<AttachedFile>> threads(SitePlan plan, SiteRenderer renderer) {
        List<Queue<AttachedFile>> files = new ArrayList<>();
        plan.lists().forEach(list -> files.add(new ConcurrentLinkedQueue<>()));
        long total = plan.threads().stream().mapToLong(thread -> thread.thread().size()).sum();
        AtomicLong done = new AtomicLong();
        Workers.forEach(
                largeFirst(plan.threads()),
                options.workers(),
                thread -> {
                    for (AttachedFile file : renderer.renderThread(thread)) {
                        files.get(file.list()).add(file);
                    }
                    long size = thread.thread().size();
                    progress.progress(Stage.RENDER, done.addAndGet(size), total);
                });
        return files;
    }

    private static List<PlannedThread> largeFirst(List<PlannedThread> threads) {
        List<PlannedThread> order = new ArrayList<>(threads);
        order.sort(Comparator.comparing(thread -> thread.thread().nodes().size() < LARGE));
        return order;
    }

    /** The months come first: the whole mail of a list is put together of theirs. */
    private void list(ListPlan list, Queue<AttachedFile> files, SiteRenderer renderer) {
        int workers = options.workers();
        Workers.forEach(
                List.copyOf(list.mail().keySet()),
                workers,
                month -> renderer.renderMonth(list, month));
        renderer.renderList(list);
        renderer.renderAttachments(list, files);
        Workers.forEach(
                List.copyOf(list.years()), workers, year -> renderer.renderYear(list, year));
        Workers.forEach(
                list.authors().all(), workers, author -> renderer.renderAuthor(list, author));
    }

    /** From the jar's manifest; a build out of class files has none. */
    private static String version() {
        String version = Build.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
