package dev.threadmill.maven;

import dev.threadmill.archive.ArchiveGeneratorBuilder;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** The settings that decide what the site shows and how; where its mail comes from is apart. */
abstract class SiteParameters extends AbstractMojo {

    /**
     * Templates and assets of your own. A file here is used instead of the built-in one of the same
     * name; the others stay. By default the folder {@code templates} next to the POM, where there
     * is one.
     *
     * @since 0.1.0
     */
    @Parameter(property = "archive.templateDirectory")
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
     * The host name of your own at which GitHub Pages should serve the site, like {@code
     * lists.example.org}: it is written to the file {@code CNAME}. Without it there is none. GitHub
     * reads it where it publishes a branch; where a workflow publishes, the name is set in the
     * settings of the repository, under Pages.
     *
     * @since 0.1.0
     */
    @Parameter(property = "archive.cname")
    @Nullable String cname;

    /**
     * The kinds of page to write, separated by commas: {@code message} (one page each), {@code
     * nested} and {@code flat} (a thread on one page), {@code raw} (each message as it came),
     * {@code mbox} (threads, months and whole lists to download), {@code feeds} (of lists, threads,
     * months and authors), {@code months} (and years), {@code authors} (everything each one wrote),
     * {@code subjects}, {@code stats} (how much was written when, and who wrote most). All of these
     * by default; the front pages are always written. To leave some out makes a large archive
     * small. {@code b4} is written only when it is named, and then together with those that are:
     * the mbox of each thread of up to 50 messages that holds a patch, at every one of its
     * messages, where b4 looks for it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "archive.pages")
    List<String> pages = new ArrayList<>();

    /**
     * How mail addresses are shown, in all that is written. {@code show}: as they are in the mail,
     * since replies need them. {@code mask}: {@code jane@…}, so that people know who it is and
     * nobody can write to them. {@code hide}: names alone. The posting addresses of the lists are
     * public and always shown.
     *
     * <p>Where addresses are masked or hidden, so are Message-IDs, since many hold one: a message
     * is addressed and shown by {@code ~} and a hash. Messages as they came, mboxes, HTML files and
     * other attachments than text are left out. To choose is to choose the addresses of the site: a
     * change later breaks every link to a message, and wants {@code archive.allowRemovals}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "archive.addresses", defaultValue = "show")
    String addresses = "show";

    /**
     * {@code redacted}: where addresses are masked or hidden, each message is handed on as a file
     * after all, decoded and without them, as plain text that says so in its first line; and mboxes
     * of such files.
     *
     * @since 0.1.0
     */
    @Parameter(property = "archive.raw")
    @Nullable String raw;

    /**
     * Where addresses are masked or hidden, authors have pages only with this: their names in
     * addresses are made of it and their mail address (HMAC-SHA-256), so that nobody can find out
     * who it is by trying. Any random text of 16 characters or more; keep it, since a new one gives
     * authors new addresses. It is written nowhere.
     *
     * @since 0.1.0
     */
    @Parameter(property = "archive.secret")
    @Nullable String secret;

    /**
     * What becomes a link in the text of mail, besides addresses of the web and Message-IDs. Each
     * {@code <linkRule>} has a {@code <pattern>}, a regular expression that matches within a line,
     * and a {@code <target>}, an address on the web in which {@code $1} to {@code $9} stand for
     * what the pattern's groups matched and {@code $0} for all of it:
     *
     * <pre>
     * &lt;linkRules>
     *   &lt;linkRule>
     *     &lt;pattern>bug #(\d+)&lt;/pattern>
     *     &lt;target>https://bugs.example.org/$1&lt;/target>
     *   &lt;/linkRule>
     *   &lt;linkRule>
     *     &lt;pattern>CVE-\d{4}-\d+&lt;/pattern>
     *     &lt;target>https://www.cve.org/CVERecord?id=$0&lt;/target>
     *   &lt;/linkRule>
     *   &lt;linkRule>
     *     &lt;pattern>\b[0-9a-f]{12,40}\b&lt;/pattern>
     *     &lt;target>https://git.example.org/commit/?id=$0&lt;/target>
     *   &lt;/linkRule>
     * &lt;/linkRules>
     * </pre>
     *
     * <p>Where two match at one place, the first one counts. A pattern that takes too long on some
     * message is given up there, and the report says so; it never stops a build.
     *
     * @since 0.1.0
     */
    @Parameter List<LinkRuleConfiguration> linkRules = new ArrayList<>();

    /**
     * Who is one person under several names and addresses: a file in the format of git's {@code
     * .mailmap}, with lines like {@code Ada Quill <ada@example.org> <ada@old.example.org>}. By
     * default {@code .mailmap} next to the POM, where there is one.
     *
     * @since 0.1.0
     */
    @Parameter(property = "archive.mailmap")
    @Nullable File mailmap;

    @Parameter(defaultValue = "${basedir}", readonly = true, required = true)
    File basedir;

    @Parameter(defaultValue = "${project}", readonly = true)
    MavenProject project;

    /** Sets what these parameters say. */
    final void applyTo(ArchiveGeneratorBuilder settings) {
        settings.language(language)
                .pages(Choices.pages(pages))
                .addresses(Choices.addresses(addresses, raw, secret));
        linkRules.stream().map(LinkRuleConfiguration::rule).forEach(settings::linkRule);
        settings.templateDirectory(templates());
        if (siteUrl != null) {
            settings.siteUrl(Choices.siteUrl(siteUrl));
        }
        if (title != null && !title.isBlank()) {
            settings.title(title);
        } else if (hasPom()) {
            settings.title(project.getName());
        }
        if (cname != null) {
            settings.cname(cname);
        }
        Path people = mailmap != null ? mailmap.toPath() : basedir.toPath().resolve(".mailmap");
        if (mailmap != null || Files.isRegularFile(people)) {
            settings.mailmap(people);
        }
    }

    private Path templates() {
        if (templateDirectory == null) {
            return basedir.toPath().resolve("templates");
        }
        if (!templateDirectory.exists()) {
            throw new IllegalArgumentException(
                    "archive.templateDirectory: there is no folder '%s'; correct the path, or create it"
                            .formatted(templateDirectory));
        }
        return templateDirectory.toPath();
    }

    /** Without a POM, Maven makes a project up. */
    final boolean hasPom() {
        return project.getFile() != null;
    }
}
