package dev.threadmill.archive.render.template;

import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.site.Permalinks;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Style and scripts: the built-in ones, each unless a file of its name replaces it, and more. */
public final class Assets {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]+");

    private static final List<String> BUILT_IN =
            List.of("archive.css", "archive.js", "message-id.js", "go.js", "not-found.js");

    private final Path directory;
    private final Pages pages;

    /**
     * Assets of a template folder.
     *
     * @param templates the folder with an {@code assets} folder in it; need not exist
     */
    public Assets(Path templates, Pages pages) {
        this.directory = templates.resolve("assets");
        this.pages = pages;
    }

    /** Writes all of them. */
    public void write() {
        for (String name : BUILT_IN) {
            write(name, read(name));
        }
        if (Files.isDirectory(directory)) {
            try (Stream<Path> files = Files.list(directory)) {
                files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                        .filter(file -> !BUILT_IN.contains(file.getFileName().toString()))
                        .filter(file -> !isLeftBehind(file.getFileName().toString()))
                        .sorted(Comparator.comparing(file -> file.getFileName().toString()))
                        .forEach(this::add);
            } catch (IOException e) {
                throw new UncheckedIOException(directory + " cannot be read", e);
            }
        }
    }

    /** Desktops leave {@code .DS_Store}, editors {@code archive.css~}. */
    private static boolean isLeftBehind(String name) {
        return name.startsWith(".") || name.endsWith("~");
    }

    private void add(Path file) {
        String name = file.getFileName().toString();
        if (!PLAIN.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "%s: the name cannot stand in an address; rename it, with the letters a to z, digits, '.', '_' and '-' alone"
                            .formatted(file));
        }
        write(name, read(file));
    }

    private void write(String name, byte[] content) {
        pages.write(Permalinks.asset(name), PageKind.ASSET, ByteBuffer.wrap(content));
    }

    /** The asset of this name: the user's own, or the built-in one. */
    public byte[] read(String name) {
        Path own = directory.resolve(name);
        if (Files.isRegularFile(own)) {
            return read(own);
        }
        String resource = FreeMarkerSetup.BUILT_IN + "/assets/" + name;
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no " + resource + " on the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read", e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
