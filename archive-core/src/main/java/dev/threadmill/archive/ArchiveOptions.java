package dev.threadmill.archive;

import dev.threadmill.archive.body.LinkRule;
import dev.threadmill.archive.mail.AddressPolicy;
import dev.threadmill.archive.mail.Limits;
import dev.threadmill.archive.mail.Problem;
import dev.threadmill.archive.parse.DropRule;
import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.source.ReadingOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All settings of a build, checked. Made by {@link ArchiveGenerator#builder()}.
 *
 * @param source the mail, where no lists are named: one source, or a folder with one per list
 * @param listName the name of the list, where {@code source} is one list and its file does not say
 *     it; else empty
 * @param lists the lists, where they are named; their order decides which copy of a cross-posted
 *     message is canonical
 * @param templateDirectory templates that replace built-in ones of the same name; need not exist
 * @param siteUrl where the site will stand; absolute links (feeds, canonical) need it
 * @param cname the host name that GitHub Pages should serve the site at; else empty
 * @param pages the kinds to write; those that are not optional are always in, and mail as files is
 *     never where the policy does not hand it on
 * @param linkRules what becomes a link in the text of mail besides addresses of the web and
 *     Message-IDs; where two match at one place, the first one counts
 * @param mailmap says who is one person under several addresses, as git's file of that name does
 * @param failOn the severity of problem from which nothing is published; empty for never
 * @param reading how sources are read where looking at them does not tell
 * @param limits how much of a message is looked at
 * @param drops what is left out of the site
 * @param removals the file that says what was removed from the archive
 * @param expireAfterYears how many years older than the newest of its list a message may be; 0 for
 *     any number
 * @param respectNoArchive whether messages are left out whose authors want them in no archive
 * @param allowRemovals whether message pages of the last build may go without being named
 */
public record ArchiveOptions(
        Optional<Path> source,
        String listName,
        List<ListOptions> lists,
        Path outputDirectory,
        Path stateDirectory,
        Path templateDirectory,
        Optional<URI> siteUrl,
        String title,
        String language,
        String cname,
        Set<PageKind> pages,
        AddressPolicy addresses,
        List<LinkRule> linkRules,
        Optional<Path> mailmap,
        int workers,
        Optional<Problem.Severity> failOn,
        ReadingOptions reading,
        Limits limits,
        List<DropRule> drops,
        Optional<Path> removals,
        int expireAfterYears,
        boolean respectNoArchive,
        boolean allowRemovals) {

    public ArchiveOptions {
        lists = List.copyOf(lists);
        linkRules = List.copyOf(linkRules);
        drops = List.copyOf(drops);
        EnumSet<PageKind> kinds = EnumSet.complementOf(PageKind.optional());
        kinds.addAll(pages);
        if (!addresses.handsOnMail()) {
            kinds.removeAll(EnumSet.of(PageKind.RAW, PageKind.MBOX, PageKind.B4));
        }
        pages = Collections.unmodifiableSet(kinds);
        siteUrl = siteUrl.map(SettingRules::siteUrl);
        language = SettingRules.language(language);
        SettingRules.cname(cname);
        SettingRules.years(expireAfterYears);
        SettingRules.workers(workers);
    }

    /**
     * All that these settings say of how pages look, in words that differ when they do: everything
     * but where things are and what is in them, what of the mail is left out, how many workers
     * there are, and what is to stop a build.
     */
    String looks() {
        Path nowhere = Path.of("");
        return new ArchiveOptions(
                        Optional.empty(),
                        "",
                        List.of(),
                        nowhere,
                        nowhere,
                        nowhere,
                        siteUrl,
                        title,
                        language,
                        cname,
                        pages,
                        addresses,
                        linkRules,
                        Optional.empty(),
                        1,
                        Optional.empty(),
                        reading,
                        limits,
                        List.of(),
                        Optional.empty(),
                        0,
                        false,
                        false)
                .toString();
    }

    /**
     * A list as the settings describe it. Empty texts are filled from the mail's own List-*
     * headers.
     *
     * @param sources where its mail is, oldest first; none where it is to be found in the source
     * @param isExpected whether it is an error that its mail is nowhere; else it only describes the
     *     list, should there be one
     */
    public record ListOptions(
            String name,
            List<Path> sources,
            String address,
            String title,
            String description,
            boolean isExpected) {

        public ListOptions {
            sources = List.copyOf(sources);
        }

        /** A list that is expected to have mail. */
        public ListOptions(
                String name, List<Path> sources, String address, String title, String description) {
            this(name, sources, address, title, description, true);
        }

        ListOptions from(List<Path> found) {
            return new ListOptions(name, found, address, title, description, isExpected);
        }
    }
}
