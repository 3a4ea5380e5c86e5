package dev.threadmill.maven;

import dev.threadmill.archive.ArchiveGenerator;
import dev.threadmill.archive.ArchiveGeneratorBuilder;
import dev.threadmill.archive.GenerationReport;
import dev.threadmill.archive.StoppedByProblems;
import dev.threadmill.archive.mail.Problem;
import dev.threadmill.archive.source.ReadingOptions;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Makes a static site of the mail of one or more mailing lists. A second run writes only what has
 * changed.
 *
 * <p>Mail that is broken does not stop it: it is shown as well as can be, the summary names what
 * was wrong, and {@code problems.jsonl} in the state folder says it message by message. It stops,
 * and leaves the last site as it was, when the settings are wrong, when mail may be missing ({@code
 * archive.failOn}), or when messages of the last site are gone ({@code archive.allowRemovals}).
 *
 * @since 0.1.0
 */
@Mojo(
        name = "generate",
        defaultPhase = LifecyclePhase.PACKAGE,
        requiresProject = false,
        threadSafe = true)
public final class GenerateMojo extends SiteParameters {

    /**
     * The mail: a store of it, recognised by its content (an mbox or Pipermail text, also {@code
     * .gz} and {@code .xz}; Maildir, MH, {@code .eml} files, public-inbox git or a bundle of it),
     * or a folder of such stores. A folder whose files are all named by period ({@code
     * 2024-01.mbox}) is one list; in any other folder each file and each folder is a list, named
     * like it without its ending, in lower case. By default the folder {@code mail} next to the
     * POM; where a module has none, there is nothing to do.
     *
     * @since 0.1.0
     */
    @Parameter(property = "archive.source")
    @Nullable File source;

    /**
     * The name of the list, where the source is one list and is not named like it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "archive.list")
    @Nullable String list;

    /**
     * The lists, where the source alone does not say enough. Each {@code <list>} has a {@code
     * <name>} and may have {@code <sources>} (files and folders, oldest first; of a message that
     * several of them hold, the richer copy stays), {@code <address>}, {@code <title>} and {@code
     * <description>}. What is missing is taken from the entry of that name in the POM's {@code
     * <mailingLists>} ({@code <post>} is the address), then from the mail itself. The order counts:
     * a message that several lists hold belongs to the first of them.
     *
     * @since 0.1.0
     */
    @Parameter List<ListConfiguration> lists = new ArrayList<>();

    /**
     * Where the site is written: {@code target/archive} by default. A folder that holds anything
     * and was not written by this plugin is refused, and so is one in a folder of mail.
     *
     * @since 0.1.0
     */
    @Parameter(property = "archive.outputDirectory")
    @Nullable File outputDirectory;

    /**
     * Where a build keeps its lock, its temporary files and {@code problems.jsonl}, which says what
     * was wrong with which message: {@code target/archive-state} by default. Compressed mail is
     * inflated there while it runs, so leave it some room. It may be deleted between builds, so the
     * site cannot stand in it, nor it in the site.
     *
     * @since 0.1.0
     */
    @Parameter(property = "archive.stateDirectory")
    @Nullable File stateDirectory;

    /**
     * How many threads work at once, 1 to 1024: as many as there are processors by default. It
     * changes the time, not the site.
     *
     * @since 0.1.0
     */
    @Parameter(property = "archive.workers")
    @Nullable String workers;

    /**
     * From which severity of problem on nothing is published and the build fails. {@code error}:
     * mail may be missing, because a source ended early or is partly unreadable. {@code warning}:
     * also when something had to be guessed or cut. {@code never}: publish whatever could be read.
     *
     * @since 0.1.0
     */
    @Parameter(property = "archive.failOn", defaultValue = "error")
    String failOn = "error";

    /**
     * What tells the messages of an mbox apart. {@code mboxrd}: From lines, for nearly all mail,
     * mboxo and Pipermail's text among it. {@code mboxcl} and {@code mboxcl2}: the {@code
     * Content-Length} of each message, as Solaris and some servers wrote it; in mboxcl2 no line is
     * quoted. Where a length leads to no From line, the From lines count again.
     *
     * @since 0.1.0
     */
    @Parameter(property = "archive.mboxFormat", defaultValue = "mboxrd")
    String mboxFormat = "mboxrd";

    /**
     * How much a compressed file may hold, in bytes or like {@code 20GB}. By default 50 times its
     * own size, and a gigabyte at least: more is no mail, and could fill the disk. What is behind
     * counts as missing ({@code archive.failOn}).
     *
     * @since 0.1.0
     */
    @Parameter(property = "archive.inflateLimit")
    @Nullable String inflateLimit;

    /**
     * How much of a message is looked at, where that is not to be as usual: {@code <headerSize>}
     * (1MB), {@code <headerFields>} (2000), {@code <references>} to other messages (1000), {@code
     * <parts>} (1000), {@code <partDepth>} of parts inside each other (50), {@code <partSize>} of
     * one part, such as a file, as it was sent (64MB), and {@code <text>} of it that is shown, in
     * characters (8388608). What is beyond is left out of the page, with a note and a line in the
     * report; the message as it came keeps it.
     *
     * <pre>{@code
     * <limits><partSize>10MB</partSize><text>500000</text></limits>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter LimitsConfiguration limits = new LimitsConfiguration();

    /**
     * What is left out of the site. Each {@code <drop>} has conditions, all of which a message must
     * meet: {@code <messageId>}; {@code <header>} with {@code <matches>}, a regular expression that
     * is looked for in the fields of that name; {@code <from>}, an address or {@code @} and a host;
     * {@code <before>} and {@code <since>}, days like {@code 2001-12-31} by which it was sent
     * (UTC); {@code <largerThan>}, bytes, or {@code 500kB}, {@code 10MB}. Its {@code <name>} stands
     * in the summary with the number of messages it left out. Their pages may go without {@code
     * archive.allowRemovals}.
     *
     * <pre>{@code
     * <drops>
     *   <drop><name>spam</name><header>X-Spam-Flag</header><matches>^YES</matches></drop>
     *   <drop><messageId>20010101.1234@example.org</messageId></drop>
     * </drops>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter List<DropConfiguration> drops = new ArrayList<>();

    /**
     * A file in UTF-8 that says what was removed from the archive, one removal a line: what, the
     * day, and for readers the reason. {@code message} names it by its Message-ID, or by the {@code
     * ~…} that stands for that in its page's address; {@code author} by the address it came from;
     * {@code content} by the SHA-256 of the message as it came, which {@code sed '1d; s/^>\(>*From
     * \)/\1/' raw | sha256sum} gives of its {@code raw} file. Lines that begin with {@code #} are
     * comments.
     *
     * <pre>{@code
     * # asked for by their author
     * message <20240301.1234@example.org>  2026-03-01  Its author wished so.
     * author jane@example.org  2026-03-01
     * content sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08  2026-03-02  A password.
     * }</pre>
     *
     * <p>A line {@code noindex message <20240302.7@example.org>} or {@code noindex list dev}
     * removes nothing: it asks search engines to pass over the pages of the message and its thread,
     * or of the list, and keeps them out of the sitemaps.
     *
     * <p>Nothing of a removed message is left in the site, its subject and sender neither, in
     * whichever list holds a copy. At its address a page stays that says the day and the reason,
     * and replies keep their place below it. What others quote of it is their mail: the report
     * names the pages. Without the line the next run brings the message back. Files go without
     * {@code archive.allowRemovals}; who hosts the site may keep old copies of them, and its git
     * history.
     *
     * @since 0.1.0
     */
    @Parameter(property = "archive.removals")
    @Nullable File removals;

    /**
     * How many years mail stays in the site: for ever by default, or with 0. What arrived more than
     * these before the tenth newest message of its list is removed, and a page stays that says so.
     * The mail says what is new, not the clock, so that the same mail gives the same site; nine
     * messages do not count, in case their dates are wrong. So a list of fewer than ten keeps all.
     *
     * @since 0.1.0
     */
    @Parameter(property = "archive.expireAfterYears", defaultValue = "0")
    String expireAfterYears = "0";

    /**
     * Whether a message is left out whose author wants it in no archive: one that says {@code
     * X-No-Archive: yes}, {@code X-Archive: no} or {@code Archive: no}. Public archives keep to
     * that, so it is the default; the summary says how many there were.
     *
     * @since 0.1.0
     */
    @Parameter(property = "archive.respectNoArchive", defaultValue = "true")
    String respectNoArchive = "true";

    /**
     * Whether messages of the last site may go. Without it a run that no longer finds them fails
     * and leaves the site as it was, since a cut source must not delete an archive. Messages that
     * {@code drops} or {@code archive.removals} name, or that a public-inbox has removed itself,
     * may go without it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "archive.allowRemovals", defaultValue = "false")
    String allowRemovals = "false";

    /**
     * Does nothing at all.
     *
     * @since 0.1.0
     */
    @Parameter(property = "archive.skip", defaultValue = "false")
    String skip = "false";

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    MojoExecution execution;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        try {
            if (Choices.yes("archive.skip", skip)) {
                getLog().info("Skipped, as archive.skip says");
                return;
            }
            SettingNames.check(execution, session.getUserProperties(), project);
            Optional<String> absent = absentMail();
            if (absent.isPresent() && hasPom() && isOneOfSeveral()) {
                getLog().info(absent.get());
                return;
            }
            if (absent.isPresent()) {
                throw new MojoFailureException(absent.get());
            }
            generate(settings().build());
        } catch (StoppedByProblems e) {
            tell(new ProblemSummary(e.problems(), e.problemsFile()));
            throw new MojoFailureException(e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            // Maven would print behind our sentence what its causes say.
            getLog().debug(e);
            throw new MojoFailureException(e.getMessage());
        } catch (UncheckedIOException e) {
            throw new MojoExecutionException("The disk failed: " + e.getCause(), e);
        } catch (IOException e) {
            throw new MojoExecutionException("The disk failed: " + e, e);
        }
    }

    /** Whether it is a module, or the root of some that have mail. */
    private boolean isOneOfSeveral() {
        return !project.isExecutionRoot()
                || session.getProjects().stream()
                        .anyMatch(module -> Files.exists(usualMail(module.getBasedir().toPath())));
    }

    /** What to say when there is nothing to read, because nobody said where the mail is. */
    Optional<String> absentMail() {
        Path mail = mail();
        return source != null || listsHaveSources() || Files.exists(mail)
                ? Optional.empty()
                : Optional.of(
                        "There is no mail: '%s' does not exist; put mboxes there or say where they are with archive.source"
                                .formatted(mail));
    }

    /** The parameters as core takes them. */
    ArchiveGeneratorBuilder settings() {
        ArchiveGeneratorBuilder settings =
                ArchiveGenerator.builder()
                        .outputDirectory(orBuilt(outputDirectory, "archive"))
                        .stateDirectory(orBuilt(stateDirectory, "archive-state"))
                        .failOn(Choices.failOn(failOn))
                        .reading(
                                new ReadingOptions(
                                        Choices.mboxForm(mboxFormat),
                                        inflateLimit == null
                                                ? 0
                                                : Choices.bytes(
                                                        "archive.inflateLimit", inflateLimit)))
                        .limits(limits.limits())
                        .expireAfterYears(
                                Choices.number("archive.expireAfterYears", expireAfterYears))
                        .respectNoArchive(Choices.yes("archive.respectNoArchive", respectNoArchive))
                        .allowRemovals(Choices.yes("archive.allowRemovals", allowRemovals));
        ListSettings.merge(lists, hasPom() ? project.getMailingLists() : List.of())
                .forEach(settings::list);
        applyTo(settings);
        drops.forEach(drop -> settings.drop(drop.rule()));
        if (source != null || !listsHaveSources()) {
            settings.source(mail());
        }
        if (list != null) {
            settings.listName(list);
        }
        if (removals != null) {
            settings.removals(removals.toPath());
        }
        if (workers != null) {
            settings.workers(Choices.number("archive.workers", workers));
        }
        return settings;
    }

    private void generate(ArchiveGenerator generator) throws IOException {
        long began = System.nanoTime();
        GenerationReport report;
        try (Progress progress = Progress.in(session, getLog())) {
            report = generator.generate(progress);
        }
        Summary summary = new Summary(report);
        summary.lines(Duration.ofNanos(System.nanoTime() - began)).forEach(getLog()::info);
        summary.warnings().forEach(getLog()::warn);
        report.remarks().forEach(this::tell);
        tell(new ProblemSummary(report.problems(), report.problemsFile()));
        report.problems().forEach(problem -> getLog().debug(problem.toString()));
    }

    private void tell(Problem remark) {
        if (remark.severity() == Problem.Severity.INFO) {
            getLog().info(remark.toString());
        } else {
            getLog().warn(remark.toString());
        }
    }

    private void tell(ProblemSummary problems) {
        problems.lines().forEach(problems.isSerious() ? getLog()::warn : getLog()::info);
    }

    private boolean listsHaveSources() {
        return lists.stream().anyMatch(one -> !one.sources.isEmpty());
    }

    private Path mail() {
        return source != null ? source.toPath() : usualMail(basedir.toPath());
    }

    private static Path usualMail(Path basedir) {
        return basedir.resolve("mail");
    }

    private Path orBuilt(@Nullable File chosen, String name) {
        if (chosen != null) {
            return chosen.toPath();
        }
        Path build =
                hasPom()
                        ? Path.of(project.getBuild().getDirectory())
                        : basedir.toPath().resolve("target");
        return build.resolve(name);
    }
}
