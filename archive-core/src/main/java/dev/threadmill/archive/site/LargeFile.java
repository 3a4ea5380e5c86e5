package dev.threadmill.archive.site;

import java.io.IOException;
import java.io.OutputStream;

/** The content of a file that is too large for memory: it can be had as often as it is wanted. */
public interface LargeFile {

    /** How many bytes it has. */
    long size();

    /** Writes all of it; does not close {@code out}. */
    void writeTo(OutputStream out) throws IOException;
}
