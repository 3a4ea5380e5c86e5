package dev.threadmill.archive.source;

import dev.threadmill.archive.mail.Problem;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

/** Walks the history of one epoch from its newest commit to its oldest. */
final class InboxWalk {

    private final InboxEpoch epoch;
    private final ObjectReader reader;
    private final Consumer<Problem> problems;
    private final Unreadable unreadable;
    private final InboxLog log = new InboxLog();
    private final CanonicalTreeParser entries = new CanonicalTreeParser();

    private InboxWalk(
            InboxEpoch epoch,
            ObjectReader reader,
            Unreadable unreadable,
            Consumer<Problem> problems) {
        this.epoch = epoch;
        this.reader = reader;
        this.unreadable = unreadable;
        this.problems = problems;
    }

    static InboxLog log(InboxEpoch epoch, Unreadable unreadable, Consumer<Problem> problems)
            throws IOException {
        try (ObjectReader reader = epoch.repository().newObjectReader()) {
            InboxWalk walk = new InboxWalk(epoch, reader, unreadable, problems);
            walk.walk(null);
            return walk.log;
        }
    }

    /** The part of the history behind a commit; empty where that is no part of it. */
    static Optional<InboxLog> logSince(
            ObjectId since, InboxEpoch epoch, Unreadable unreadable, Consumer<Problem> problems)
            throws IOException {
        try (ObjectReader reader = epoch.repository().newObjectReader()) {
            InboxWalk walk = new InboxWalk(epoch, reader, unreadable, problems);
            return walk.walk(since) ? Optional.of(walk.log) : Optional.empty();
        }
    }

    /** Returns whether it met the commit at which it was to stop. */
    private boolean walk(@Nullable ObjectId stop) throws IOException {
        Set<ObjectId> shallow = epoch.repository().getObjectDatabase().getShallowCommits();
        ObjectId id = epoch.tip();
        InboxCommit commit = commit(id);
        Entry entry = entry(commit);
        while (commit != null) {
            if (id.equals(stop)) {
                return true;
            }
            ObjectId parentId = null;
            if (shallow.contains(id)) {
                problems.accept(
                        Problem.warning(
                                epoch.place(),
                                "the clone is shallow, it begins with commit %s; older mail is not there: 'git fetch --unshallow' gets it"
                                        .formatted(id.name())));
            } else if (!commit.parents().isEmpty()) {
                parentId = commit.parents().get(0);
            }
            if (commit.parents().size() > 1) {
                problems.accept(
                        Problem.error(
                                epoch.place(),
                                "commit %s is a merge, which no inbox has; only the history of its first parent was read"
                                        .formatted(id.name())));
            }
            InboxCommit parent = parentId == null ? null : commit(parentId);
            Entry before = entry(parent);
            if (epoch.layout() == InboxLayout.V1) {
                logDifference(commit, parent);
            } else if (entry != null && commit.isPurge(entry.blob())) {
                logPurge(commit, entry);
            } else if (entry != null && !entry.equals(before)) {
                log.add(entry.blob(), commit.time(), entry.removal());
            }
            id = parentId == null ? id : parentId;
            commit = parent;
            entry = before;
        }
        return false;
    }

    /** The one file that a commit of a v2 inbox holds. */
    private record Entry(ObjectId blob, boolean removal) {}

    private @Nullable InboxCommit commit(ObjectId id) throws IOException {
        try {
            return InboxCommit.read(reader, id);
        } catch (MissingObjectException | CorruptObjectException e) {
            unreadable.add(id, "the commits before it");
            return null;
        }
    }

    private @Nullable Entry entry(@Nullable InboxCommit commit) throws IOException {
        if (commit == null || epoch.layout() != InboxLayout.V2) {
            return null;
        }
        try {
            entries.reset(reader, commit.tree());
        } catch (MissingObjectException | CorruptObjectException e) {
            unreadable.add(commit.tree(), "its message");
            return null;
        }
        Entry removed = null;
        for (; !entries.eof(); entries.next(1)) {
            if (entries.getEntryPathLength() == 1) {
                byte name = entries.getEntryPathBuffer()[0];
                if (name == 'm') {
                    return new Entry(entries.getEntryObjectId(), false);
                }
                if (name == 'd') {
                    removed = new Entry(entries.getEntryObjectId(), true);
                }
            }
        }
        return removed;
    }

    /** The commit of a removal has its message purged, too; that is no second one. */
    private void logPurge(InboxCommit commit, Entry entry) {
        if (!entry.removal()) {
            commit.purged().forEach(blob -> log.addPurged(blob, commit.time()));
        }
    }

    private void logDifference(InboxCommit commit, @Nullable InboxCommit parent)
            throws IOException {
        try (TreeWalk difference = new TreeWalk(reader)) {
            difference.setRecursive(true);
            difference.setFilter(TreeFilter.ANY_DIFF);
            if (parent == null) {
                difference.addTree(new EmptyTreeIterator());
            } else {
                difference.addTree(parent.tree());
            }
            difference.addTree(commit.tree());
            while (difference.next()) {
                if (!InboxLayout.isMessage(difference.getPathString())) {
                    continue;
                }
                ObjectId before = difference.getObjectId(0);
                ObjectId after = difference.getObjectId(1);
                if (!after.equals(ObjectId.zeroId())) {
                    log.add(after, commit.time(), false);
                }
                if (!before.equals(ObjectId.zeroId())) {
                    log.add(before, commit.time(), true);
                }
            }
        } catch (MissingObjectException | CorruptObjectException e) {
            unreadable.add(commit.tree(), "its message");
        }
    }
}
