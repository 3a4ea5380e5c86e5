package dev.threadmill.archive.removal;

import dev.threadmill.archive.mail.ByteSearch;
import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.mail.Mboxrd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** The {@code raw} file of a message page, read back: the messages as they came in. */
final class PublishedRaw {

    private static final byte[] FROM = "From ".getBytes(StandardCharsets.US_ASCII);

    private PublishedRaw() {}

    /**
     * What git calls each of its messages, in their order. Where others follow, it is not known
     * whether a message ended with a line feed, so it has two names.
     *
     * @return empty where there is no such file
     */
    static List<Set<String>> blobs(Path raw) {
        if (!Files.isRegularFile(raw)) {
            return List.of();
        }
        try {
            return blobs(Files.readAllBytes(raw));
        } catch (IOException e) {
            throw new UncheckedIOException(raw + ": cannot be read (" + e + ")", e);
        }
    }

    private static List<Set<String>> blobs(byte[] raw) {
        List<Set<String>> blobs = new ArrayList<>();
        int start = lineAfter(raw, 0);
        for (int line = start; line < raw.length; line = lineAfter(raw, line)) {
            if (isFrom(raw, line)) {
                blobs.add(withoutSeparator(message(raw, start, line)));
                start = lineAfter(raw, line);
            }
        }
        blobs.add(Set.of(blob(message(raw, start, raw.length))));
        return blobs;
    }

    private static byte[] message(byte[] raw, int start, int end) {
        return Mboxrd.unquote(Arrays.copyOfRange(raw, start, end));
    }

    /** A blank line stands between two messages, and a line feed where the first had none. */
    private static Set<String> withoutSeparator(byte[] message) {
        byte[] ended = Arrays.copyOf(message, Math.max(0, message.length - 1));
        byte[] open = Arrays.copyOf(message, Math.max(0, message.length - 2));
        return Set.copyOf(List.of(blob(ended), blob(open)));
    }

    private static int lineAfter(byte[] raw, int line) {
        int end = ByteSearch.indexOf((byte) '\n', raw, line, raw.length);
        return Math.min(end + 1, raw.length);
    }

    private static boolean isFrom(byte[] raw, int at) {
        int end = at + FROM.length;
        return end <= raw.length && Arrays.equals(raw, at, end, FROM, 0, FROM.length);
    }

    /** The SHA-1 of a blob, as git counts it. */
    private static String blob(byte[] bytes) {
        MessageDigest sha1 = Hash.sha1();
        sha1.update(("blob " + bytes.length + "\0").getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(sha1.digest(bytes));
    }
}
