package dev.threadmill.archive.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.TreeMap;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TreeFormatter;

/** Writes a real git repository, commit by commit. */
public final class TestInbox implements AutoCloseable {

    private final Repository repository;
    private final TreeMap<String, ObjectId> messages = new TreeMap<>();
    private ObjectId tip = ObjectId.zeroId();
    private String subject = "a message";

    public TestInbox(Path gitDir) throws IOException {
        repository = QuietJGit.open(gitDir, false);
        repository.create(true);
    }

    Repository repository() {
        return repository;
    }

    ObjectId tip() {
        return tip;
    }

    /** A commit of version 2 that adds a message. */
    public TestInbox add(String message, long time) throws IOException {
        return commit("m", message, time);
    }

    /** A commit of version 2 that removes a message. */
    public TestInbox remove(String message, long time) throws IOException {
        return commit("d", message, time);
    }

    TestInbox commit(String name, String content, long time) throws IOException {
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            TreeFormatter tree = new TreeFormatter();
            tree.append(
                    name,
                    FileMode.REGULAR_FILE,
                    inserter.insert(Constants.OBJ_BLOB, bytes(content)));
            commit(inserter, inserter.insert(tree), time);
        }
        return this;
    }

    /** What public-inbox-purge makes of the commit of a message: an empty file, and a note. */
    public TestInbox addPurged(String message, long time) throws IOException {
        ObjectId blob = new ObjectInserter.Formatter().idFor(Constants.OBJ_BLOB, bytes(message));
        subject = "purged " + blob.name() + "\n";
        commit("m", "", time);
        subject = "a message";
        return this;
    }

    /** A commit of version 1 that adds or changes a file. */
    TestInbox put(String path, String message, long time) throws IOException {
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            messages.put(path, inserter.insert(Constants.OBJ_BLOB, bytes(message)));
            commit(inserter, tree(inserter), time);
        }
        return this;
    }

    /** A commit of version 1 that deletes a file. */
    TestInbox delete(String path, long time) throws IOException {
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            messages.remove(path);
            commit(inserter, tree(inserter), time);
        }
        return this;
    }

    private ObjectId tree(ObjectInserter inserter) throws IOException {
        TreeFormatter root = new TreeFormatter();
        TreeFormatter folder = new TreeFormatter();
        String open = "";
        for (String path : messages.keySet()) {
            String name = path.substring(0, 2);
            if (!name.equals(open)) {
                if (!open.isEmpty()) {
                    root.append(open, FileMode.TREE, inserter.insert(folder));
                }
                folder = new TreeFormatter();
                open = name;
            }
            folder.append(path.substring(3), FileMode.REGULAR_FILE, messages.get(path));
        }
        if (!open.isEmpty()) {
            root.append(open, FileMode.TREE, inserter.insert(folder));
        }
        return inserter.insert(root);
    }

    private void commit(ObjectInserter inserter, ObjectId tree, long time) throws IOException {
        CommitBuilder commit = new CommitBuilder();
        commit.setTreeId(tree);
        if (!tip.equals(ObjectId.zeroId())) {
            commit.setParentId(tip);
        }
        commit.setAuthor(
                new PersonIdent(
                        "Ann", "ann@example.org", Instant.ofEpochSecond(1), ZoneOffset.UTC));
        commit.setCommitter(
                new PersonIdent(
                        "List",
                        "list@example.org",
                        Instant.ofEpochSecond(time),
                        ZoneOffset.ofHours(2)));
        commit.setMessage(subject);
        tip = inserter.insert(commit);
        inserter.flush();
        RefUpdate update = repository.updateRef(Constants.HEAD);
        update.setNewObjectId(tip);
        update.disableRefLog();
        update.forceUpdate();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        repository.close();
    }
}
