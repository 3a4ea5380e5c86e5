package dev.threadmill.archive.source;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.jgit.lib.ObjectId;

/**
 * What stands in a git bundle before its pack (gitformat-bundle).
 *
 * @param prerequisite a commit that the reader must have already; empty in a complete bundle
 * @param tip the commit of HEAD, or of the first branch; empty without one
 */
record BundleHeader(String prerequisite, String tip) {

    private static final int LONGEST_LINE = 10_000;
    private static final int ID = 40;

    /** Whether these first bytes of a file are those of a bundle. */
    static boolean startsBundle(byte[] head) {
        String start = new String(head, 0, Math.min(head.length, 16), StandardCharsets.ISO_8859_1);
        return start.equals("# v2 git bundle\n") || start.equals("# v3 git bundle\n");
    }

    /** Reads the header; the stream stands at the pack then. */
    static BundleHeader read(InputStream in) throws IOException {
        String prerequisite = "";
        String head = "";
        String branch = "";
        line(in);
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.startsWith("-")) {
                prerequisite = line.substring(1);
            } else if (!line.startsWith("@")) { // a capability of version 3
                int reference = line.indexOf(' ') + 1;
                if (reference != ID + 1 || !ObjectId.isId(line.substring(0, ID))) {
                    throw new IOException("'" + line + "' is no line of a bundle's header");
                }
                String id = line.substring(0, ID);
                head = line.startsWith("HEAD", reference) ? id : head;
                boolean first = branch.isEmpty() && line.startsWith("refs/heads/", reference);
                branch = first ? id : branch;
            }
        }
        return new BundleHeader(prerequisite, head.isEmpty() ? branch : head);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0 || line.size() > LONGEST_LINE) {
                throw new EOFException("the file ends within a bundle's header");
            }
            line.write(b);
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}
