package dev.threadmill.archive.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a folder is, by what lies in it. */
enum FolderKind {
    /** One or more git repositories of a public-inbox. */
    INBOX,
    /** Messages in {@code cur} and {@code new}. */
    MAILDIR,
    /** Messages in files {@code 1}, {@code 2}, {@code 3} … */
    MH,
    /** Messages in files {@code *.eml}. */
    EML,
    /** Anything else: its children are asked one by one. */
    FOLDER;

    /** Whether it is one source of mail, as opposed to a folder of some. */
    boolean isOneSource() {
        return this != FOLDER;
    }

    static FolderKind of(Path folder) throws IOException {
        if (InboxFolder.isInbox(folder)) {
            return INBOX;
        }
        if (Files.isDirectory(folder.resolve("cur")) || Files.isDirectory(folder.resolve("new"))) {
            return MAILDIR;
        }
        List<Path> files = new ArrayList<>();
        try (Stream<Path> children = Files.list(folder)) {
            children.filter(Folder::mayBeMail).filter(Files::isRegularFile).forEach(files::add);
        }
        if (files.isEmpty()) {
            return FOLDER;
        }
        if (files.stream().allMatch(FolderKind::isEml)) {
            return EML;
        }
        // 2019, 2020 and 2021 may be mboxes of a year.
        boolean numbered = files.stream().allMatch(FolderKind::isNumbered);
        return numbered && FileContent.of(files.get(0)) == FileContent.MESSAGE ? MH : FOLDER;
    }

    /** Opens a folder of this kind, which is one source. */
    MessageSource open(Path folder, String place) throws IOException {
        return switch (this) {
            case INBOX -> InboxFolder.open(folder, place);
            case MAILDIR -> Maildir.open(folder, place);
            case MH, EML -> {
                List<String> names = new ArrayList<>();
                try (Stream<Path> children = Files.list(folder)) {
                    children.filter(this == MH ? FolderKind::isNumbered : FolderKind::isEml)
                            .filter(Files::isRegularFile)
                            .map(Folder::fileName)
                            .forEach(names::add);
                }
                Comparator<String> byName = Comparator.naturalOrder();
                names.sort(
                        this == MH
                                ? Comparator.comparing(String::length).thenComparing(byName)
                                : byName);
                yield new MessageFiles(folder, place, names, false, List.of());
            }
            case FOLDER -> throw new IllegalStateException(place + " is not one source");
        };
    }

    private static boolean isEml(Path file) {
        return Folder.fileName(file).toLowerCase(Locale.ROOT).endsWith(".eml");
    }

    private static boolean isNumbered(Path file) {
        return Folder.fileName(file).chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
