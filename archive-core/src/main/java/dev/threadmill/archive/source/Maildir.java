package dev.threadmill.archive.source;

import dev.threadmill.archive.mail.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the messages of a Maildir and of its subfolders (Maildir++: {@code .dev}, {@code
 * .dev.2021}).
 */
final class Maildir {

    /** Folders of the person who keeps the Maildir, not of the list; those below them, too. */
    private static final Set<String> PRIVATE =
            Set.of("trash", "drafts", "sent", "junk", "spam", "templates");

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
        List<String> passed = children(root).stream().filter(Maildir::isPrivate).toList();
        if (!passed.isEmpty()) {
            problems.add(
                    Problem.info(
                            place,
                            "passed over the folders %s, which are no list's; give one as a source of its own if it is"
                                    .formatted(String.join(", ", passed))));
        }
        if (hidden > 0) {
            problems.add(
                    Problem.info(
                            place, hidden + " files are marked as trash or drafts; passed over"));
        }
        return new MessageFiles(root, place, names, true, problems);
    }

    private static List<String> folders(Path root) throws IOException {
        List<String> folders = new ArrayList<>(List.of(""));
        for (String child : children(root)) {
            if (!isPrivate(child)) {
                folders.add(child + "/");
            }
        }
        return folders;
    }

    /** The names of the folders below it, which begin with a dot. */
    private static List<String> children(Path root) throws IOException {
        try (Stream<Path> children = Files.list(root)) {
            return children.filter(child -> Folder.fileName(child).startsWith("."))
                    .filter(Files::isDirectory)
                    .map(Folder::fileName)
                    .sorted()
                    .toList();
        }
    }

    /** {@code .Sent}, {@code .Sent.2021}, {@code .INBOX.Sent}. */
    private static boolean isPrivate(String folder) {
        return Arrays.stream(folder.toLowerCase(Locale.ROOT).split("\\.", -1))
                .anyMatch(PRIVATE::contains);
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
