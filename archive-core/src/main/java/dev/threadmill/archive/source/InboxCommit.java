package dev.threadmill.archive.source;

import java.io.IOException;
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
 */
record InboxCommit(ObjectId tree, List<ObjectId> parents, int time) {

    private static final int ID = 40;
    private static final int TREE = "tree ".length();
    private static final byte[] PARENT = Constants.encodeASCII("parent ");

    static InboxCommit read(ObjectReader reader, AnyObjectId id) throws IOException {
        byte[] raw = reader.open(id, Constants.OBJ_COMMIT).getCachedBytes();
        List<ObjectId> parents = new ArrayList<>(1);
        int line = TREE + ID + 1;
        while (RawParseUtils.match(raw, line, PARENT) >= 0) {
            parents.add(ObjectId.fromString(raw, line + PARENT.length));
            line += PARENT.length + ID + 1;
        }
        return new InboxCommit(ObjectId.fromString(raw, TREE), parents, committed(raw));
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
