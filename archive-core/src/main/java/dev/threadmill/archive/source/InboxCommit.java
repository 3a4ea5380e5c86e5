package dev.threadmill.archive.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.util.RawParseUtils;

/**
 * What the walk wants of a commit. (A {@code RevWalk} would keep an object for each commit, and
 * give up one commit early where history is broken.)
 *
 * @param time when it was committed, in unsigned seconds since 1970; 0 if it does not say
 * @param purged the blobs that public-inbox-purge took out of this commit, if the message of the
 *     commit says so; its file is empty then (any mail may have such words as its subject)
 */
record InboxCommit(ObjectId tree, List<ObjectId> parents, int time, List<ObjectId> purged) {

    private static final ObjectId EMPTY =
            ObjectId.fromString("e69de29bb2d1d6434b8b29ae775ad8c2e48c5391");
    private static final int ID = 40;
    private static final int TREE = "tree ".length();
    private static final byte[] PARENT = Constants.encodeASCII("parent ");
    private static final byte[] PURGED = Constants.encodeASCII("purged ");

    static InboxCommit read(ObjectReader reader, AnyObjectId id) throws IOException {
        byte[] raw = reader.open(id, Constants.OBJ_COMMIT).getCachedBytes();
        List<ObjectId> parents = new ArrayList<>(1);
        int line = TREE + ID + 1;
        while (RawParseUtils.match(raw, line, PARENT) >= 0) {
            parents.add(ObjectId.fromString(raw, line + PARENT.length));
            line += PARENT.length + ID + 1;
        }
        return new InboxCommit(
                ObjectId.fromString(raw, TREE), parents, committed(raw), purged(raw));
    }

    /** Whether public-inbox-purge made the file of this commit, {@code blob}, empty. */
    boolean isPurge(ObjectId blob) {
        return !purged.isEmpty() && blob.equals(EMPTY);
    }

    /** {@code purged 1234… 5678…}, on one line. */
    private static List<ObjectId> purged(byte[] raw) {
        int message = RawParseUtils.commitMessage(raw, 0);
        if (message < 0 || RawParseUtils.match(raw, message, PURGED) < 0) {
            return List.of();
        }
        List<ObjectId> purged = new ArrayList<>(1);
        int at = message + PURGED.length;
        while (at + ID <= raw.length) {
            String id = new String(raw, at, ID, StandardCharsets.ISO_8859_1);
            if (!ObjectId.isId(id)) {
                break;
            }
            purged.add(ObjectId.fromString(id));
            at += ID + 1;
        }
        return purged;
    }

    /** {@code committer Name <address> 1610000000 +0000}. */
    private static int committed(byte[] raw) {
        int from = RawParseUtils.committer(raw, 0);
        if (from < 0) {
            return 0;
        }
        int lineEnd = FromLine.lineEnd(raw, from, raw.length);
        int at = lineEnd;
        while (at > from && raw[at - 1] != '>') {
            at--;
        }
        long time = RawParseUtils.parseLongBase10(raw, at, null);
        return at == from || time < 0 || time > 0xFFFF_FFFFL ? 0 : (int) time;
    }
}
