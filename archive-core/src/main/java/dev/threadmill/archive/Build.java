package dev.threadmill.archive;

import dev.threadmill.archive.ProgressListener.Stage;
import dev.threadmill.archive.body.BodyRenderer;
import dev.threadmill.archive.mail.AddressPolicy;
import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.mail.MailingList;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.Problem;
import dev.threadmill.archive.output.Published;
import dev.threadmill.archive.output.Removals;
import dev.threadmill.archive.output.SiteOutput;
import dev.threadmill.archive.render.AttachedFile;
import dev.threadmill.archive.render.RedactedMail;
import dev.threadmill.archive.render.SiteFacts;
import dev.threadmill.archive.render.SiteRenderer;
import dev.threadmill.archive.site.ListPlan;
import dev.threadmill.archive.site.Mailmap;
import dev.threadmill.archive.site.PageKind;
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
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** One run, from mail to the published site. */
final class Build {

    /**
     * Threads from this size on are begun first, so that none is left for one worker at the end.
     */
    private static final int LARGE = 1000;

    private final ArchiveOptions options;
    private final ProgressListener progress;

    private final Problems problems = new Problems();

    Build(ArchiveOptions options, ProgressListener progress) {
        this.options = options;
        this.progress = progress;
    }

    GenerationReport run() throws IOException {
        try (ArchiveState state = ArchiveState.open(options.stateDirectory());
                OpenMail mail = OpenMail.open(options, state, problems);
                SiteOutput output = SiteOutput.open(options.outputDirectory())) {
            Mailmap mailmap = MailmapFile.read(options.mailmap());
            RemovedMail removed = new RemovedMail(RemovalsFile.read(options.removals()));
            Version version = Version.ofThisProgram();
            SkeletonCache known = state.skeletons(version.ofMail(options));
            List<List<Message>> all = mail.read(known, options.workers(), progress);
            List<String> names = mail.names();
            Optional<String> unreadable = tooGrave(problems.all());
            if (unreadable.isPresent()) {
                throw new StoppedByProblems(
                        unreadable.get(),
                        problems.all(),
                        state.write(Accounts.of(names, all, Optional.empty(), problems)));
            }
            Memo memo = state.memo(version.ofMail(options));
            MessageMemo asked = mail.memo(memo);
            List<List<Message>> read =
                    new Expiry(options.expireAfterYears())
                            .from(removed.from(names, all, asked, problems));
            List<MailingList> facts = mail.facts(read, asked);
            LastBuild last = state.lastBuild(output);
            String looks = version.ofPages(options, facts) + removed.unindexedLists();
            Hash inputs = Version.ofBuild(looks + removed.settings(), read, problems.read());
            Optional<LastBuild.Outcome> same = last.find(inputs);
            if (same.isPresent()) {
                return nothingNew(state, output, same.get());
            }
            AddressPolicy addresses = options.addresses().publishing(facts);
            List<List<Message>> messages = addresses.messages(read);
            List<MailingList> lists = facts.stream().map(addresses::list).toList();
            Threads threads = Threader.thread(messages, asked);
            SitePlan plan =
                    SitePlan.of(
                            lists,
                            messages,
                            threads.threads(),
                            options.pages(),
                            addresses,
                            mailmap,
                            removed.unindexed().shownBy(addresses));
            new Quotations(plan, asked).report(problems);
            if (!problems.anyVanished()) {
                memo.save();
            }
            Counts counts = Counts.of(messages, threads, plan);
            // Which ids are held decides how hidden text reads, so all of it is made again.
            String pages = addresses.isOpen() ? looks : looks + inputs;
            RememberingSink sink =
                    state.remembering(pages, output, problems::add, problems::addLayout);
            render(plan, addresses.holding(plan::holds), mail, state, sink);
            Optional<String> change = AddressChange.sentence(output.lastNamedIds(), addresses);
            Removals removals = pending(messages, plan, output);
            nameNoAuthors();
            LastBuild.Outcome outcome =
                    new LastBuild.Outcome(
                            counts.toBytes(),
                            problems.all(),
                            Accounts.of(names, messages, Optional.of(threads), problems));
            Optional<String> reason =
                    tooGrave(outcome.problems()).or(() -> tooManyGone(removals, change));
            if (reason.isPresent()) {
                throw new StoppedByProblems(
                        reason.get(), outcome.problems(), state.write(outcome.accounts()));
            }
            Path file = state.write(outcome.accounts());
            Published published = publish(output);
            if (!problems.anyVanished()) {
                sink.save(published.manifest());
                last.save(inputs, published.manifest(), outcome);
            }
            change.ifPresent(c -> problems.addLayout(Problem.warning("archive.addresses", c)));
            return report(counts, published, outcome.with(problems.all()), file);
        }
    }

    /** The same mail and settings as in the last build: its site stands. */
    private GenerationReport nothingNew(
            ArchiveState state, SiteOutput output, LastBuild.Outcome outcome) throws IOException {
        Optional<String> reason = tooGrave(outcome.problems());
        if (reason.isPresent()) {
            throw new StoppedByProblems(
                    reason.get(), outcome.problems(), state.write(outcome.accounts()));
        }
        output.keepAll();
        Path file = state.write(outcome.accounts());
        return report(Counts.fromBytes(outcome.report()), publish(output), outcome, file);
    }

    private Published publish(SiteOutput output) throws IOException {
        return output.publish((done, total) -> progress.progress(Stage.PUBLISH, done, total));
    }

    private Removals pending(List<List<Message>> messages, SitePlan plan, SiteOutput output)
            throws IOException {
        return output.pending(
                new PermittedRemovals(messages, plan.permalinks(), options.outputDirectory()));
    }

    /** What whoever runs it should know, though nothing is wrong with the mail. */
    private void nameNoAuthors() {
        if (options.pages().contains(PageKind.AUTHORS) && !options.addresses().namesAuthors()) {
            String sentence =
                    "authors have no pages where addresses are not shown; set archive.secret for them";
            problems.addLayout(Problem.info("archive.addresses", sentence));
        }
    }

    private void render(
            SitePlan plan,
            AddressPolicy addresses,
            OpenMail mail,
            ArchiveState state,
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
                        addresses.isOpen()
                                ? mail.loader(sink::problems)
                                : new RedactedMail(mail.loader(sink::problems), addresses),
                        options.templateDirectory(),
                        state,
                        sink)) {
            List<Queue<AttachedFile>> files = renderThreads(plan, renderer);
            for (ListPlan list : plan.lists()) {
                renderList(list, files.get(list.index()), renderer);
            }
            renderer.renderSite();
        }
    }

    /** The months come first: the whole mail of a list is put together of theirs. */
    private void renderList(ListPlan list, Queue<AttachedFile> files, SiteRenderer renderer) {
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

    /** Renders all threads; returns the files that came with their messages, by list. */
    private List<Queue<AttachedFile>> renderThreads(SitePlan plan, SiteRenderer renderer) {
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

    /** Why the mail is too bad to be published, if it is. */
    private Optional<String> tooGrave(List<Problem> problems) {
        if (options.failOn().isEmpty()) {
            return Optional.empty();
        }
        Problem.Severity limit = options.failOn().get();
        List<Problem> grave =
                problems.stream().filter(p -> p.severity().compareTo(limit) >= 0).toList();
        return grave.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "%s%s; nothing was published. Mend it, or set archive.failOn=never to publish what could be read"
                                .formatted(
                                        grave.get(0),
                                        grave.size() == 1
                                                ? ""
                                                : " (and %d more problems)"
                                                        .formatted(grave.size() - 1)));
    }

    /** Why the mail is too little to be published, if it is. */
    private Optional<String> tooManyGone(Removals removals, Optional<String> change) {
        if (change.isPresent() && !options.allowRemovals()) {
            return Optional.of(
                    "archive.addresses: "
                            + change.get()
                            + "; nothing was published. Set it as it was, or archive.allowRemovals=true");
        }
        return removals.messages() == 0 || options.allowRemovals()
                ? Optional.empty()
                : Optional.of(
                        "%d message page%s of the published site would go, %s for one, since no source holds that mail any more; nothing was published. Bring the mail back, or set archive.allowRemovals=true"
                                .formatted(
                                        removals.messages(),
                                        removals.messages() == 1 ? "" : "s",
                                        removals.examples().get(0)));
    }

    private GenerationReport report(
            Counts counts, Published published, LastBuild.Outcome outcome, Path problemsFile) {
        return new GenerationReport(
                counts.messagesIn(),
                counts.shown(),
                counts.variants(),
                counts.duplicates(),
                counts.leftOut(),
                counts.threads(),
                published.files(),
                published.bytes(),
                published.written(),
                published.removed(),
                outcome.problems(),
                outcome.accounts(),
                problemsFile,
                options.outputDirectory());
    }

    /** From the jar's manifest; a build out of class files has none. */
    private static String version() {
        String version = Build.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
