package dev.threadmill.archive;

import dev.threadmill.archive.ProgressListener.Stage;
import dev.threadmill.archive.body.BodyRenderer;
import dev.threadmill.archive.mail.MailingList;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.Problem;
import dev.threadmill.archive.output.Published;
import dev.threadmill.archive.output.Removals;
import dev.threadmill.archive.output.SiteOutput;
import dev.threadmill.archive.render.SiteFacts;
import dev.threadmill.archive.render.SiteRenderer;
import dev.threadmill.archive.site.ListPlan;
import dev.threadmill.archive.site.PlannedThread;
import dev.threadmill.archive.site.SitePlan;
import dev.threadmill.archive.state.ArchiveState;
import dev.threadmill.archive.state.Memo;
import dev.threadmill.archive.state.RememberingSink;
import dev.threadmill.archive.state.SkeletonCache;
import dev.threadmill.archive.thread.ThreadNode;
import dev.threadmill.archive.thread.Threader;
import dev.threadmill.archive.thread.Threads;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** One run, from mail to the published site. */
final class Build {

    /**
     * Threads from this size on are begun first, so that none is left for one worker at the end.
     */
    private static final int LARGE = 1000;

    private final ArchiveOptions options;
    private final ProgressListener progress;

    /** What was wrong with the sources and headers, in source order. */
    private final List<Problem> readProblems = new ArrayList<>();

    Build(ArchiveOptions options, ProgressListener progress) {
        this.options = options;
        this.progress = progress;
    }

    GenerationReport run() throws IOException {
        try (ArchiveState state = ArchiveState.open(options.stateDirectory());
                OpenMail mail = OpenMail.open(options, state, readProblems::add);
                SiteOutput output = SiteOutput.open(options.outputDirectory())) {
            Version version = Version.ofThisProgram();
            SkeletonCache known = state.skeletons(version.ofMail());
            List<List<Message>> messages = mail.read(known, options.workers(), progress);
            stopOnProblems(readProblems);
            Memo memo = state.memo(version.ofMail());
            Threads threads = Threader.thread(messages, message -> mail.contentHash(message, memo));
            List<MailingList> lists = mail.facts(messages, memo);
            memo.save();
            SitePlan plan = SitePlan.of(lists, messages, threads.threads(), options.pages());
            RememberingSink sink = state.remembering(version.ofPages(options, lists), output);
            render(plan, mail, state, sink);
            List<Problem> problems = new ArrayList<>(readProblems);
            problems.addAll(sink.problems());
            stopOnProblems(problems);
            stopOnRemovals(output.pending());
            Published published =
                    output.publish((done, total) -> progress.progress(Stage.PUBLISH, done, total));
            sink.save(published.manifest());
            return report(messages, threads, plan, published, problems);
        }
    }

    private void render(SitePlan plan, OpenMail mail, ArchiveState state, RememberingSink sink) {
        SiteFacts facts =
                new SiteFacts(options.title(), options.siteUrl(), options.language(), version());
        try (SiteRenderer renderer =
                new SiteRenderer(
                        plan,
                        facts,
                        options.addresses(),
                        new BodyRenderer(options.addresses(), List.of(), sink::problem),
                        mail.loader(sink::problems),
                        options.templateDirectory(),
                        state,
                        sink)) {
            renderThreads(plan, renderer);
            for (ListPlan list : plan.lists()) {
                renderer.renderList(list);
                Workers.forEach(
                        List.copyOf(list.months().keySet()),
                        options.workers(),
                        month -> renderer.renderMonth(list, month));
            }
            renderer.renderSite();
        }
    }

    private void renderThreads(SitePlan plan, SiteRenderer renderer) {
        long total = plan.threads().stream().mapToLong(thread -> thread.thread().size()).sum();
        AtomicLong done = new AtomicLong();
        Workers.forEach(
                largeFirst(plan.threads()),
                options.workers(),
                thread -> {
                    renderer.renderThread(thread);
                    long size = thread.thread().size();
                    progress.progress(Stage.RENDER, done.addAndGet(size), total);
                });
    }

    private static List<PlannedThread> largeFirst(List<PlannedThread> threads) {
        List<PlannedThread> order = new ArrayList<>(threads);
        order.sort(Comparator.comparing(thread -> thread.thread().nodes().size() < LARGE));
        return order;
    }

    private void stopOnProblems(List<Problem> problems) {
        if (options.failOn().isEmpty()) {
            return;
        }
        Problem.Severity limit = options.failOn().get();
        List<Problem> grave =
                problems.stream().filter(p -> p.severity().compareTo(limit) >= 0).toList();
        if (!grave.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s%s; nothing was published. Mend it, or set archive.failOn=never to publish what could be read"
                            .formatted(
                                    grave.get(0),
                                    grave.size() == 1
                                            ? ""
                                            : " (and %d more problems)"
                                                    .formatted(grave.size() - 1)));
        }
    }

    private void stopOnRemovals(Removals removals) {
        if (removals.messages() > 0 && !options.allowRemovals()) {
            throw new IllegalArgumentException(
                    "%d message page%s of the published site would go, %s for one, since no source holds that mail any more; nothing was published. Bring the mail back, or set archive.allowRemovals=true"
                            .formatted(
                                    removals.messages(),
                                    removals.messages() == 1 ? "" : "s",
                                    removals.examples().get(0)));
        }
    }

    private GenerationReport report(
            List<List<Message>> messages,
            Threads threads,
            SitePlan plan,
            Published published,
            List<Problem> problems) {
        long in = messages.stream().mapToLong(List::size).sum();
        long variants = 0;
        long shown = 0;
        for (PlannedThread thread : plan.threads()) {
            for (ThreadNode node : thread.thread().nodes()) {
                long lists = node.messages().stream().mapToInt(Message::list).distinct().count();
                shown += lists;
                variants += node.messages().size() - lists;
            }
        }
        long duplicates = threads.duplicates().size();
        if (in != shown + variants + duplicates) {
            throw new IllegalStateException(
                    "%d messages came in, but %d shown + %d variants + %d duplicates are accounted for"
                            .formatted(in, shown, variants, duplicates));
        }
        return new GenerationReport(
                in,
                shown,
                variants,
                duplicates,
                plan.threads().size(),
                published.files(),
                published.bytes(),
                published.written(),
                published.removed(),
                problems,
                options.outputDirectory());
    }

    /** From the jar's manifest; a build out of class files has none. */
    private static String version() {
        String version = Build.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
