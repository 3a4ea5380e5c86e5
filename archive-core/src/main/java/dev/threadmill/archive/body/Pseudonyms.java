package dev.threadmill.archive.body;

import dev.threadmill.archive.mail.MessageId;
import java.util.Optional;

/**
 * Ids that the archive gave: to messages that came without one, and to all where their own may hold
 * addresses. They are {@code ~} and 26 characters of base32.
 */
final class Pseudonyms {

    static final int LENGTH = 27;

    private Pseudonyms() {}

    /** Whether one starts at {@code from} and ends with the text's piece or another character. */
    static boolean isAt(String text, int from, int to) {
        if (to - from < LENGTH || text.charAt(from) != '~') {
            return false;
        }
        for (int i = from + 1; i < from + LENGTH; i++) {
            if (!isBase32(text.charAt(i))) {
                return false;
            }
        }
        return to == from + LENGTH || !isBase32(text.charAt(from + LENGTH));
    }

    /** The one that is a segment of a URL's path or query. */
    static Optional<MessageId> inUrl(String url) {
        for (int tilde = url.indexOf('~'); tilde >= 0; tilde = url.indexOf('~', tilde + 1)) {
            boolean starts = tilde > 0 && "/=:".indexOf(url.charAt(tilde - 1)) >= 0;
            if (starts && isAt(url, tilde, url.length())) {
                return Optional.of(new MessageId(url.substring(tilde, tilde + LENGTH)));
            }
        }
        return Optional.empty();
    }

    private static boolean isBase32(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '2' && c <= '7');
    }
}
