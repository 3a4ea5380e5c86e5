package dev.threadmill.archive.output;

import dev.threadmill.archive.site.LargeFile;
import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.site.SitePath;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The files that one page or thread is made of: what is written through it goes to the output and
 * is remembered. Not for several threads at once.
 */
public final class FileGroup {

    private final SiteOutput output;
    private int[] files = new int[4];
    private int size;

    FileGroup(SiteOutput output) {
        this.output = output;
    }

    /** Writes a file of the group. */
    public void write(SitePath path, PageKind kind, ByteBuffer content) {
        add(output.take(path, kind, content));
    }

    /** Writes a large file of the group. */
    public void write(SitePath path, PageKind kind, LargeFile content) {
        add(output.take(path, kind, content));
    }

    void add(int file) {
        if (size == files.length) {
            files = Arrays.copyOf(files, Growth.of(size, size + 1));
        }
        files[size++] = file;
    }

    /**
     * Where the files stand in the manifest of the build, once that is published: what {@link
     * SiteOutput#keep(int[])} of the next one wants.
     */
    public int[] lines() {
        int[] lines = new int[size];
        for (int i = 0; i < size; i++) {
            lines[i] = output.line(files[i]);
        }
        return lines;
    }
}
