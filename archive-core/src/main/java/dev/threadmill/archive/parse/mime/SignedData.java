package dev.threadmill.archive.parse.mime;

import java.io.ByteArrayOutputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is inside of S/MIME mail that is signed and not encrypted, but wrapped up with its signature
 * (RFC 8551 §3.5.2), so that only programs which know S/MIME would show it. The signature is not
 * looked at.
 */
final class SignedData {

    private static final int INTEGER = 0x02;
    private static final int OCTETS = 0x04;
    private static final int OBJECT_ID = 0x06;
    private static final int OCTETS_IN_PIECES = 0x24;
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int FIRST = 0xa0;

    /** The object ids of RFC 5652 §5.1 and §4 differ in their last byte. */
    private static final byte[] PKCS7 = {
        0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 0x01, 0x07
    };

    private static final int SIGNED_DATA = 2;
    private static final int DATA = 1;

    private final byte[] bytes;
    private int at;

    private SignedData(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The part that was signed, with its header; null where there is none to be read. */
    static byte @Nullable [] content(Leaf leaf) {
        return isPkcs7(leaf) ? new SignedData(leaf.bytes()).content() : null;
    }

    private static boolean isPkcs7(Leaf leaf) {
        return switch (leaf.type()) {
            case "application/pkcs7-mime", "application/x-pkcs7-mime" -> true;
            case "application/octet-stream" ->
                    leaf.header().fileName().toLowerCase(Locale.ROOT).endsWith(".p7m");
            default -> false;
        };
    }

    private byte @Nullable [] content() {
        boolean signed =
                opens(SEQUENCE)
                        && isObjectId(SIGNED_DATA)
                        && opens(FIRST)
                        && opens(SEQUENCE)
                        && skips(INTEGER)
                        && skips(SET)
                        && opens(SEQUENCE)
                        && isObjectId(DATA)
                        && opens(FIRST);
        return signed ? octets() : null;
    }

    /** The string, which may come in pieces, and these in pieces again. */
    private byte @Nullable [] octets() {
        ByteArrayOutputStream octets = new ByteArrayOutputStream(bytes.length);
        while (tag() == OCTETS || tag() == OCTETS_IN_PIECES) {
            boolean pieces = tag() == OCTETS_IN_PIECES;
            int length = length();
            if (!pieces) {
                int there = Math.min(Math.max(length, 0), bytes.length - at);
                octets.write(bytes, at, there);
                at += there;
            }
        }
        return octets.size() == 0 ? null : octets.toByteArray();
    }

    /** Goes into what has this tag. */
    private boolean opens(int tag) {
        boolean opens = tag() == tag;
        if (opens) {
            length();
        }
        return opens;
    }

    /** Goes behind what has this tag and says how long it is. */
    private boolean skips(int tag) {
        if (tag() != tag) {
            return false;
        }
        int length = length();
        boolean whole = length >= 0 && length <= bytes.length - at;
        at += whole ? length : 0;
        return whole;
    }

    private boolean isObjectId(int last) {
        if (tag() != OBJECT_ID
                || length() != PKCS7.length + 1
                || bytes.length - at <= PKCS7.length) {
            return false;
        }
        for (byte b : PKCS7) {
            if (bytes[at++] != b) {
                return false;
            }
        }
        return bytes[at++] == last;
    }

    /** The tag that stands here; -1 at the end. */
    private int tag() {
        return at < bytes.length ? bytes[at] & 0xff : -1;
    }

    /** The length behind the tag here, which goes by; -1 where its end is marked instead. */
    private int length() {
        at++;
        int first = tag();
        at++;
        int digits = first < 0x80 ? 0 : first & 0x7f;
        long length = 0;
        for (int i = 0; i < digits; i++) {
            length = Math.min(Integer.MAX_VALUE, length << 8 | Math.max(0, tag()));
            at++;
        }
        at = Math.min(at, bytes.length);
        return first < 0x80 ? first : digits == 0 ? -1 : (int) length;
    }
}
