package dev.threadmill.archive;

import dev.threadmill.archive.ProgressListener.Stage;
import dev.threadmill.archive.body.BodyRenderer;
import dev.threadmill.archive.mail.Hash;
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
import dev.threadmill.archive.state.LastBuild;
import dev.threadmill.archive.state.Memo;
import dev.threadmill.archive.state.RememberingSink;
import dev.threadmill.archive.state.SkeletonCache;
import dev.threadmill.archive.thread.Threader;
import dev.threadmill.archive.thread.Threads;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
            SkeletonCache known = state.skeletons(version.ofMail(options));
            List<List<Message>> messages = mail.read(known, options.workers(), progress);
            stopOnProblems(readProblems);
            Memo memo = state.memo(version.ofMail(options));
            MessageMemo asked = mail.memo(memo);
            List<MailingList> lists = mail.facts(messages, asked);
            String looks = version.ofPages(options, lists);
            LastBuild last = state.lastBuild(output);
            Hash inputs = Version.ofBuild(looks, messages);
            Optional<LastBuild.Outcome> same = last.find(inputs);
            if (same.isPresent()) {
                return nothingNew(output, same.get());
            }
            Threads threads = Threader.thread(messages, asked);
            memo.save();
            SitePlan plan = SitePlan.of(lists, messages, threads.threads(), options.pages());
            Accounts accounts = Accounts.of(messages, threads, plan);
            RememberingSink sink = state.remembering(looks, output);
            render(plan, mail, state, sink);
            stopOnProblems(sink.problems());
            Path site = options.outputDirectory();
            stopOnRemovals(
                    output.pending(new PermittedRemovals(messages, plan.permalinks(), site)));
            Published published = publish(output);
            sink.save(published.manifest());
            LastBuild.Outcome outcome = new LastBuild.Outcome(accounts.toBytes(), sink.problems());
            last.save(inputs, published.manifest(), outcome);
            return report(accounts, published, outcome.problems());
        }
    }

    /** The same mail and settings as in the last build: its site stands. */
    private GenerationReport nothingNew(SiteOutput output, LastBuild.Outcome outcome)
            throws IOException {
        stopOnProblems(outcome.problems());
        output.keepAll();
        return report(Accounts.fromBytes(outcome.report()), publish(output), outcome.problems());
    }

    private Published publish(SiteOutput output) throws IOException {
        return output.publish((done, total) -> progress.progress(Stage.PUBLISH, done, total));
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
            Accounts accounts, Published published, List<Problem> pageProblems) {
        List<Problem> problems = new ArrayList<>(readProblems);
        problems.addAll(pageProblems);
        return new GenerationReport(
                accounts.messagesIn(),
                accounts.shown(),
                accounts.variants(),
                accounts.duplicates(),
                accounts.leftOut(),
                accounts.threads(),
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
