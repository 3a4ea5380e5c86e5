package dev.threadmill.archive;

import dev.threadmill.archive.ProgressListener.Stage;
import dev.threadmill.archive.body.BodyRenderer;
import dev.threadmill.archive.mail.Account;
import dev.threadmill.archive.mail.AddressPolicy;
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
import dev.threadmill.archive.thread.ThreadNode;
import dev.threadmill.archive.thread.Threader;
import dev.threadmill.archive.thread.Threads;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
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
            List<List<Message>> read = mail.read(options.workers(), progress);
            List<String> names = mail.names();
            if (tooGrave().isPresent()) {
                stop(tooGrave().get(), state, Accounts.of(names, read, Optional.empty(), problems));
            }
            List<MailingList> facts = mail.facts(read);
            AddressPolicy addresses = options.addresses().publishing(facts);
            List<List<Message>> messages = addresses.messages(read);
            List<MailingList> lists = facts.stream().map(addresses::list).toList();
            Threads threads = Threader.thread(messages, mail);
            SitePlan plan =
                    SitePlan.of(
                            lists,
                            messages,
                            threads.threads(),
                            options.pages(),
                            addresses,
                            mailmap);
            render(plan, addresses.holding(plan::holds), mail, state, output);
            List<Account> accounts = Accounts.of(names, messages, Optional.of(threads), problems);
            Removals removals = pending(messages, plan, output);
            Optional<String> change = AddressChange.sentence(output.lastNamedIds(), addresses);
            Optional<String> reason = tooGrave().or(() -> tooManyGone(removals, change));
            if (reason.isPresent()) {
                stop(reason.get(), state, accounts);
            }
            notices(change);
            Path file = state.write(accounts);
            Published published =
                    output.publish((done, total) -> progress.progress(Stage.PUBLISH, done, total));
            return report(messages, threads, plan, published, accounts, file);
        }
    }

    private Removals pending(List<List<Message>> messages, SitePlan plan, SiteOutput output)
            throws IOException {
        return output.pending(
                new PermittedRemovals(messages, plan.permalinks(), options.outputDirectory()));
    }

    /** What whoever runs it should know, though nothing is wrong with the mail. */
    private void notices(Optional<String> change) {
        change.ifPresent(c -> problems.addLayout(Problem.warning("archive.addresses", c)));
        if (options.pages().contains(PageKind.AUTHORS) && !options.addresses().namesAuthors()) {
            String sentence =
                    "authors have no pages where addresses are not shown; set archive.secret for them";
            problems.addLayout(Problem.info("archive.addresses", sentence));
        }
    }

    private void stop(String reason, ArchiveState state, List<Account> accounts)
            throws IOException {
        throw new StoppedByProblems(reason, problems.all(), state.write(accounts));
    }

    private void render(
            SitePlan plan,
            AddressPolicy addresses,
            OpenMail mail,
            ArchiveState state,
            SiteOutput output)
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
                        new BodyRenderer(addresses, options.linkRules(), problems::addLayout),
                        addresses.isOpen() ? mail : new RedactedMail(mail, addresses),
                        options.templateDirectory(),
                        state,
                        output)) {
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
    private Optional<String> tooGrave() {
        if (options.failOn().isEmpty()) {
            return Optional.empty();
        }
        Problem.Severity limit = options.failOn().get();
        List<Problem> grave =
                problems.all().stream().filter(p -> p.severity().compareTo(limit) >= 0).toList();
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
            List<List<Message>> messages,
            Threads threads,
            SitePlan plan,
            Published published,
            List<Account> accounts,
            Path problemsFile) {
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
                problems.all(),
                accounts,
                problemsFile,
                options.outputDirectory());
    }

    /** From the jar's manifest; a build out of class files has none. */
    private static String version() {
        String version = Build.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
