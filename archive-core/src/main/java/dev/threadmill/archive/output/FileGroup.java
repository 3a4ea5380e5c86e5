package dev.threadmill.archive.output;

import java.util.Arrays;

/** The files that one page or thread is made of. Not for several threads at once. */
public final class FileGroup {

    private final SiteOutput output;
    private int[] files = new int[4];
    private int size;

    FileGroup(SiteOutput output) {
        this.output = output;
    }

    /**
     * Adds a file of this build.
     *
     * @param file its number, as {@link SiteOutput#take} gave it
     */
    public void add(int file) {
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
