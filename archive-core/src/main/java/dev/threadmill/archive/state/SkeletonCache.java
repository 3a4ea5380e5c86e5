package dev.threadmill.archive.state;

import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.mail.Meanwhile;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.Origin;
import dev.threadmill.archive.mail.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The skeletons of each source, so that one that looks as it did is not read again, and one that
 * has grown only where it did. What is not as it was written, or was by another version, is as good
 * as nothing: the source is read.
 *
 * <p>A source that looks the same is trusted to be the same. A file that looks otherwise has its
 * first bytes, as many as it had, compared by their hash.
 */
public final class SkeletonCache {

    /** Changes with everything in {@link MessageCodec} and {@link FileHashes}. */
    private static final String FORMAT = "threadmill-skeletons 6 ";

    private static final Hash NO_HASH = new Hash(0, 0);

    private final Path folder;
    private final String format;
    private final FileHashes hashes = new FileHashes();
    private final Set<String> used = ConcurrentHashMap.newKeySet();

    /**
     * @param version of whatever else decides what is read from a source
     */
    SkeletonCache(Path folder, String version) {
        this.folder = folder;
        this.format = FORMAT + version;
    }

    /**
     * What is known of a source.
     *
     * @param place the source as the settings name it
     * @param list the list it is read for, as an index into the configured lists
     * @param source the source, as an index into its list's sources
     * @param firstNumber the number of its first message
     */
    public Optional<RememberedMail> recall(
            SourceStamp stamp, String place, int list, int source, int firstNumber)
            throws IOException {
        Path file = file(stamp, place);
        Optional<Decoder> known = SealedBytes.read(file, format);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        try {
            Decoder in = known.get();
            MessageCodec codec = new MessageCodec(list, source, firstNumber);
            return recall(stamp, in, codec);
        } catch (IndexOutOfBoundsException | IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private Optional<RememberedMail> recall(SourceStamp stamp, Decoder in, MessageCodec codec)
            throws IOException {
        Hash look = in.hash();
        String version = in.text();
        boolean settled = in.number() == 1;
        boolean same = settled && look.equals(stamp.look());
        long size = in.number();
        Hash content = in.hash();
        boolean grows = in.number() == 1;
        boolean versions = !version.isEmpty() && !stamp.version().isEmpty();
        Meanwhile<Boolean> agrees = Meanwhile.known(true);
        if (!same && !versions) {
            boolean grown = stamp.size() > size;
            boolean comparable = stamp.isFile() && stamp.size() >= size && (grows || !grown);
            if (!comparable || content.equals(NO_HASH)) {
                return Optional.empty();
            }
            Optional<Hash> wanted = Optional.of(content);
            agrees =
                    Meanwhile.begin(
                            () -> hashes.of(stamp.path(), size, stamp.size()).equals(wanted));
            same = !grown;
        }
        List<Message> messages = new ArrayList<>();
        for (int count = in.count(); count > 0; count--) {
            messages.add(codec.decode(in));
        }
        List<Problem> problems = new ArrayList<>();
        for (int count = in.count(); count > 0; count--) {
            problems.add(in.problem());
        }
        if (!agrees.await()) {
            return Optional.empty();
        }
        if (same || versions) {
            String since = same ? "" : version;
            return Optional.of(new RememberedMail(messages, problems, Optional.empty(), since));
        }
        return beforeLast(messages, problems);
    }

    /** All but the last message and what was said from there on. */
    private static Optional<RememberedMail> beforeLast(
            List<Message> messages, List<Problem> problems) {
        if (messages.isEmpty()
                || !(messages.get(messages.size() - 1).origin() instanceof Origin.Slice last)) {
            return Optional.empty();
        }
        problems.removeIf(problem -> isFrom(last, problem.place()));
        if (problems.stream().anyMatch(Problem::isCount)) {
            return Optional.empty(); // What was added counts, too.
        }
        return Optional.of(
                new RememberedMail(
                        messages.subList(0, messages.size() - 1), problems, Optional.of(last), ""));
    }

    private static boolean isFrom(Origin.Slice last, String place) {
        String start = last.place() + ":";
        if (!place.startsWith(start)) {
            return false;
        }
        String offset = place.substring(start.length());
        boolean number = !offset.isEmpty() && offset.chars().allMatch(c -> c >= '0' && c <= '9');
        return number && offset.length() < 19 && Long.parseLong(offset) >= last.offset();
    }

    /**
     * Remembers what a source holds, unless it has changed while it was read.
     *
     * @param stamp how it looked before it was read
     * @param messages all its messages, in the order in which they were read
     * @param grows whether it is a file that people add to at its end, and origins are positions in
     *     it: a plain mbox
     */
    public void remember(
            SourceStamp stamp,
            String place,
            List<Message> messages,
            List<Problem> problems,
            int firstNumber,
            boolean grows)
            throws IOException {
        Hash content = NO_HASH;
        if (stamp.isFile()) {
            content = hashes.of(stamp.path(), stamp.size(), stamp.size()).orElse(NO_HASH);
        }
        // Where the source says its version, nothing that comes after it was read.
        if (stamp.version().isEmpty()
                && !SourceStamp.of(stamp.path()).look().equals(stamp.look())) {
            return;
        }
        Encoder out;
        try {
            out = encoded(stamp, content, messages, problems, firstNumber, grows);
        } catch (ArithmeticException e) {
            // Twenty million messages in one source: read them each time.
            return;
        }
        Files.createDirectories(folder);
        SealedBytes.write(file(stamp, place), format, out);
    }

    private static Encoder encoded(
            SourceStamp stamp,
            Hash content,
            List<Message> messages,
            List<Problem> problems,
            int firstNumber,
            boolean grows) {
        Encoder out = new Encoder();
        out.hash(stamp.look()).text(stamp.version()).number(stamp.settled() ? 1 : 0);
        out.number(stamp.size()).hash(content).number(grows ? 1 : 0);
        out.number(messages.size());
        MessageCodec codec = new MessageCodec(0, 0, firstNumber);
        messages.forEach(message -> codec.encode(message, out));
        out.number(problems.size());
        problems.forEach(out::problem);
        return out;
    }

    /** Forgets all sources that were not asked for since the state was opened. */
    public void forgetOthers() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (!used.contains(file.getFileName().toString())) {
                    Files.delete(file);
                }
            }
        }
    }

    private Path file(SourceStamp stamp, String place) {
        byte[] key = (stamp.path() + "\0" + place).getBytes(StandardCharsets.UTF_8);
        String name = Hash.of(key).toString();
        used.add(name);
        return folder.resolve(name);
    }
}
