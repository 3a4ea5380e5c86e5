package dev.threadmill.archive.source;

import dev.threadmill.archive.mail.Scratch;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The front door of this room: finds out what a file or folder holds, and opens it as mail. */
public final class Sources {

    private Sources() {}

    /**
     * A list that a folder of mail was found to hold.
     *
     * @param name its file's or folder's name in lower case, without {@code .mbox .mbx .txt .gz
     *     .xz}
     * @param sources where its mail is, in source order
     */
    public record FoundList(String name, List<Path> sources) {
        public FoundList {
            sources = List.copyOf(sources);
        }
    }

    /** Opens the mail at {@code path} as nearly all mail is read. */
    public static MessageSource open(Path path, String place, Scratch scratch) {
        return open(path, place, scratch, ReadingOptions.DEFAULT);
    }

    /**
     * Opens the mail at {@code path}, whatever its form: its content is asked first, then its name.
     *
     * @param place how the settings name it; every sentence and {@code Origin} shows this
     * @throws IllegalArgumentException when it does not exist, is empty or is no mail
     * @throws UncheckedIOException when it cannot be read
     */
    public static MessageSource open(
            Path path, String place, Scratch scratch, ReadingOptions options) {
        try {
            if (!Files.exists(path)) {
                throw new IllegalArgumentException(
                        place
                                + ": there is no such file or folder; correct the path, or create it");
            }
            if (Files.isDirectory(path)) {
                return openFolder(path, place, scratch, options);
            }
            return openFile(path, place, scratch, options);
        } catch (IOException e) {
            throw new UncheckedIOException(place + ": it cannot be read (" + e + ")", e);
        }
    }

    /**
     * The same for one of several places whose mail belongs together: where a file there is no
     * mail, the others still are, so that is a problem of the mail and no wrong use.
     */
    public static MessageSource openOneOfMany(
            Path path, String place, Scratch scratch, ReadingOptions options) {
        try {
            return open(path, place, scratch, options);
        } catch (IllegalArgumentException e) {
            if (Files.isRegularFile(path)) {
                return new NoMail(place, e);
            }
            throw e;
        }
    }

    private static MessageSource openFile(
            Path path, String place, Scratch scratch, ReadingOptions options) throws IOException {
        byte[] head = MailFile.head(path);
        boolean plain = Compression.of(path) == Compression.NONE;
        return switch (FileContent.of(head, Folder.fileName(path))) {
            case MBOX -> mbox(path, place, scratch, options);
            case MESSAGE ->
                    plain
                            ? new MessageFiles(path, place, List.of(""), false, List.of())
                            : mbox(path, place, scratch, options);
            case FOREIGN ->
                    throw new IllegalArgumentException(place + ": " + ForeignFormat.remedy(head));
            case RETURNS ->
                    throw new IllegalArgumentException(
                            place
                                    + ": the lines of the file end in carriage returns alone; turn these into line feeds, by tr for instance");
            case BUNDLE -> new BundleSource(path, place, scratch);
            case EMPTY -> {
                if (MailFile.isDamaged(path)) {
                    yield mbox(path, place, scratch, options); // which says so
                }
                throw new IllegalArgumentException(
                        place + ": the file is empty; remove it, or put the mail in its place");
            }
            case OTHER ->
                    throw new IllegalArgumentException(
                            "%s: the file is no mail, it begins with '%s' and not with a From line or header fields; remove it, or name the sources one by one"
                                    .formatted(place, FileContent.firstLine(head)));
        };
    }

    private static MessageSource mbox(
            Path path, String place, Scratch scratch, ReadingOptions options) throws IOException {
        return new MboxSource(new MailFile(path, place, scratch, options), options.mboxForm());
    }

    private static MessageSource openFolder(
            Path path, String place, Scratch scratch, ReadingOptions options) throws IOException {
        FolderKind kind = FolderKind.of(path);
        List<MessageSource> parts = new ArrayList<>();
        try {
            if (kind.isOneSource()) {
                parts.add(kind.open(path, place));
            }
            List<Path> others = kind.others(path);
            for (Path child : others) {
                String childPlace = place + "/" + Folder.fileName(child);
                boolean alone = parts.isEmpty() && others.size() == 1;
                parts.add(
                        alone
                                ? open(child, childPlace, scratch, options)
                                : openOneOfMany(child, childPlace, scratch, options));
            }
        } catch (RuntimeException | IOException e) {
            MessageSource opened = new JoinedSource(place, parts);
            try (opened) {
                throw e;
            }
        }
        if (parts.isEmpty()) {
            throw new IllegalArgumentException(
                    place + ": the folder holds no mail; put some there, or correct the path");
        }
        boolean one = kind.isOneSource() && parts.size() == 1;
        return one ? parts.get(0) : new JoinedSource(place, parts);
    }

    /** Whether all that stands in or below a folder is read as mail, whatever its name. */
    public static boolean readsAllBelow(Path source) {
        try {
            if (!Files.isDirectory(source)) {
                return false;
            }
            FolderKind kind = FolderKind.of(source);
            return kind != FolderKind.INBOX && kind != FolderKind.MAILDIR;
        } catch (IOException e) {
            throw new UncheckedIOException(source + ": it cannot be read (" + e + ")", e);
        }
    }

    /**
     * Closes all of them, whatever becomes of one.
     *
     * @throws IOException the first failure, with the others as suppressed
     */
    public static void closeAll(List<? extends Closeable> all) throws IOException {
        IOException failure = null;
        for (Closeable one : all) {
            try {
                one.close();
            } catch (IOException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /**
     * The lists at {@code source}, sorted by name. A file is one list. A folder is one list when it
     * is one store of mail, or when all in it is named by month or another period, or by the epochs
     * of a public-inbox: then these are its sources, in their order. In any other folder each file
     * or folder is a list.
     *
     * @return empty when there is no mail
     * @throws IllegalArgumentException when it does not exist
     * @throws UncheckedIOException when it cannot be read
     */
    public static List<FoundList> find(Path source) {
        try {
            if (!Files.exists(source)) {
                throw new IllegalArgumentException(
                        source
                                + ": there is no such file or folder; correct the path, or create it");
            }
            if (!Files.isDirectory(source) || FolderKind.of(source).isOneSource()) {
                return List.of(new FoundList(Folder.listName(source), List.of(source)));
            }
            Folder folder = Folder.of(source);
            if (folder.oneList()) {
                return List.of(new FoundList(Folder.listName(source), folder.children()));
            }
            List<FoundList> found = new ArrayList<>();
            for (Path child : folder.children()) {
                boolean one = !Files.isDirectory(child) || FolderKind.of(child).isOneSource();
                List<Path> sources = one ? List.of(child) : Folder.of(child).children();
                if (!sources.isEmpty()) {
                    found.add(new FoundList(Folder.listName(child), sources));
                }
            }
            found.sort(Comparator.comparing(FoundList::name));
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
