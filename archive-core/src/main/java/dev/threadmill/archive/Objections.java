package dev.threadmill.archive;

import dev.threadmill.archive.mail.Problem;
import dev.threadmill.archive.output.Removals;
import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.site.SitePath;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Why a build is not to be published, each in a sentence with its remedy: its mail is too bad, or
 * the published site would lose what nobody asked to be taken away.
 */
final class Objections {

    private final Optional<Problem.Severity> failOn;
    private final boolean allowRemovals;
    private final boolean writesMessages;

    Objections(ArchiveOptions options) {
        this.writesMessages = options.pages().contains(PageKind.MESSAGE);
        this.failOn = options.failOn();
        this.allowRemovals = options.allowRemovals();
    }

    /** Where the mail has a problem that is too grave. */
    Optional<String> toMail(List<Problem> problems) {
        if (failOn.isEmpty()) {
            return Optional.empty();
        }
        Problem.Severity limit = failOn.get();
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
                                                : " (and %s more problems)"
                                                        .formatted(grave.size() - 1)));
    }

    /**
     * Where messages would lose their pages, or all of them their addresses.
     *
     * @param change what becomes of the addresses, if anything
     * @param folders those of the lists that the site would have
     */
    Optional<String> toLoss(Removals removals, Optional<String> change, Set<String> folders) {
        if (allowRemovals) {
            return Optional.empty();
        }
        if (change.isPresent()) {
            return Optional.of(
                    "archive.addresses: "
                            + change.get()
                            + "; nothing was published. Set it as it was, or archive.allowRemovals=true");
        }
        return removals.first()
                .map(
                        first ->
                                "%s message page%s of the published site would go, %s for one, since %s, or set archive.allowRemovals=true"
                                        .formatted(
                                                removals.messages(),
                                                removals.messages() == 1 ? "" : "s",
                                                first,
                                                cause(first, folders)));
    }

    /** Why a page would go, and what to do about it. */
    private String cause(SitePath page, Set<String> folders) {
        if (!writesMessages) {
            return "archive.pages does not name them any more; nothing was published. Add 'message' to it";
        }
        String folder = page.file().substring(0, page.file().indexOf('/'));
        if (!folders.contains(folder)) {
            return "there is no list '%s' any more; nothing was published. Give the list that name again, or bring its mail back"
                    .formatted(folder);
        }
        return "no source holds that mail any more; nothing was published. Bring the mail back";
    }
}
