package dev.threadmill.archive.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What a site would cost if its files had only to be written: the same folders, and files of the
 * same names and sizes, one after the other by one thread.
 */
final class PlainWrite {

    private PlainWrite() {}

    /** Takes the list that {@link SiteFiles#list} wrote, a new folder, and a file for figures. */
    public static void main(String[] args) throws IOException {
        write(Path.of(args[0]), Path.of(args[1]));
        Figures.ofThisProcess().write(Path.of(args[2]));
    }

    static void write(Path list, Path folder) throws IOException {
        byte[] content = new byte[1 << 20];
        Dice dice = new Dice(1);
        for (int i = 0; i < content.length; i++) {
            content[i] = (byte) dice.next();
        }
        try (BufferedReader lines = Files.newBufferedReader(list)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int tab = line.indexOf('\t');
                long size = Long.parseLong(line.substring(0, tab));
                Path path = folder.resolve(line.substring(tab + 1));
                if (size < 0) {
                    Files.createDirectory(path);
                } else {
                    write(path, size, content);
                }
            }
        }
    }

    private static void write(Path file, long size, byte[] content) throws IOException {
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
            for (long left = size; left > 0; left -= content.length) {
                out.write(content, 0, (int) Math.min(left, content.length));
            }
        }
    }
}
