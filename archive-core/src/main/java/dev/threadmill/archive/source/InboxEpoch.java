package dev.threadmill.archive.source;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;

/**
 * One repository of a public-inbox.
 *
 * @param tip its newest commit
 */
record InboxEpoch(String place, Repository repository, ObjectId tip, InboxLayout layout)
        implements Closeable {

    /** The git folder of {@code folder}: itself when it is bare, else its {@code .git}. */
    static Optional<Path> gitDir(Path folder) {
        for (Path candidate : List.of(folder, folder.resolve(".git"))) {
            if (Files.isRegularFile(candidate.resolve("HEAD"))
                    && Files.isDirectory(candidate.resolve("objects"))) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** Opens the repository; empty when it has no commit or holds no mail. */
    static Optional<InboxEpoch> open(Path gitDir, String place) throws IOException {
        Repository repository = QuietJGit.open(gitDir, true);
        Optional<InboxEpoch> epoch = Optional.empty();
        try {
            Optional<ObjectId> tip = tip(repository);
            if (tip.isPresent()) {
                epoch = of(repository, tip.get(), place);
            }
        } finally {
            if (epoch.isEmpty()) {
                repository.close();
            }
        }
        return epoch;
    }

    static Optional<InboxEpoch> of(Repository repository, ObjectId tip, String place)
            throws IOException {
        try (ObjectReader reader = repository.newObjectReader()) {
            InboxCommit newest = InboxCommit.read(reader, tip);
            InboxLayout layout = InboxLayout.of(reader, newest.tree());
            return layout == InboxLayout.NONE
                    ? Optional.empty()
                    : Optional.of(new InboxEpoch(place, repository, tip, layout));
        } catch (MissingObjectException | CorruptObjectException e) {
            throw new IllegalArgumentException(
                    "%s: the repository's newest commit '%s' cannot be read (%s); fetch the repository anew"
                            .formatted(place, tip.name(), e.getMessage()),
                    e);
        }
    }

    /** HEAD; in a mirror whose HEAD names no branch, the only one there is. */
    private static Optional<ObjectId> tip(Repository repository) throws IOException {
        ObjectId head = repository.resolve("HEAD");
        if (head != null) {
            return Optional.of(head);
        }
        List<Ref> branches = repository.getRefDatabase().getRefsByPrefix("refs/heads/");
        return branches.size() == 1
                ? Optional.ofNullable(branches.get(0).getObjectId())
                : Optional.empty();
    }

    @Override
    public void close() {
        repository.close();
    }
}
