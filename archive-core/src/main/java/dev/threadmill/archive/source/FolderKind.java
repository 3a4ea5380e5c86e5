package dev.threadmill.archive.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What a folder is, by what lies in it. */
enum FolderKind {
    /** One or more git repositories of a public-inbox. */
    INBOX,
    /** Messages in {@code cur} and {@code new}, and in those of its subfolders. */
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
        if (isMaildir(folder)) {
            return MAILDIR;
        }
        List<Path> files =
                Folder.of(folder).children().stream().filter(Files::isRegularFile).toList();
        if (files.isEmpty()) {
            return FOLDER;
        }
        if (files.stream().allMatch(FolderKind::isEml)) {
            return EML;
        }
        if (!files.stream().allMatch(FolderKind::isNumbered)) {
            return FOLDER;
        }
        // 2019, 2020 and 2021 may be mboxes of a year.
        boolean years = files.stream().allMatch(Folder::isByPeriod);
        return years && FileContent.of(files.get(0)) == FileContent.MBOX ? FOLDER : MH;
    }

    /** Git keeps no empty folders, so one of the three may be all there is. */
    private static boolean isMaildir(Path folder) {
        return Files.isDirectory(folder.resolve("cur"))
                || (Files.isDirectory(folder.resolve("new"))
                        && Files.isDirectory(folder.resolve("tmp")));
    }

    /** The children of such a folder that are sources of their own. */
    List<Path> others(Path folder) throws IOException {
        return switch (this) {
            case INBOX, MAILDIR -> List.of();
            case MH, EML ->
                    Folder.of(folder).children().stream().filter(Files::isDirectory).toList();
            case FOLDER -> Folder.of(folder).children();
        };
    }

    /** Opens a folder of this kind, which is one source. */
    MessageSource open(Path folder, String place) throws IOException {
        return switch (this) {
            case INBOX -> InboxFolder.open(folder, place);
            case MAILDIR -> Maildir.open(folder, place);
            case MH, EML -> {
                Comparator<String> byName = Comparator.naturalOrder();
                Comparator<String> byNumber =
                        Comparator.comparing(String::length).thenComparing(byName);
                List<String> names =
                        Folder.of(folder).children().stream()
                                .filter(Files::isRegularFile)
                                .map(Folder::fileName)
                                .sorted(this == MH ? byNumber : byName)
                                .toList();
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
