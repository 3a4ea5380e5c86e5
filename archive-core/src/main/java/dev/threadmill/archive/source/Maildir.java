package dev.threadmill.archive.source;

import dev.threadmill.archive.mail.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the messages of a Maildir and of its subfolders (Maildir++: {@code .dev}, {@code
 * .dev.2021}).
 */
final class Maildir {

    private static final Set<String> PRIVATE = Set.of(".Trash", ".Drafts");

    private Maildir() {}

    static MessageSource open(Path root, String place) throws IOException {
        List<String> names = new ArrayList<>();
        int hidden = 0;
        for (String folder : folders(root)) {
            for (String state : List.of("cur/", "new/")) {
                for (String file : files(root.resolve(folder + state))) {
                    if (MaildirName.isTrashOrDraft(file)) {
                        hidden++;
                    } else {
                        names.add(folder + state + file);
                    }
                }
            }
        }
        names.sort(
                Comparator.comparing((String name) -> name.substring(name.lastIndexOf('/') + 1))
                        .thenComparing(Comparator.naturalOrder()));
        List<Problem> problems = new ArrayList<>();
        if (hidden > 0) {
            problems.add(
                    Problem.info(
                            place, hidden + " files are marked as trash or drafts; passed over"));
        }
        return new MessageFiles(root, place, names, true, problems);
    }

    private static List<String> folders(Path root) throws IOException {
        List<String> folders = new ArrayList<>(List.of(""));
        try (Stream<Path> children = Files.list(root)) {
            children.filter(child -> Folder.fileName(child).startsWith("."))
                    .filter(child -> !PRIVATE.contains(Folder.fileName(child)))
                    .filter(Files::isDirectory)
                    .map(child -> Folder.fileName(child) + "/")
                    .forEach(folders::add);
        }
        return folders;
    }

    private static List<String> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.map(Folder::fileName).filter(name -> !name.startsWith(".")).toList();
        }
    }
}
