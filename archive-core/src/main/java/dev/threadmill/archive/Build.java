package dev.threadmill.archive;

import dev.threadmill.archive.ProgressListener.Stage;
import dev.threadmill.archive.mail.Account;
import dev.threadmill.archive.mail.AddressPolicy;
import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.mail.MailingList;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.Problem;
import dev.threadmill.archive.output.Published;
import dev.threadmill.archive.output.Removals;
import dev.threadmill.archive.output.SiteOutput;
import dev.threadmill.archive.removal.Expiry;
import dev.threadmill.archive.removal.LaterRemovals;
import dev.threadmill.archive.removal.PermittedRemovals;
import dev.threadmill.archive.removal.Quotations;
import dev.threadmill.archive.removal.RemovedMail;
import dev.threadmill.archive.render.SiteRenderer;
import dev.threadmill.archive.site.Mailmap;
import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.site.SitePlan;
import dev.threadmill.archive.site.Unindexed;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One run, from mail to the published site. */
final class Build {

    private final ArchiveOptions options;
    private final ProgressListener progress;
    private final Problems problems;
    private final Objections objections;
    private final ArchiveState state;
    private final OpenMail mail;
    private final SiteOutput output;

    private Build(
            ArchiveOptions options,
            ProgressListener progress,
            Problems problems,
            ArchiveState state,
            OpenMail mail,
            SiteOutput output) {
        this.options = options;
        this.progress = progress;
        this.problems = problems;
        this.objections = new Objections(options);
        this.state = state;
        this.mail = mail;
        this.output = output;
    }

    /** Holds the folders and the sources for as long as the run takes. */
    static GenerationReport run(ArchiveOptions options, ProgressListener progress)
            throws IOException {
        Problems problems = new Problems();
        try (ArchiveState state = ArchiveState.open(options.stateDirectory());
                OpenMail mail = OpenMail.open(options, state, problems);
                SiteOutput output = SiteOutput.open(options.outputDirectory())) {
            return new Build(options, progress, problems, state, mail, output).run();
        }
    }

    private GenerationReport run() throws IOException {
        Version version = Version.ofThisProgram();
        Memo memo = state.memo(version.ofMail(options));
        MessageMemo asked = mail.memo(memo);
        Intake intake = take(asked, version);
        LastBuild last = state.lastBuild(output);
        Optional<LastBuild.Outcome> same = last.find(intake.inputs());
        if (same.isPresent() && output.keepAll()) {
            return nothingNew(same.get(), intake);
        }
        AddressPolicy addresses = options.addresses().publishing(intake.facts());
        List<List<Message>> messages = addresses.messages(intake.messages());
        Threads threads = Threader.thread(messages, asked);
        SitePlan plan = plan(intake, messages, threads, addresses);
        new Quotations(plan, asked).report(problems::add);
        Counts counts = Counts.of(messages, threads, plan);
        RememberingSink sink = render(plan, addresses, asked, intake.looks());
        if (!problems.anyVanished()) {
            memo.save();
        }
        LastBuild.Outcome outcome =
                new LastBuild.Outcome(
                        counts.toBytes(),
                        problems.all(),
                        Accounts.of(mail.names(), messages, Optional.of(threads), problems));
        Optional<String> change = AddressChange.sentence(output.lastNamedIds(), addresses);
        refuse(outcome, pending(messages, plan), change, intake.folders());
        Optional<Problem> lost = change.isPresent() ? Optional.empty() : lostPages();
        mail.awaitMemory();
        Path file = state.write(outcome.accounts());
        Published published = publish();
        if (!problems.anyVanished()) {
            sink.save(published.manifest());
            last.save(intake.inputs(), published.manifest(), outcome);
        }
        List<Problem> remarks = remarks(intake, change, published);
        lost.ifPresent(remarks::add);
        return report(counts, published, outcome, file, remarks);
    }

    /** Pages that are only not asked for go without a question, so it is said which. */
    private Optional<Problem> lostPages() {
        Set<PageKind> lost = new TreeSet<>(output.lostKinds());
        lost.retainAll(PageKind.optional());
        lost.removeAll(options.pages());
        if (lost.isEmpty()) {
            return Optional.empty();
        }
        String kinds = lost.stream().map(PageKind::word).collect(Collectors.joining(", "));
        return Optional.of(
                Problem.warning(
                        "archive.pages",
                        "it leaves out %s, which the last site had; these pages are gone"
                                .formatted(kinds)));
    }

    /** Has all pages made, but for those that the last build made of the same. */
    private RememberingSink render(
            SitePlan plan, AddressPolicy addresses, MessageMemo asked, String version)
            throws IOException {
        RememberingSink sink =
                state.remembering(version, output, problems::add, problems::addLayout);
        new Rendering(options, progress)
                .render(
                        plan,
                        addresses,
                        mail.loader(sink::problems),
                        state,
                        (message, find) -> asked.summary(message, version, find),
                        sink);
        return sink;
    }

    /** Stops a build that is not to be published. */
    private void refuse(
            LastBuild.Outcome outcome,
            Removals removals,
            Optional<String> change,
            Set<String> folders)
            throws IOException {
        Optional<String> objection =
                objections
                        .toMail(outcome.problems())
                        .or(() -> objections.toLoss(removals, change, folders));
        if (objection.isPresent()) {
            throw stopped(objection.get(), outcome.problems(), outcome.accounts());
        }
    }

    /**
     * What this build has to go by; files of settings are read before the mail, since a fault in
     * one stops at once.
     *
     * @param messages by list, with tombstones for those that are removed or too old
     * @param looks the version of all that decides how pages look, whichever mail they show
     * @param inputs the version of all that decides what the build comes to
     * @param unmet lines of the file of removals that meet no message
     */
    private record Intake(
            List<List<Message>> messages,
            List<MailingList> facts,
            Unindexed unindexed,
            Mailmap mailmap,
            String looks,
            Hash inputs,
            List<Problem> unmet) {

        Set<String> folders() {
            return facts.stream().map(MailingList::folder).collect(Collectors.toSet());
        }
    }

    private Intake take(MessageMemo asked, Version version) throws IOException {
        SettingsFile people = SettingsFile.read("archive.mailmap", options.mailmap());
        Mailmap mailmap = Mailmap.parse(people.place(), people.lines());
        SettingsFile removals = SettingsFile.read("archive.removals", options.removals());
        RemovedMail removed = RemovedMail.parse(removals.place(), removals.lines());
        SiteRenderer.checkTemplates(options.templateDirectory());
        SkeletonCache known = state.skeletons(version.ofMail(options));
        List<List<Message>> all =
                mail.read(known, options.workers(), progress).stream()
                        .map(LaterRemovals::applied)
                        .toList();
        List<String> names = mail.names();
        Optional<String> unreadable = objections.toMail(problems.all());
        if (unreadable.isPresent()) {
            List<Account> accounts = Accounts.of(names, all, Optional.empty(), problems);
            throw stopped(unreadable.get(), problems.all(), accounts);
        }
        List<Problem> unmet = new ArrayList<>();
        RemovedMail.Marked marked = removed.from(names, all, asked, unmet::add);
        Expiry expiry = new Expiry(options.expireAfterYears());
        List<List<Message>> messages = expiry.from(marked.messages());
        List<MailingList> facts = mail.facts(messages, asked);
        String looks = version.ofPages(options, facts) + new TreeSet<>(marked.unindexed().lists());
        Hash inputs = Version.ofBuild(looks + removed.settings(), messages, problems.read());
        return new Intake(messages, facts, marked.unindexed(), mailmap, looks, inputs, unmet);
    }

    private SitePlan plan(
            Intake intake, List<List<Message>> messages, Threads threads, AddressPolicy addresses) {
        return SitePlan.of(
                intake.facts().stream().map(addresses::list).toList(),
                messages,
                threads.threads(),
                options.pages(),
                addresses,
                intake.mailmap(),
                intake.unindexed().shownBy(addresses));
    }

    /** The same mail and settings as in the last build: its site stands. */
    private GenerationReport nothingNew(LastBuild.Outcome outcome, Intake intake)
            throws IOException {
        Optional<String> objection = objections.toMail(outcome.problems());
        if (objection.isPresent()) {
            throw stopped(objection.get(), outcome.problems(), outcome.accounts());
        }
        Path file = state.write(outcome.accounts());
        Published published = publish();
        List<Problem> remarks = remarks(intake, Optional.empty(), published);
        return report(Counts.fromBytes(outcome.report()), published, outcome, file, remarks);
    }

    /** What stops a build, once it is on record what became of its messages. */
    private StoppedByProblems stopped(String objection, List<Problem> found, List<Account> accounts)
            throws IOException {
        return new StoppedByProblems(objection, found, state.write(accounts));
    }

    private Published publish() throws IOException {
        return output.publish((done, total) -> progress.progress(Stage.PUBLISH, done, total));
    }

    private Removals pending(List<List<Message>> messages, SitePlan plan) throws IOException {
        return output.pending(
                new PermittedRemovals(messages, plan.permalinks(), options.outputDirectory()));
    }

    /** What whoever runs it should know, though nothing is wrong with the mail. */
    private List<Problem> remarks(Intake intake, Optional<String> change, Published published) {
        List<Problem> remarks = new ArrayList<>(intake.unmet());
        if (options.pages().contains(PageKind.AUTHORS) && !options.addresses().namesAuthors()) {
            String sentence =
                    "authors have no pages where addresses are not shown; set archive.secret for them";
            remarks.add(Problem.info("archive.addresses", sentence));
        }
        change.ifPresent(c -> remarks.add(Problem.warning("archive.addresses", c)));
        for (String amiss : published.remarks()) {
            remarks.add(Problem.warning("archive.outputDirectory", amiss));
        }
        return remarks;
    }

    private GenerationReport report(
            Counts counts,
            Published published,
            LastBuild.Outcome outcome,
            Path problemsFile,
            List<Problem> remarks) {
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
                remarks,
                outcome.accounts(),
                problemsFile,
                options.outputDirectory());
    }
}
