package dev.threadmill.archive.output;

import dev.threadmill.archive.site.LargeFile;
import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.site.SitePath;
import dev.threadmill.archive.site.SiteSink;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The files that one page or thread is made of: what is written through it goes to the output and
 * is remembered. Not for several threads at once.
 */
public final class FileGroup implements SiteSink {

    private final SiteOutput output;
    private int[] files = new int[4];
    private int size;

    FileGroup(SiteOutput output) {
        this.output = output;
    }

    @Override
    public void write(SitePath path, PageKind kind, ByteBuffer content) {
        add(output.take(path, kind, content));
    }

    @Override
    public void write(SitePath path, PageKind kind, LargeFile content) {
        add(output.take(path, kind, content));
    }

    @Override
    public LargeFile taken(SitePath path) {
        return output.taken(path);
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
