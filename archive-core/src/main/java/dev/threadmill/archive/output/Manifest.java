package dev.threadmill.archive.output;

import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.site.SitePath;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The list of a site's files: {@code hash size kind path}, a line for each, by folder and then by
 * name, under a line that names the format and above one that seals it. Equal sites have equal
 * manifests.
 */
final class Manifest {

    private static final String FORMAT = "threadmill-files 1";
    private static final int HASH = 32;
    private static final Hash UNKNOWN = new Hash(0, 0);
    private static final PageKind[] KINDS = PageKind.values();
    private static final Map<PageKind, byte[]> WORDS = new EnumMap<>(PageKind.class);

    static {
        for (PageKind kind : KINDS) {
            WORDS.put(kind, kind.word().getBytes(StandardCharsets.US_ASCII));
        }
    }

    private Manifest() {}

    /** Writes the files of this build and returns the hash of the manifest. */
    static Hash write(Path file, FileTable files, int[] sorted) throws IOException {
        try (SealedWriter lines = new SealedWriter(file)) {
            lines.text(FORMAT).text("\n");
            for (int i : sorted) {
                if (files.isInNow(i)) {
                    lines.hash(files.hash(i)).text(" ");
                    lines.text(Long.toString(files.size(i))).text(" ");
                    lines.text(WORDS.get(files.kind(i))).text(" ");
                    lines.path(files, i).text("\n");
                }
            }
            return lines.seal();
        }
    }

    /**
     * Reads the files of the last build into {@code files}.
     *
     * @return the hash of the manifest; empty, with part of the files read, when it is damaged
     */
    static Optional<Hash> read(Path file, FileTable files) throws IOException {
        try (SealedReader lines = new SealedReader(file)) {
            boolean sound = lines.next() && lines.text().equals(FORMAT);
            while (sound && lines.next()) {
                sound = readLine(lines, files);
            }
            return sound ? lines.seal() : Optional.empty();
        }
    }

    private static boolean readLine(SealedReader line, FileTable files) {
        byte[] bytes = line.bytes();
        int from = line.from();
        int to = line.to();
        if (to - from < HASH + 2 || bytes[from + HASH] != ' ') {
            return false;
        }
        Hash hash = new Hash(hex(bytes, from), hex(bytes, from + HASH / 2));
        int i = from + HASH + 1;
        long size = 0;
        for (; i < to && bytes[i] != ' '; i++) {
            size = size * 10 + (bytes[i] - '0');
        }
        int word = i + 1;
        int path = word;
        while (path < to && bytes[path] != ' ') {
            path++;
        }
        PageKind kind = kind(bytes, word, path);
        return kind != null && files.addLast(bytes, path + 1, to, kind, hash, size);
    }

    /**
     * Reads what can be read of a damaged manifest. Each file that it names is looked at: only
     * where it is what its line says it is surely ours.
     */
    static void salvage(Path file, Path site, FileTable files) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] fields = line.split(" ", 4);
                if (fields.length == 4 && isPath(fields[3])) {
                    salvage(fields, site, files);
                }
            }
        }
    }

    private static void salvage(String[] fields, Path site, FileTable files) throws IOException {
        byte[] word = fields[2].getBytes(StandardCharsets.ISO_8859_1);
        PageKind kind = kind(word, 0, word.length);
        Path onDisk = site.resolve(fields[3]);
        if (kind == null || !Files.isRegularFile(onDisk, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Hash hash = hashOf(onDisk);
        boolean ours = hash.toString().equals(fields[0]);
        byte[] path = fields[3].getBytes(StandardCharsets.ISO_8859_1);
        long size = ours ? Files.size(onDisk) : 0;
        files.addLast(path, 0, path.length, kind, ours ? hash : UNKNOWN, size);
    }

    private static boolean isPath(String path) {
        try {
            return !new SitePath(path).isFolder() && !OutputFolder.isOwn(path);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    static Hash hashOf(Path file) throws IOException {
        MessageDigest digest = Hash.sha256();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return Hash.of(digest);
    }

    private static @Nullable PageKind kind(byte[] bytes, int from, int to) {
        for (PageKind kind : KINDS) {
            byte[] word = WORDS.get(kind);
            if (Arrays.equals(bytes, from, to, word, 0, word.length)) {
                return kind;
            }
        }
        return null;
    }

    private static long hex(byte[] bytes, int from) {
        long value = 0;
        for (int i = from; i < from + HASH / 2; i++) {
            int digit = bytes[i] <= '9' ? bytes[i] - '0' : bytes[i] - 'a' + 10;
            value = (value << 4) | digit;
        }
        return value;
    }
}
