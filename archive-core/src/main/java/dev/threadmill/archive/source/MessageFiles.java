package dev.threadmill.archive.source;

import dev.threadmill.archive.mail.Origin;
import dev.threadmill.archive.mail.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Messages in a file each: Maildir, MH, a folder of {@code .eml}, a single one. Their order, by
 * name, says nothing; so {@link #isOrdered} is false.
 */
final class MessageFiles implements MessageSource {

    /** Broken lines may stand before the first field. */
    private static final int LINES_ASKED = 5;

    private final Path root;
    private final String place;
    private final List<String> names;
    private final boolean maildir;
    private final MovedFiles moved = new MovedFiles();
    private final List<Problem> found;
    private final long size;

    /**
     * @param names the files below {@code root}, with {@code /} between folders; the empty name is
     *     the root itself
     * @param found what was wrong with the folder already
     */
    MessageFiles(Path root, String place, List<String> names, boolean maildir, List<Problem> found)
            throws IOException {
        this.root = root;
        this.place = place;
        this.names = List.copyOf(names);
        this.maildir = maildir;
        this.found = List.copyOf(found);
        long bytes = 0;
        for (String name : names) {
            bytes += size(root.resolve(name));
        }
        this.size = bytes;
    }

    private static long size(Path file) throws IOException {
        try {
            return Files.size(file);
        } catch (NoSuchFileException e) {
            return 0; // said when it is read
        }
    }

    @Override
    public String place() {
        return place;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public boolean isOrdered() {
        return false;
    }

    @Override
    public void read(Consumer<RawMessage> messages, Consumer<Problem> problems) throws IOException {
        found.forEach(problems);
        for (String name : names) {
            String file = name.isEmpty() ? place : place + "/" + name;
            try {
                read(name, file, messages, problems);
            } catch (NoSuchFileException e) {
                problems.accept(
                        Problem.warning(
                                file, "the file vanished during the build; left out this time"));
            }
        }
    }

    private void read(
            String name, String file, Consumer<RawMessage> messages, Consumer<Problem> problems)
            throws IOException {
        byte[] bytes;
        try (InputStream in = content(name)) {
            bytes = in.readNBytes(MboxSource.LONGEST);
            if (bytes.length == MboxSource.LONGEST && in.read() >= 0) {
                problems.accept(
                        Problem.warning(
                                file,
                                "the message is longer than %s bytes; cut there"
                                        .formatted(bytes.length)));
            }
        }
        // Some programs keep the From line of an mbox when they export a message.
        int from = FromLine.startsMessage(bytes, 0, bytes.length) ? lineAfter(bytes) : 0;
        Origin origin = new Origin.Slice(file, from, bytes.length - from);
        if (from == bytes.length) {
            problems.accept(Problem.warning(file, "the file holds no message; passed over"));
            return;
        }
        if (!mayBeMail(bytes, from)) {
            String remedy = ForeignFormat.remedy(bytes);
            String sentence =
                    remedy == null
                            ? "the file is no mail, it begins with '%s' and not with header fields"
                                    .formatted(FromLine.text(bytes, from, 60))
                            : remedy;
            problems.accept(Problem.warning(file, sentence + "; passed over"));
            return;
        }
        messages.accept(message(origin, bytes, from, name));
    }

    /** Whether a header field is among its first lines, or it has no header but is text. */
    private static boolean mayBeMail(byte[] bytes, int from) {
        int line = from;
        for (int lines = 0; lines < LINES_ASKED && line < bytes.length; lines++) {
            if (FromLine.isHeaderField(bytes, line, bytes.length)) {
                return true;
            }
            line = FromLine.lineEnd(bytes, line, bytes.length) + 1;
        }
        return FromLine.isBlankLine(bytes, from, bytes.length);
    }

    private static int lineAfter(byte[] bytes) {
        return Math.min(FromLine.lineEnd(bytes, 0, bytes.length) + 1, bytes.length);
    }

    private RawMessage message(Origin origin, byte[] bytes, int from, String name) {
        return new RawMessage(
                origin,
                from == 0 ? bytes : Arrays.copyOfRange(bytes, from, bytes.length),
                FromLine.envelopeBefore(bytes, from),
                maildir
                        ? MaildirName.delivered(name.substring(name.lastIndexOf('/') + 1))
                        : RawMessage.UNKNOWN);
    }

    @Override
    public RawMessage read(Origin origin) throws IOException {
        if (!(origin instanceof Origin.Slice slice)
                || slice.offset() + slice.length() > MboxSource.LONGEST) {
            throw new IllegalArgumentException(origin + " is no message of " + place);
        }
        String name = name(slice);
        int end = (int) (slice.offset() + slice.length());
        try (InputStream in = content(name)) {
            byte[] bytes = in.readNBytes(end);
            if (bytes.length < end) {
                throw new IOException(
                        "%s: the file has %s bytes now, but had %s; it changed during the build, so start it again"
                                .formatted(origin.place(), bytes.length, end));
            }
            return message(origin, bytes, (int) slice.offset(), name);
        }
    }

    /** The file, wherever a mail program has moved it to: it was read, got flags, or both. */
    private InputStream content(String name) throws IOException {
        Path file = root.resolve(name);
        try {
            return Files.newInputStream(file);
        } catch (NoSuchFileException e) {
            if (!maildir) {
                throw e;
            }
            return Files.newInputStream(moved.find(file).orElseThrow(() -> e));
        }
    }

    private String name(Origin origin) {
        if (origin.place().equals(place)) {
            return "";
        }
        String name = origin.place().substring(Math.min(place.length(), origin.place().length()));
        boolean below = origin.place().startsWith(place) && name.startsWith("/");
        if (!below || !root.resolve(name.substring(1)).normalize().startsWith(root.normalize())) {
            throw new IllegalArgumentException(origin + " is no message of " + place);
        }
        return name.substring(1);
    }

    @Override
    public void close() {
        // every file is closed once it is read
    }
}
