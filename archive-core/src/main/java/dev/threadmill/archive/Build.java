package dev.threadmill.archive;

import dev.threadmill.archive.ProgressListener.Stage;
import dev.threadmill.archive.body.BodyRenderer;
import dev.threadmill.archive.mail.AddressPolicy;
import dev.threadmill.archive.mail.MailingList;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.Problem;
import dev.threadmill.archive.output.Published;
import dev.threadmill.archive.output.Removals;
import dev.threadmill.archive.output.SiteOutput;
import dev.threadmill.archive.render.RedactedMail;
import dev.threadmill.archive.render.SiteFacts;
import dev.threadmill.archive.render.SiteRenderer;
import dev.threadmill.archive.site.ListPlan;
import dev.threadmill.archive.site.PlannedThread;
import dev.threadmill.archive.site.SitePlan;
import dev.threadmill.archive.state.ArchiveState;
import dev.threadmill.archive.thread.ThreadNode;
import dev.threadmill.archive.thread.Threader;
import dev.threadmill.archive.thread.Threads;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

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

    /** Messages that could not be laid out, in the order of their ids. */
    private final Set<Problem> layoutProblems =
            new ConcurrentSkipListSet<>(Comparator.comparing(Problem::toString));

    Build(ArchiveOptions options, ProgressListener progress) {
        this.options = options;
        this.progress = progress;
    }

    GenerationReport run() throws IOException {
        try (ArchiveState state = ArchiveState.open(options.stateDirectory());
                OpenMail mail = OpenMail.open(options, state, readProblems::add);
                SiteOutput output = SiteOutput.open(options.outputDirectory())) {
            List<List<Message>> read = mail.read(options.workers(), progress);
            stopOnProblems(readProblems);
            List<MailingList> facts = mail.facts(read);
            AddressPolicy addresses = options.addresses().publishing(facts);
            List<List<Message>> messages = addresses.messages(read);
            List<MailingList> lists = facts.stream().map(addresses::list).toList();
            Threads threads = Threader.thread(messages, mail);
            SitePlan plan =
                    SitePlan.of(lists, messages, threads.threads(), options.pages(), addresses);
            render(plan, addresses.holding(plan::holds), mail, state, output);
            List<Problem> problems = new ArrayList<>(readProblems);
            problems.addAll(mail.contentProblems());
            problems.addAll(layoutProblems);
            stopOnProblems(problems);
            Optional<String> change =
                    AddressChange.sentence(output.lastNamedIds(), options.addresses());
            stopOnRemovals(
                    output.pending(
                            new PermittedRemovals(
                                    messages, plan.permalinks(), options.outputDirectory())),
                    change);
            change.ifPresent(
                    sentence -> problems.add(Problem.warning("archive.addresses", sentence)));
            Published published =
                    output.publish((done, total) -> progress.progress(Stage.PUBLISH, done, total));
            return report(messages, threads, plan, published, problems);
        }
    }

    private void render(
            SitePlan plan,
            AddressPolicy addresses,
            OpenMail mail,
            ArchiveState state,
            SiteOutput output) {
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
                        new BodyRenderer(addresses, List.of(), layoutProblems::add),
                        addresses.isOpen() ? mail : new RedactedMail(mail, addresses),
                        options.templateDirectory(),
                        state,
                        output)) {
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

    private void stopOnRemovals(Removals removals, Optional<String> change) {
        if (change.isPresent() && !options.allowRemovals()) {
            throw new IllegalArgumentException(
                    "archive.addresses: "
                            + change.get()
                            + "; nothing was published. Set it as it was, or archive.allowRemovals=true");
        }
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
        Map<String, Long> leftOut =
                messages.stream()
                        .flatMap(List::stream)
                        .filter(Message::isLeftOut)
                        .collect(Collectors.groupingBy(Message::leftOut, Collectors.counting()));
        long left = leftOut.values().stream().mapToLong(Long::longValue).sum();
        if (in != shown + variants + duplicates + left) {
            throw new IllegalStateException(
                    "%d messages came in, but %d shown + %d variants + %d duplicates + %d left out are accounted for"
                            .formatted(in, shown, variants, duplicates, left));
        }
        return new GenerationReport(
                in,
                shown,
                variants,
                duplicates,
                leftOut,
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
