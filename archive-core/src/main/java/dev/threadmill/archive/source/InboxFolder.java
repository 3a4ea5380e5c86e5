package dev.threadmill.archive.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the repositories of a public-inbox: one repository is an inbox of version 1, or an epoch of
 * version 2; folders {@code 0.git}, {@code 1.git} …, by themselves or below {@code git}, are one of
 * version 2. The oldest epochs may be absent.
 */
final class InboxFolder {

    private static final Pattern EPOCH = Pattern.compile("(\\d{1,9})(\\.git)?");

    /** What public-inbox keeps beside the epochs of an inbox. */
    private static final Pattern OF_INBOX =
            Pattern.compile(
                    "git|all\\.git|description|.*\\.lock|msgmap\\.sqlite3.*|xap.*|manifest\\.js\\.gz|inbox\\.config\\.example");

    /** What an object holds inflated, in bytes for each byte on disk. */
    static final int USUAL_RATIO = 3;

    private InboxFolder() {}

    /** Whether the folder is one public-inbox. */
    static boolean isInbox(Path folder) throws IOException {
        Optional<Path> gitDir = InboxEpoch.gitDir(folder);
        if (gitDir.isEmpty()) {
            return !epochs(folder).isEmpty();
        }
        if (gitDir.get().equals(folder)) {
            return true; // or an error
        }
        // People keep mboxes in repositories, too.
        Optional<InboxEpoch> epoch = InboxEpoch.open(gitDir.get(), "");
        epoch.ifPresent(InboxEpoch::close);
        return epoch.isPresent();
    }

    static MessageSource open(Path folder, String place) throws IOException {
        List<InboxEpoch> epochs = new ArrayList<>();
        long size;
        try {
            size = open(folder, place, epochs) * USUAL_RATIO;
        } catch (RuntimeException | IOException e) {
            epochs.forEach(InboxEpoch::close);
            throw e;
        }
        if (epochs.isEmpty()) {
            throw noInbox(place);
        }
        return new InboxSource(place, epochs, size);
    }

    /**
     * Opens one epoch after the other; returns how many bytes they have on disk.
     *
     * @param opened takes those that hold mail
     */
    private static long open(Path folder, String place, List<InboxEpoch> opened)
            throws IOException {
        long size = 0;
        List<Path> folders =
                InboxEpoch.gitDir(folder).isPresent() ? List.of(folder) : epochs(folder);
        for (Path each : folders) {
            Path gitDir = InboxEpoch.gitDir(each).orElseThrow();
            String below = folder.relativize(each).toString().replace('\\', '/');
            String name = below.isEmpty() ? place : place + "/" + below;
            InboxEpoch.open(gitDir, name).ifPresent(opened::add);
            size += packed(gitDir);
        }
        return size;
    }

    static IllegalArgumentException noInbox(String place) {
        return new IllegalArgumentException(
                place
                        + ": the git repository holds no mail in the form of public-inbox (a file m or d, or folders named by two hexadecimal digits); give the repository of an inbox");
    }

    /** The epochs in or below this folder, oldest first; none where other mail stands beside. */
    private static List<Path> epochs(Path folder) throws IOException {
        Path git = folder.resolve("git");
        boolean below = Files.isDirectory(git);
        if (below && !holdsOnlyInbox(folder)) {
            return List.of(); // git is a list among others
        }
        List<Path> epochs = new ArrayList<>();
        try (Stream<Path> children = Files.list(below ? git : folder)) {
            for (Path child : children.toList()) {
                String name = Folder.fileName(child);
                if (EPOCH.matcher(name).matches() && InboxEpoch.gitDir(child).isPresent()) {
                    epochs.add(child);
                } else if (!below && !name.startsWith(".") && !name.equals("all.git")) {
                    return List.of();
                }
            }
        }
        epochs.sort(Comparator.comparingInt(InboxFolder::number));
        return epochs;
    }

    private static boolean holdsOnlyInbox(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(Folder::mayBeMail)
                    .map(Folder::fileName)
                    .allMatch(name -> OF_INBOX.matcher(name).matches());
        }
    }

    private static int number(Path epoch) {
        return Integer.parseInt(Folder.fileName(epoch).replace(".git", ""));
    }

    private static long packed(Path gitDir) throws IOException {
        Path packs = gitDir.resolve("objects").resolve("pack");
        if (!Files.isDirectory(packs)) {
            return 0;
        }
        long bytes = 0;
        try (Stream<Path> files = Files.list(packs)) {
            for (Path file : files.toList()) {
                bytes += Folder.fileName(file).endsWith(".pack") ? Files.size(file) : 0;
            }
        }
        return bytes;
    }
}
