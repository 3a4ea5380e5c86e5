package dev.threadmill.archive.state;

import dev.threadmill.archive.mail.Hash;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Answers that were found once, for instance by reading a message again, under the hash of all that
 * decides them. Those that nobody asked for in a build are forgotten after it. Thread-safe.
 */
public final class Memo {

    private static final String FORMAT = "threadmill-memo 1 ";

    private final Path file;
    private final String format;
    private final Map<Hash, byte[]> known;
    private final Map<Hash, byte[]> asked = new ConcurrentHashMap<>();

    private Memo(Path file, String format, Map<Hash, byte[]> known) {
        this.file = file;
        this.format = format;
        this.known = known;
    }

    static Memo open(Path file, String version) throws IOException {
        String format = FORMAT + version;
        Map<Hash, byte[]> known = new HashMap<>();
        Optional<Decoder> in = SealedBytes.read(file, format);
        if (in.isPresent()) {
            for (int left = in.get().count(); left > 0; left--) {
                known.put(in.get().hash(), in.get().bytes(in.get().count()));
            }
        }
        return new Memo(file, format, known);
    }

    /**
     * The answer to a question, found now where it is not known; not to be changed.
     *
     * @param question the hash of what is asked and of all that decides the answer
     */
    public byte[] answer(Hash question, Supplier<byte[]> find) {
        return asked.computeIfAbsent(
                question,
                asking -> {
                    byte[] answer = known.get(asking);
                    return answer == null ? find.get() : answer;
                });
    }

    /** An answer that is made of texts. */
    public static byte[] bytes(String... texts) {
        Encoder out = new Encoder().number(texts.length);
        for (String text : texts) {
            out.text(text);
        }
        return Arrays.copyOf(out.written().array(), out.size());
    }

    /** The texts that an answer was made of. */
    public static List<String> texts(byte[] answer) {
        Decoder in = new Decoder(answer, 0);
        List<String> texts = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            texts.add(in.text());
        }
        return texts;
    }

    /** Writes down the answers that were asked for. */
    public void save() throws IOException {
        if (asked.keySet().equals(known.keySet())) {
            return;
        }
        Map<Hash, byte[]> sorted = new TreeMap<>(asked);
        Encoder out = new Encoder().number(sorted.size());
        sorted.forEach(
                (question, answer) ->
                        out.hash(question).number(answer.length).bytes(ByteBuffer.wrap(answer)));
        SealedBytes.write(file, format, out);
    }
}
