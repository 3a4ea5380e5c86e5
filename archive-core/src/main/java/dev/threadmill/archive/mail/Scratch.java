package dev.threadmill.archive.mail;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Temporary files, gone when the build is. */
public interface Scratch {

    /**
     * Copies {@code content} to its end into a temporary file of its own.
     *
     * @param name helps people to recognise the file; need not be unique
     */
    Path store(String name, InputStream content) throws IOException;

    /** An empty file to put aside what memory should not hold. */
    Spool spool(String name) throws IOException;

    /** Bytes put aside, to be read again by their position. Not for several threads at once. */
    interface Spool extends Closeable {

        /**
         * Appends bytes.
         *
         * @return the position at which they stand
         */
        long append(byte[] bytes, int offset, int length) throws IOException;

        /** The {@code length} bytes that stand at {@code position}. */
        byte[] read(long position, int length) throws IOException;
    }
}
