package dev.threadmill.archive.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The children of a folder that may be mail, in source order: by calendar when all are named by
 * period, else by name, where numbers count as such. Hidden files, empty ones and those that people
 * and programs put beside mail ({@code README}, web pages, indexes) are not among them, nor are
 * folders that hold nothing else.
 *
 * @param oneList whether all children are named by period, or are the epochs of a public-inbox as
 *     bundles, so that they are one list
 */
record Folder(List<Path> children, boolean oneList) {

    private static final List<String> SUFFIXES = List.of(".mbox", ".mbx", ".txt", ".gz", ".xz");

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,20}");
    private static final Pattern EPOCH_BUNDLE = Pattern.compile("[0-9]{1,9}\\.bundle");

    /** Longer files are not empty, even when they are compressed. */
    private static final int SMALL = 100;

    Folder {
        children = List.copyOf(children);
    }

    static Folder of(Path folder) throws IOException {
        List<Path> children = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            all.filter(Folder::mayBeMail).forEach(children::add);
        }
        for (Path child : List.copyOf(children)) {
            if (Files.isDirectory(child)
                    ? contains(child, folder) || MailSearch.findsNothing(child)
                    : isEmpty(child)) {
                children.remove(child);
            }
        }
        children.sort(Comparator.comparing(Folder::readingKey).thenComparing(Folder::fileName));
        // Pipermail keeps the web pages of 2021-June.txt in a folder 2021-June.
        Set<Period> files =
                children.stream()
                        .filter(child -> !Files.isDirectory(child))
                        .flatMap(child -> period(child).stream())
                        .collect(Collectors.toSet());
        children.removeIf(
                child ->
                        Files.isDirectory(child)
                                && period(child).filter(files::contains).isPresent());
        boolean byPeriod = !children.isEmpty() && children.stream().allMatch(Folder::isByPeriod);
        if (byPeriod) {
            children.sort(Comparator.comparing(child -> period(child).orElseThrow()));
        }
        boolean bundles = children.stream().allMatch(Folder::isEpochBundle);
        return new Folder(children, byPeriod || (bundles && !children.isEmpty()));
    }

    /** The name with numbers of one length: {@code 9.bundle} comes before {@code 10.bundle}. */
    private static String readingKey(Path child) {
        return NUMBER.matcher(fileName(child))
                .replaceAll(number -> "0".repeat(20 - number.group().length()) + number.group());
    }

    private static boolean isEpochBundle(Path child) {
        return EPOCH_BUNDLE.matcher(fileName(child)).matches() && Files.isRegularFile(child);
    }

    /** The name of the list that a file or folder holds. */
    static String listName(Path path) {
        String name = fileName(path.toAbsolutePath().normalize()).toLowerCase(Locale.ROOT);
        boolean stripped = true;
        while (stripped) {
            stripped = false;
            for (String suffix : SUFFIXES) {
                if (name.endsWith(suffix) && name.length() > suffix.length()) {
                    name = name.substring(0, name.length() - suffix.length());
                    stripped = true;
                }
            }
        }
        return name;
    }

    static String fileName(Path path) {
        Path name = path.getFileName();
        String text = name == null ? path.toString() : name.toString();
        if (text.indexOf('\uFFFD') >= 0 && !isSaidWhole(path, text)) {
            throw new IllegalArgumentException(
                    "%s: the name has bytes that are no text in the encoding of this process; start it with LC_ALL=C.UTF-8, or rename the file"
                            .formatted(path));
        }
        return text;
    }

    /** Whether the name leads back to the file: else it would be lost, or its list named wrong. */
    private static boolean isSaidWhole(Path path, String name) {
        try {
            return path.resolveSibling(name).equals(path);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** Whether its name says nothing else. */
    static boolean mayBeMail(Path child) {
        String name = fileName(child).toLowerCase(Locale.ROOT);
        return !name.startsWith(".")
                && !name.equals("readme")
                && !name.startsWith("readme.")
                && !name.endsWith(".html")
                && !isIndex(name)
                && !isRemoved(name)
                && !(name.equals("attachments") && Files.isDirectory(child));
    }

    /** What Thunderbird and Apple Mail keep beside an mbox. */
    private static boolean isIndex(String name) {
        return name.endsWith(".msf") || name.equals("table_of_contents");
    }

    /** Whether MH has renamed a message so because somebody removed it. */
    private static boolean isRemoved(String name) {
        return name.length() > 1
                && ",#".indexOf(name.charAt(0)) >= 0
                && name.chars().skip(1).allMatch(c -> c >= '0' && c <= '9');
    }

    /** Whether {@code child} is a link back to where we came from. */
    private static boolean contains(Path child, Path folder) throws IOException {
        Path target = child.toRealPath();
        boolean back = folder.toRealPath().startsWith(target);
        // Two links may lead to each other's folders: then an earlier part of our way was there.
        Path before = Files.isSymbolicLink(child) ? folder.toAbsolutePath().getParent() : null;
        while (!back && before != null) {
            back = before.toRealPath().startsWith(target);
            before = before.getParent();
        }
        return back;
    }

    /** A month in which nobody wrote. */
    static boolean isEmpty(Path file) throws IOException {
        return Files.isRegularFile(file)
                && Files.size(file) < SMALL
                && FileContent.of(MailFile.head(file), "") == FileContent.EMPTY
                && !MailFile.isDamaged(file);
    }

    static boolean isByPeriod(Path child) {
        return period(child).isPresent();
    }

    private static Optional<Period> period(Path child) {
        return Period.of(listName(child));
    }
}
