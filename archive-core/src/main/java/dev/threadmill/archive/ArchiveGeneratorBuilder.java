package dev.threadmill.archive;

import dev.threadmill.archive.ArchiveOptions.ListOptions;
import dev.threadmill.archive.mail.AddressPolicy;
import dev.threadmill.archive.mail.Problem;
import dev.threadmill.archive.parse.DropRule;
import dev.threadmill.archive.site.PageKind;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collects the settings of a build, one method for each. What is not set has the default that the
 * Maven plugin has in a folder without a POM: mail from {@code mail}, the site in {@code
 * target/archive}, both below the current folder.
 */
public final class ArchiveGeneratorBuilder {

    private @Nullable Path source;
    private String listName = "";
    private final List<ListOptions> lists = new ArrayList<>();
    private Path outputDirectory = Path.of("target", "archive");
    private @Nullable Path stateDirectory;
    private Path templateDirectory = Path.of("templates");
    private @Nullable URI siteUrl;
    private String title = "Mailing lists";
    private String language = "en";
    private Set<PageKind> pages = EnumSet.allOf(PageKind.class);
    private AddressPolicy addresses = AddressPolicy.SHOW;
    private int workers = Runtime.getRuntime().availableProcessors();
    private Optional<Problem.Severity> failOn = Optional.of(Problem.Severity.ERROR);
    private final List<DropRule> drops = new ArrayList<>();
    private boolean respectNoArchive = true;
    private boolean allowRemovals;

    ArchiveGeneratorBuilder() {}

    /** The mail: one source, or a folder with one list per child. {@code mail} by default. */
    public ArchiveGeneratorBuilder source(Path source) {
        this.source = source;
        return this;
    }

    /** The name of the list, where the source is one list; by default its file or folder says. */
    public ArchiveGeneratorBuilder listName(String listName) {
        this.listName = listName;
        return this;
    }

    /**
     * One more list, after those added before. One without sources of its own describes the list of
     * that name in {@link #source}, if there is one.
     */
    public ArchiveGeneratorBuilder list(ListOptions list) {
        lists.add(list);
        return this;
    }

    /** Where the site is written. */
    public ArchiveGeneratorBuilder outputDirectory(Path outputDirectory) {
        this.outputDirectory = outputDirectory;
        return this;
    }

    /**
     * Where a build remembers what makes the next one short. By default a folder next to the
     * site's, named like it with {@code -state} at the end.
     */
    public ArchiveGeneratorBuilder stateDirectory(Path stateDirectory) {
        this.stateDirectory = stateDirectory;
        return this;
    }

    /** Where templates are that replace built-in ones of the same name. It need not exist. */
    public ArchiveGeneratorBuilder templateDirectory(Path templateDirectory) {
        this.templateDirectory = templateDirectory;
        return this;
    }

    /** Where the site will stand; feeds and canonical links are absolute only with it. */
    public ArchiveGeneratorBuilder siteUrl(URI siteUrl) {
        this.siteUrl = siteUrl;
        return this;
    }

    /** The heading of the home page. */
    public ArchiveGeneratorBuilder title(String title) {
        this.title = title;
        return this;
    }

    /** The language of the pages as BCP 47 writes it. */
    public ArchiveGeneratorBuilder language(String language) {
        this.language = language;
        return this;
    }

    /** The kinds of page to write; those that are not optional are written always. */
    public ArchiveGeneratorBuilder pages(Set<PageKind> pages) {
        this.pages = pages;
        return this;
    }

    /** How mail addresses are shown. */
    public ArchiveGeneratorBuilder addresses(AddressPolicy addresses) {
        this.addresses = addresses;
        return this;
    }

    /** How many threads work at once; by default as many as there are processors. */
    public ArchiveGeneratorBuilder workers(int workers) {
        this.workers = workers;
        return this;
    }

    /** The severity of problem from which nothing is published; empty for never. */
    public ArchiveGeneratorBuilder failOn(Optional<Problem.Severity> failOn) {
        this.failOn = failOn;
        return this;
    }

    /** One more rule for what is left out of the site; those before it are asked first. */
    public ArchiveGeneratorBuilder drop(DropRule rule) {
        drops.add(rule);
        return this;
    }

    /**
     * Whether messages are left out whose authors want them in no archive: those that say {@code
     * X-No-Archive: yes}, {@code X-Archive: no} or {@code Archive: no}. They are by default.
     */
    public ArchiveGeneratorBuilder respectNoArchive(boolean respectNoArchive) {
        this.respectNoArchive = respectNoArchive;
        return this;
    }

    /** Whether message pages of the last build may go without being named. */
    public ArchiveGeneratorBuilder allowRemovals(boolean allowRemovals) {
        this.allowRemovals = allowRemovals;
        return this;
    }

    /**
     * The settings as they stand.
     *
     * @throws IllegalArgumentException when they contradict each other
     */
    public ArchiveOptions options() {
        boolean named = lists.stream().anyMatch(list -> !list.sources().isEmpty());
        Optional<Path> mail =
                Optional.ofNullable(source == null && !named ? Path.of("mail") : source);
        Path state =
                stateDirectory != null
                        ? stateDirectory
                        : outputDirectory.resolveSibling(outputDirectory.getFileName() + "-state");
        return new ArchiveOptions(
                mail,
                listName,
                lists,
                outputDirectory,
                state,
                templateDirectory,
                Optional.ofNullable(siteUrl),
                title,
                language,
                pages,
                addresses,
                workers,
                failOn,
                drops,
                respectNoArchive,
                allowRemovals);
    }

    /**
     * A generator with these settings.
     *
     * @throws IllegalArgumentException when they contradict each other
     */
    public ArchiveGenerator build() {
        return new ArchiveGenerator(options());
    }
}
