package dev.threadmill.archive.mail;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;

/**
 * The first 128 bits of a SHA-256: enough to tell any two messages or files apart, and small enough
 * to keep one for each of a million.
 */
public record Hash(long high, long low) implements Comparable<Hash> {

    private static final Comparator<Hash> ORDER =
            Comparator.comparingLong(Hash::high).thenComparingLong(Hash::low);

    /** The hash of these bytes. */
    public static Hash of(byte[] bytes) {
        return of(bytes, 0, bytes.length);
    }

    /** The hash of {@code length} bytes from {@code offset} on. */
    public static Hash of(byte[] bytes, int offset, int length) {
        MessageDigest sha256 = sha256();
        sha256.update(bytes, offset, length);
        return of(sha256);
    }

    /** The hash of what {@code sha256} was fed; the digest is reset. */
    public static Hash of(MessageDigest sha256) {
        ByteBuffer digest = ByteBuffer.wrap(sha256.digest());
        return new Hash(digest.getLong(), digest.getLong());
    }

    /** A fresh SHA-256, which every Java platform has. */
    public static MessageDigest sha256() {
        return digest("SHA-256");
    }

    /**
     * A fresh SHA-1, by which git and public-inbox name things. It tells nobody's forgery from the
     * original.
     */
    public static MessageDigest sha1() {
        return digest("SHA-1");
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Java platform without " + algorithm, e);
        }
    }

    /** An order that says nothing of what was hashed. */
    @Override
    public int compareTo(Hash other) {
        return ORDER.compare(this, other);
    }

    /** 32 lower-case hexadecimal digits. */
    @Override
    public String toString() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(high) + hex.toHexDigits(low);
    }
}
