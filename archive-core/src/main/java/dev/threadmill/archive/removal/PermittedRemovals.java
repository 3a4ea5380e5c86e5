package dev.threadmill.archive.removal;

import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.Origin;
import dev.threadmill.archive.site.Permalinks;
import dev.threadmill.archive.site.SitePath;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which message pages of the published site may go without being asked for: those of the messages
 * that a rule leaves out, and of those that their source took back.
 *
 * <p>Of a message that was purged from a public-inbox only the name of its git object is left. Its
 * published {@code raw} file says which page it had: there are its bytes, and so that name. Where
 * the site has no such file, nothing tells, and the page is asked for like any other.
 */
public final class PermittedRemovals implements Predicate<SitePath> {

    private final Path site;
    private final Set<String> files = new HashSet<>();
    private final Set<String> purged = new HashSet<>();

    /**
     * Looks for what is left out.
     *
     * @param messages by list, all of them
     * @param site where the last build stands
     */
    public PermittedRemovals(List<List<Message>> messages, Permalinks permalinks, Path site) {
        this.site = site;
        for (List<Message> list : messages) {
            for (Message message : list) {
                if (message.leftOut().equals(Message.PURGED)) {
                    purged.add(((Origin.Blob) message.origin()).objectId());
                } else if (message.isLeftOut()) {
                    files.add(permalinks.message(message.list(), message.id()).file());
                }
            }
        }
    }

    @Override
    public boolean test(SitePath page) {
        if (files.contains(page.file())) {
            return true;
        }
        if (purged.isEmpty()) {
            return false;
        }
        Path raw = site.resolve(page.file()).resolveSibling("raw");
        List<Set<String>> blobs = PublishedRaw.blobs(raw);
        return !blobs.isEmpty()
                && blobs.stream().allMatch(names -> names.stream().anyMatch(purged::contains));
    }
}
