package dev.threadmill.archive.source;

import java.io.IOException;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/** How a repository holds mail, by the tree of its newest commit. */
enum InboxLayout {
    /** Each commit holds one file: {@code m} is a message that came, {@code d} one that went. */
    V2,
    /** Files {@code 12/34…}, named by the SHA-1 of the Message-ID; those of HEAD are the mail. */
    V1,
    /** No mail. */
    NONE;

    static InboxLayout of(ObjectReader reader, ObjectId tree) throws IOException {
        CanonicalTreeParser entries = new CanonicalTreeParser(null, reader, tree);
        InboxLayout layout = NONE;
        for (; !entries.eof(); entries.next()) {
            String name = entries.getEntryPathString();
            if (name.equals("m") || name.equals("d")) {
                return V2;
            }
            if (FileMode.TREE.equals(entries.getEntryRawMode()) && name.matches("[0-9a-f]{2}")) {
                layout = V1;
            }
        }
        return layout;
    }

    /** Whether a file of a v1 inbox holds a message. */
    static boolean isMessage(String path) {
        return path.length() == 41 && path.charAt(2) == '/' && isHex(path);
    }

    private static boolean isHex(String path) {
        return path.chars().allMatch(c -> c == '/' || Character.digit(c, 16) >= 0);
    }
}
