package dev.threadmill.archive.output;

import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.site.SitePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What tests of this room say: a site is a map of paths to texts. */
final class Builds {

    /** A small site. */
    static final Map<String, String> SITE =
            site(
                    "index.html", "home",
                    "dev/index.html", "list",
                    "dev/1@example.org/index.html", "one",
                    "dev/1@example.org/raw", "From: one",
                    "dev/2@example.org/index.html", "two");

    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    private Builds() {}

    /** A site of {@code path, text, path, text, …}. */
    static Map<String, String> site(String... pathsAndTexts) {
        Map<String, String> site = new TreeMap<>();
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            site.put(pathsAndTexts[i], pathsAndTexts[i + 1]);
        }
        return site;
    }

    /** Builds a site and publishes it. */
    static Published build(Path output, Map<String, String> site) throws IOException {
        try (SiteOutput opened = SiteOutput.open(output)) {
            site.forEach((path, text) -> write(opened, path, text));
            return opened.publish((done, total) -> {});
        }
    }

    static void write(SiteOutput output, String path, String text) {
        ByteBuffer content = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        output.write(new SitePath(path), kind(path), content);
    }

    private static PageKind kind(String path) {
        if (path.endsWith("raw")) {
            return PageKind.RAW;
        }
        return path.indexOf('@') > 0 ? PageKind.MESSAGE : PageKind.INDEX;
    }

    /** The files of a folder as they are, without what is ours alone. */
    static Map<String, String> files(Path folder) {
        Map<String, String> files = allFiles(folder);
        files.keySet().removeIf(path -> path.startsWith(".threadmill/"));
        return files;
    }

    static Map<String, String> allFiles(Path folder) {
        Map<String, String> files = new TreeMap<>();
        if (!Files.exists(folder)) {
            return files;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
                String name = folder.relativize(path).toString().replace('\\', '/');
                files.put(name, Files.readString(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** Makes all files old, so that one written later is told from them. */
    static void age(Path root) throws IOException {
        try (var paths = Files.walk(root)) {
            for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
                Files.setLastModifiedTime(path, LONG_AGO);
            }
        }
    }

    /** Whether the file was not written since. */
    static boolean aged(Path root, String path) {
        try {
            return Files.getLastModifiedTime(root.resolve(path)).equals(LONG_AGO);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
