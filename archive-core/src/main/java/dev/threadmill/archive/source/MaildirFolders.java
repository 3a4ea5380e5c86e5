package dev.threadmill.archive.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folders of a Maildir at any depth, itself among them: Maildir++ writes {@code .dev.2021},
 * Dovecot, mbsync and OfflineIMAP {@code dev/2021}. A folder between two others need not hold mail.
 *
 * @param names where they are below it, each with {@code /} at its end but the Maildir itself
 * @param passed those that are no list's; those below them are not looked for
 * @param stray the first file found beside {@code cur} and {@code new} that is mail; empty if none
 */
record MaildirFolders(List<String> names, List<String> passed, String stray) {

    /** Folders of the person who keeps the Maildir, not of the list; those below them, too. */
    private static final Set<String> PRIVATE =
            Set.of("trash", "drafts", "sent", "junk", "spam", "templates");

    private static final Set<String> PARTS = Set.of("cur", "new", "tmp");

    MaildirFolders {
        names = List.copyOf(names);
        passed = List.copyOf(passed);
    }

    /** A folder to look into; {@code real} is free of links. */
    private record Ahead(String name, Path real) {}

    static MaildirFolders of(Path root) throws IOException {
        List<String> names = new ArrayList<>();
        List<String> passed = new ArrayList<>();
        String stray = "";
        Path top = root.toRealPath();
        Set<Path> known = new HashSet<>();
        Deque<Ahead> ahead = new ArrayDeque<>(List.of(new Ahead("", top)));
        while (!ahead.isEmpty()) {
            Ahead folder = ahead.removeFirst();
            if (!known.add(folder.real)) {
                continue;
            }
            names.add(folder.name);
            for (Path child : children(root.resolve(folder.name))) {
                String fileName = Folder.fileName(child);
                String name = folder.name + fileName;
                boolean link = Files.isSymbolicLink(child);
                if (!Files.isDirectory(child)) {
                    stray = stray.isEmpty() && isMail(child) ? name : stray;
                    continue;
                }
                Path real = link ? child.toRealPath() : folder.real.resolve(fileName);
                if (isPrivate(fileName)) {
                    passed.add(name);
                    known.add(real);
                } else if (!link) {
                    ahead.addFirst(new Ahead(name + "/", real));
                } else if (!top.startsWith(real)) {
                    // Links come last: a folder goes by its own name where it has one here.
                    ahead.addLast(new Ahead(name + "/", real));
                }
            }
        }
        Collections.sort(passed);
        return new MaildirFolders(names, passed, stray);
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(MaildirFolders::mayBeFolderOrMail).sorted().toList();
        }
    }

    /** What is hidden and no Maildir belongs to programs: {@code .notmuch}, {@code .git}. */
    private static boolean mayBeFolderOrMail(Path child) {
        String name = Folder.fileName(child);
        return name.startsWith(".")
                ? Files.isDirectory(child.resolve("cur")) || Files.isDirectory(child.resolve("new"))
                : !PARTS.contains(name);
    }

    /** {@code .Sent}, {@code .Sent.2021}, {@code .INBOX.Sent}, {@code Sent}. */
    private static boolean isPrivate(String folder) {
        return Arrays.stream(folder.toLowerCase(Locale.ROOT).split("\\.", -1))
                .anyMatch(PRIVATE::contains);
    }

    /** Whether it is mail, and none of the files that mail servers keep beside it. */
    private static boolean isMail(Path file) throws IOException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            return false;
        }
        FileContent content = FileContent.of(file);
        return content == FileContent.MESSAGE || content == FileContent.MBOX;
    }
}
