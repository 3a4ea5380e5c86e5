package dev.threadmill.archive.source;

import dev.threadmill.archive.mail.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Finds the messages of a Maildir and of its subfolders. */
final class Maildir {

    private Maildir() {}

    static MessageSource open(Path root, String place) throws IOException {
        List<String> names = new ArrayList<>();
        int hidden = 0;
        MaildirFolders folders = MaildirFolders.of(root);
        for (String folder : folders.names()) {
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
        if (!folders.passed().isEmpty()) {
            problems.add(
                    Problem.info(
                            place,
                            "passed over the folders %s, which are no list's; give one as a source of its own if it is"
                                    .formatted(String.join(", ", folders.passed()))));
        }
        if (hidden > 0) {
            problems.add(
                    Problem.info(
                            place, hidden + " files are marked as trash or drafts; passed over"));
        }
        if (!folders.stray().isEmpty()) {
            problems.add(
                    Problem.warning(
                            place + "/" + folders.stray(),
                            "the file is mail, but lies in neither cur nor new; passed over, with others that do so: put it into one of them if it is the list's"));
        }
        return new MessageFiles(root, place, names, true, problems);
    }

    private static List<String> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(child -> !Files.isDirectory(child))
                    .map(Folder::fileName)
                    .filter(name -> !name.startsWith("."))
                    .toList();
        }
    }
}
