package dev.threadmill.archive.render.template;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The templates of a user's own folder. */
public final class OwnTemplates {

    private OwnTemplates() {}

    /**
     * Refuses a template that nothing would ever use, since it changes nothing and whoever wrote it
     * wonders why: no built-in one has its name, and no other template says its file's name.
     *
     * @throws IllegalArgumentException for the first of them
     */
    public static void refuseUnused(Path folder) throws IOException {
        Map<Path, String> texts = new LinkedHashMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(OwnTemplates::isTemplate).sorted().toList()) {
                    // Any bytes will do to look for a name in.
                    texts.put(file, Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
        }
        for (Path file : texts.keySet()) {
            Path name = folder.relativize(file);
            if (!isBuiltIn(name) && !isNamedBeside(file, texts)) {
                throw new IllegalArgumentException(
                        "%s: there is no built-in template '%s' that it would replace, and no other includes it; %s, or remove it"
                                .formatted(file, spelt(name), remedy(name)));
            }
        }
    }

    private static boolean isTemplate(Path file) {
        String name = file.getFileName().toString();
        return (name.endsWith(".ftlh") || name.endsWith(".ftlx"))
                && !name.startsWith(".")
                && Files.isRegularFile(file);
    }

    private static boolean isBuiltIn(Path name) {
        String resource = FreeMarkerSetup.BUILT_IN + "/" + spelt(name);
        return OwnTemplates.class.getResource(resource) != null;
    }

    private static boolean isNamedBeside(Path file, Map<Path, String> texts) {
        String name = file.getFileName().toString();
        return texts.entrySet().stream()
                .anyMatch(other -> !other.getKey().equals(file) && other.getValue().contains(name));
    }

    /** A copy of the folder with the built-in ones is one folder too deep. */
    private static String remedy(Path name) {
        for (int skipped = 1; skipped < name.getNameCount(); skipped++) {
            Path rest = name.subpath(skipped, name.getNameCount());
            if (isBuiltIn(rest)) {
                return "move it to '" + spelt(rest) + "'";
            }
        }
        return "name it like the one that is meant, such as 'pages/message.ftlh'";
    }

    private static String spelt(Path name) {
        return name.toString().replace('\\', '/');
    }
}
