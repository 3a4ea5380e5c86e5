package dev.threadmill.archive.mail;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The name of an author's page in its address: {@code ann-ash-5f2b9c01}. */
final class AuthorKey {

    private static final int LONGEST_NAME = 60;
    private static final int DIGITS = 8;

    private AuthorKey() {}

    /** The slug of the name and the hash of the address; of the name where there is no address. */
    static String of(Address author) {
        return withDigits(author, Hash.of(identity(author)).toString());
    }

    /**
     * The slug of the name and digits that only who knows the secret can make of the address
     * (HMAC-SHA-256, RFC 2104).
     */
    static String of(Address author, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return withDigits(author, HexFormat.of().formatHex(mac.doFinal(identity(author))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java platform without HMAC-SHA-256", e);
        }
    }

    private static byte[] identity(Address author) {
        return author.identity().getBytes(StandardCharsets.UTF_8);
    }

    private static String withDigits(Address author, String hash) {
        String digits = hash.substring(0, DIGITS);
        String slug = slug(author.name());
        return slug.isEmpty() ? digits : slug + "-" + digits;
    }

    /** Letters without their accents, and digits; {@code -} for whatever stands between them. */
    private static String slug(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        StringBuilder slug = new StringBuilder();
        boolean gap = false;
        for (int i = 0; i < plain.length() && slug.length() < LONGEST_NAME - 1; i++) {
            char c = plain.charAt(i);
            boolean kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (kept) {
                slug.append(gap && !slug.isEmpty() ? "-" : "").append(c);
            }
            boolean accent = Character.getType(c) == Character.NON_SPACING_MARK;
            gap = !kept && (gap || !accent);
        }
        return slug.toString();
    }
}
