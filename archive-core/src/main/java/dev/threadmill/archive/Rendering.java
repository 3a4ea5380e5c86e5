package dev.threadmill.archive;

import dev.threadmill.archive.ProgressListener.Stage;
import dev.threadmill.archive.body.BodyRenderer;
import dev.threadmill.archive.mail.AddressPolicy;
import dev.threadmill.archive.mail.ContentLoader;
import dev.threadmill.archive.mail.Scratch;
import dev.threadmill.archive.render.RedactedMail;
import dev.threadmill.archive.render.SiteRenderer;
import dev.threadmill.archive.render.download.AttachedFile;
import dev.threadmill.archive.render.feed.SummaryMemory;
import dev.threadmill.archive.render.frame.SiteFacts;
import dev.threadmill.archive.site.HeldIds;
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
     * @param memory knows first words of messages from the last build
     * @param sink takes the files, and what is wrong with the mail they are made of
     */
    void render(
            SitePlan plan,
            AddressPolicy addresses,
            ContentLoader mail,
            Scratch scratch,
            SummaryMemory memory,
            RememberingSink sink)
            throws IOException {
        SiteFacts facts =
                new SiteFacts(
                        options.title(),
                        options.siteUrl(),
                        options.language(),
                        options.cname(),
                        version());
        HeldIds held = new HeldIds(plan, sink);
        AddressPolicy policy = addresses.holding(held);
        try (SiteRenderer renderer =
                new SiteRenderer(
                        plan,
                        facts,
                        policy,
                        held,
                        new BodyRenderer(
                                policy, options.linkRules(), options.limits(), sink::problem),
                        policy.isOpen() ? mail : new RedactedMail(mail, policy),
                        options.templateDirectory(),
                        scratch,
                        // Else first words depend on what other messages there are.
                        policy.isOpen() ? memory : SummaryMemory.NONE,
                        sink)) {
            List<Queue<AttachedFile>> files = threads(plan, renderer);
            months(plan, renderer);
            rest(plan, files, renderer);
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

    private void months(SitePlan plan, SiteRenderer renderer) {
        List<Runnable> months = new ArrayList<>();
        for (ListPlan list : plan.lists()) {
            list.mail().keySet().forEach(m -> months.add(() -> renderer.renderMonth(list, m)));
        }
        Workers.forEach(months, options.workers(), Runnable::run);
    }

    /**
     * All that needs nothing but threads and months: the whole mail of a list is put together of
     * its months'. What takes longest is begun first.
     */
    private void rest(SitePlan plan, List<Queue<AttachedFile>> files, SiteRenderer renderer) {
        List<Runnable> rest = new ArrayList<>();
        for (ListPlan list : plan.lists()) {
            rest.add(() -> renderer.renderList(list));
        }
        rest.add(renderer::renderSite);
        for (ListPlan list : plan.lists()) {
            rest.add(() -> renderer.renderAttachments(list, files.get(list.index())));
            list.years().forEach(year -> rest.add(() -> renderer.renderYear(list, year)));
            list.authors().all().forEach(a -> rest.add(() -> renderer.renderAuthor(list, a)));
        }
        Workers.forEach(rest, options.workers(), Runnable::run);
    }

    /** From the jar's manifest; a build out of class files has none. */
    private static String version() {
        String version = Build.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
