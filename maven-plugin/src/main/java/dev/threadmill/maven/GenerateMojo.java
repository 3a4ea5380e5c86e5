package dev.threadmill.maven;

import dev.threadmill.archive.ArchiveGenerator;
import dev.threadmill.archive.ArchiveGeneratorBuilder;
import dev.threadmill.archive.GenerationReport;
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
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Makes a static site of the mail of one or more mailing lists. A second run writes only what has
 * changed.
 *
 * <p>Mail that is broken does not stop it: it is shown as well as can be, and the summary names
 * what was wrong. It stops, and leaves the last site as it was, when the settings are wrong, when
 * mail may be missing ({@code archive.failOn}), or when messages of the last site are gone ({@code
 * archive.allowRemovals}).
 *
 * @since 0.1.0
 */
@Mojo(
        name = "generate",
        defaultPhase = LifecyclePhase.SITE,
        requiresProject = false,
        threadSafe = true)
public final class GenerateMojo extends AbstractMojo {

    /**
     * The mail: one mbox ({@code .mbox}, {@code .mbox.gz}), or a folder. A folder whose files are
     * all named by period ({@code 2024-01.mbox}) is one list; in any other folder each file and
     * each folder is a list, named like it without its ending, in lower case. By default the folder
     * {@code mail} next to the POM; where a module has none, there is nothing to do.
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
     * <name>} and may have {@code <sources>} (files and folders, oldest first), {@code <address>},
     * {@code <title>} and {@code <description>}. What is missing is taken from the entry of that
     * name in the POM's {@code <mailingLists>} ({@code <post>} is the address), then from the mail
     * itself. The order counts: a message that several lists hold belongs to the first of them.
     *
     * @since 0.1.0
     */
    @Parameter List<ListConfiguration> lists = new ArrayList<>();

    /**
     * Where the site is written: {@code target/archive} by default. A folder that holds anything
     * and was not written by this plugin is refused.
     *
     * @since 0.1.0
     */
    @Parameter(property = "archive.outputDirectory")
    @Nullable File outputDirectory;

    /**
     * Where a build keeps its lock and its temporary files: {@code target/archive-state} by
     * default. Compressed mail is inflated there while it runs, so leave it some room. It may be
     * deleted between builds.
     *
     * @since 0.1.0
     */
    @Parameter(property = "archive.stateDirectory")
    @Nullable File stateDirectory;

    /**
     * Templates and assets of your own. A file here is used instead of the built-in one of the same
     * name; the others stay. The folder need not exist.
     *
     * @since 0.1.0
     */
    @Parameter(property = "archive.templateDirectory", defaultValue = "${basedir}/templates")
    @Nullable File templateDirectory;

    /**
     * Where the site will stand, like {@code https://example.org/archive/}. Links inside the site
     * are relative and need no such address; feeds and canonical links do, and are left out or are
     * poorer without it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "archive.siteUrl")
    @Nullable String siteUrl;

    /**
     * The heading of the home page: the name of the project by default.
     *
     * @since 0.1.0
     */
    @Parameter(property = "archive.title")
    @Nullable String title;

    /**
     * The language of the pages, as HTML names it: {@code en}, {@code pt-BR}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "archive.language", defaultValue = "en")
    String language = "en";

    /**
     * The kinds of page to write, separated by commas: {@code message} (one page each), {@code
     * nested} and {@code flat} (a thread on one page), {@code raw} (each message as it came),
     * {@code mbox} (threads to download), {@code feeds}, {@code months}. All of them by default;
     * the front pages are always written. To leave some out makes a large archive small.
     *
     * @since 0.1.0
     */
    @Parameter(property = "archive.pages")
    List<String> pages = new ArrayList<>();

    /**
     * How mail addresses are shown. {@code show}: as they are in the mail, since replies need them.
     *
     * @since 0.1.0
     */
    @Parameter(property = "archive.addresses", defaultValue = "show")
    String addresses = "show";

    /**
     * How many threads work at once: as many as there are processors by default. It changes the
     * time, not the site.
     *
     * @since 0.1.0
     */
    @Parameter(property = "archive.workers")
    @Nullable Integer workers;

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
     * What is left out of the site. Each {@code <drop>} has conditions, all of which a message must
     * meet: {@code <messageId>}; {@code <header>} with {@code <matches>}, a regular expression that
     * is looked for in the fields of that name; {@code <from>}, an address or {@code @} and a host;
     * {@code <before>} and {@code <since>}, days like {@code 2001-12-31} by which it was sent (UTC);
     * {@code <largerThan>}, bytes, or {@code 500kB}, {@code 10MB}. Its {@code <name>} stands in the
     * summary with the number of messages it left out. Their pages may go without {@code
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
     * Whether a message is left out whose author wants it in no archive: one that says {@code
     * X-No-Archive: yes}, {@code X-Archive: no} or {@code Archive: no}. Public archives keep to that,
     * so it is the default; the summary says how many there were.
     *
     * @since 0.1.0
     */
    @Parameter(property = "archive.respectNoArchive", defaultValue = "true")
    boolean respectNoArchive = true;

    /**
     * Whether messages of the last site may go. Without it a run that no longer finds them fails
     * and leaves the site as it was, since a cut source must not delete an archive. Messages that
     * {@code drops} names, or that a public-inbox has removed itself, may go without it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "archive.allowRemovals", defaultValue = "false")
    boolean allowRemovals;

    /**
     * Does nothing at all.
     *
     * @since 0.1.0
     */
    @Parameter(property = "archive.skip", defaultValue = "false")
    boolean skip;

    @Parameter(defaultValue = "${basedir}", readonly = true, required = true)
    File basedir;

    @Parameter(defaultValue = "${project}", readonly = true)
    MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    MavenSession session;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Skipped, as archive.skip says");
            return;
        }
        try {
            Optional<String> absent = absentMail();
            if (absent.isPresent() && hasPom() && !project.isExecutionRoot()) {
                getLog().info(absent.get());
                return;
            }
            if (absent.isPresent()) {
                throw new MojoFailureException(absent.get());
            }
            generate(settings().build());
        } catch (IllegalArgumentException e) {
            throw new MojoFailureException(e.getMessage(), e);
        } catch (UncheckedIOException e) {
            throw new MojoExecutionException("The disk failed: " + e.getCause(), e);
        } catch (IOException e) {
            throw new MojoExecutionException("The disk failed: " + e, e);
        }
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
                        .language(language)
                        .pages(Choices.pages(pages))
                        .addresses(Choices.addresses(addresses))
                        .failOn(Choices.failOn(failOn))
                        .respectNoArchive(respectNoArchive)
                        .allowRemovals(allowRemovals);
        ListSettings.merge(lists, hasPom() ? project.getMailingLists() : List.of())
                .forEach(settings::list);
        drops.forEach(drop -> settings.drop(drop.rule()));
        if (source != null || !listsHaveSources()) {
            settings.source(mail());
        }
        if (list != null) {
            settings.listName(list);
        }
        if (templateDirectory != null) {
            settings.templateDirectory(templateDirectory.toPath());
        }
        if (siteUrl != null) {
            settings.siteUrl(Choices.siteUrl(siteUrl));
        }
        if (title != null || hasPom()) {
            settings.title(title != null ? title : project.getName());
        }
        if (workers != null) {
            settings.workers(workers);
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
        if (summary.warnings().isEmpty() && !report.problems().isEmpty()) {
            getLog().info(summary.counts());
        }
        report.problems().forEach(problem -> getLog().debug(problem.toString()));
    }

    private boolean listsHaveSources() {
        return lists.stream().anyMatch(one -> !one.sources.isEmpty());
    }

    private Path mail() {
        return source != null ? source.toPath() : basedir.toPath().resolve("mail");
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

    /** Without a POM, Maven makes a project up. */
    private boolean hasPom() {
        return project.getFile() != null;
    }
}
