package dev.threadmill.archive.mail;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A Message-ID as RFC 5322 §3.6.4 writes it, without its angle brackets: {@code 1234@example.org}.
 * It holds no white space and no NUL, and is never empty; anything else that mail has put between
 * brackets is kept as it came.
 *
 * <p>A message that came without one is given {@code ~} and the hash of its bytes, so that it keeps
 * its address as long as its bytes stay the same.
 */
public record MessageId(String value) implements Comparable<MessageId> {

    public MessageId {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("value must not be empty");
        }
    }

    /**
     * The id that an unfolded Message-ID header names: the text inside the first {@code <…>}, else
     * the whole value; white space and NUL removed. Empty when nothing is left.
     */
    public static Optional<MessageId> parse(String header) {
        int open = header.indexOf('<');
        int close = open < 0 ? -1 : header.indexOf('>', open);
        String id = clean(close < 0 ? header : header.substring(open + 1, close));
        return id.isEmpty() ? Optional.empty() : Optional.of(new MessageId(id));
    }

    /** The id given to a message without one: {@code ~} and 26 characters for its bytes. */
    public static MessageId forBytes(byte[] message) {
        return new MessageId(tilde(message));
    }

    /** The name under which an id that cannot be a path is addressed. */
    public String hashed() {
        return tilde(value.getBytes(StandardCharsets.UTF_8));
    }

    /** {@code ~} and the first 26 characters of the base32 of the SHA-256 of these bytes. */
    private static String tilde(byte[] bytes) {
        return "~" + Base32.encode(Hash.sha256().digest(bytes)).substring(0, 26);
    }

    /** The SHA-1 of the id in 40 hexadecimal digits: public-inbox makes its anchors from it. */
    public String sha1() {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(Hash.sha1().digest(bytes));
    }

    private static String clean(String text) {
        int dirty = 0;
        while (dirty < text.length() && !isBlank(text.charAt(dirty))) {
            dirty++;
        }
        if (dirty == text.length()) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!isBlank(text.charAt(i))) {
                kept.append(text.charAt(i));
            }
        }
        return kept.toString();
    }

    private static boolean isBlank(char c) {
        return c == 0 || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    @Override
    public int compareTo(MessageId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return "<" + value + ">";
    }
}
