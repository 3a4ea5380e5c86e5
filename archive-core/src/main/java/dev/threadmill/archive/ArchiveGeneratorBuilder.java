package dev.threadmill.archive;

import dev.threadmill.archive.ArchiveOptions.ListOptions;
import dev.threadmill.archive.body.LinkRule;
import dev.threadmill.archive.mail.AddressPolicy;
import dev.threadmill.archive.mail.Limits;
import dev.threadmill.archive.mail.Problem;
import dev.threadmill.archive.parse.DropRule;
import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.source.ReadingOptions;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
    private String cname = "";
    private Set<PageKind> pages = PageKind.usual();
    private AddressPolicy addresses = AddressPolicy.SHOW;
    private final List<LinkRule> linkRules = new ArrayList<>();
    private @Nullable Path mailmap;
    private int workers = Runtime.getRuntime().availableProcessors();
    private Optional<Problem.Severity> failOn = Optional.of(Problem.Severity.ERROR);
    private ReadingOptions reading = ReadingOptions.DEFAULT;
    private Limits limits = Limits.DEFAULT;
    private final List<DropRule> drops = new ArrayList<>();
    private @Nullable Path removals;
    private int expireAfterYears;
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
     * site's, named like it with {@code -state} at the end. Neither can stand in the other.
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

    /**
     * Where the site will stand, without a name or password; feeds and canonical links are absolute
     * only with it.
     */
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

    /** The host name that GitHub Pages should serve the site at, for its {@code CNAME} file. */
    public ArchiveGeneratorBuilder cname(String cname) {
        this.cname = cname;
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

    /**
     * One more rule for what becomes a link in the text of mail, after those added before: {@code
     * LinkRule.of("bug #(\\d+)", "https://bugs.example.org/$1")}.
     */
    public ArchiveGeneratorBuilder linkRule(LinkRule rule) {
        linkRules.add(rule);
        return this;
    }

    /**
     * A file in the format of git's {@code .mailmap} that says who is one person under several
     * names and addresses. By default {@code .mailmap} in the current folder, where there is one.
     */
    public ArchiveGeneratorBuilder mailmap(Path mailmap) {
        this.mailmap = mailmap;
        return this;
    }

    /** How many threads work at once, 1 to 1024; by default as many as there are processors. */
    public ArchiveGeneratorBuilder workers(int workers) {
        this.workers = workers;
        return this;
    }

    /** The severity of problem from which nothing is published; empty for never. */
    public ArchiveGeneratorBuilder failOn(Optional<Problem.Severity> failOn) {
        this.failOn = failOn;
        return this;
    }

    /** How sources are read where looking at them does not tell. */
    public ArchiveGeneratorBuilder reading(ReadingOptions reading) {
        this.reading = reading;
        return this;
    }

    /** How much of a message is looked at; by default more than people write. */
    public ArchiveGeneratorBuilder limits(Limits limits) {
        this.limits = limits;
        return this;
    }

    /** One more rule for what is left out of the site; those before it are asked first. */
    public ArchiveGeneratorBuilder drop(DropRule rule) {
        drops.add(rule);
        return this;
    }

    /**
     * A file that says which messages were removed from the archive, one removal a line: {@code
     * message <1234@example.org>}, {@code author jane@example.org} or {@code content sha256:…} (the
     * hash of the message's bytes), then the day, {@code 2026-03-01}, and for readers the reason.
     * Lines that begin with {@code #} are comments. A page without a word of the message stays at
     * its address. {@code noindex message <1234@example.org>} and {@code noindex list dev} remove
     * nothing, but keep search engines away. By default nothing is removed.
     */
    public ArchiveGeneratorBuilder removals(Path removals) {
        this.removals = removals;
        return this;
    }

    /**
     * How many years mail stays, counted from the tenth newest message of its list; what arrived
     * before is removed, with a page in its place. 0, the default, is for ever.
     */
    public ArchiveGeneratorBuilder expireAfterYears(int expireAfterYears) {
        this.expireAfterYears = expireAfterYears;
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
     * @throws IllegalArgumentException when one cannot be meant, or two contradict each other
     */
    public ArchiveOptions options() {
        boolean named = lists.stream().anyMatch(list -> !list.sources().isEmpty());
        Optional<Path> mail =
                Optional.ofNullable(source == null && !named ? Path.of("mail") : source);
        Path usual = Path.of(".mailmap");
        Optional<Path> people =
                Optional.ofNullable(
                        mailmap == null && Files.isRegularFile(usual) ? usual : mailmap);
        Path state =
                stateDirectory != null
                        ? stateDirectory
                        : outputDirectory.resolveSibling(outputDirectory.getFileName() + "-state");
        SettingRules.folders(outputDirectory, state);
        SettingRules.templates(templateDirectory);
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
                cname,
                pages,
                addresses,
                linkRules,
                people,
                workers,
                failOn,
                reading,
                limits,
                drops,
                Optional.ofNullable(removals),
                expireAfterYears,
                respectNoArchive,
                allowRemovals);
    }

    /**
     * A generator with these settings.
     *
     * @throws IllegalArgumentException when one cannot be meant, or two contradict each other
     */
    public ArchiveGenerator build() {
        return new ArchiveGenerator(options());
    }
}
