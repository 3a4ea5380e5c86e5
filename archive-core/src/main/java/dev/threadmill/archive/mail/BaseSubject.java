package dev.threadmill.archive.mail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * RFC 5256 §2.1: the base subject. What was added is passed over from both ends, each place once,
 * with possessive patterns: hostile subjects cannot slow it.
 */
final class BaseSubject {

    private static final Pattern SPACE = Pattern.compile("\\s++");
    private static final Pattern BLOB = Pattern.compile("\\[[^\\[\\]]*+\\] ?+");
    private static final Pattern REPLY =
            Pattern.compile("(?i)(?:re|fwd?) ?+(?:\\[[^\\[\\]]*+\\] ?+)?+: ?+");

    private static final String TRAILER = "(fwd)";
    private static final String FORWARD = "[fwd:";

    private final String text;
    private final Matcher blob;
    private final Matcher reply;

    /** What stands between is the base subject, as far as it is known. */
    private int from;

    private int to;

    private BaseSubject(String subject) {
        text = SPACE.matcher(subject).replaceAll(" ").strip();
        to = text.length();
        blob = BLOB.matcher(text);
        reply = REPLY.matcher(text);
    }

    static String of(String subject) {
        BaseSubject base = new BaseSubject(subject);
        do {
            base.passTrailers();
            base.passLeaders();
        } while (base.passForward());
        return base.text.substring(base.from, base.to);
    }

    private void passTrailers() {
        while (to - from >= TRAILER.length() && stands(TRAILER, to - TRAILER.length())) {
            to -= TRAILER.length();
            passBlanksAtEnd();
        }
    }

    /** Steps 3 to 5 in one pass: blobs before a "Re:" go with it, others as long as text stays. */
    private void passLeaders() {
        while (true) {
            int lastBlob = from;
            int afterBlobs = from;
            while (blob.region(afterBlobs, to).lookingAt()) {
                lastBlob = afterBlobs;
                afterBlobs = blob.end();
            }
            if (!reply.region(afterBlobs, to).lookingAt()) {
                from = afterBlobs < to ? afterBlobs : lastBlob;
                return;
            }
            from = reply.end();
        }
    }

    /** Step 6; whether there was any. */
    private boolean passForward() {
        if (to - from <= FORWARD.length() || text.charAt(to - 1) != ']' || !stands(FORWARD, from)) {
            return false;
        }
        from += FORWARD.length();
        to--;
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        passBlanksAtEnd();
        return true;
    }

    private boolean stands(String words, int at) {
        return text.regionMatches(true, at, words, 0, words.length());
    }

    private void passBlanksAtEnd() {
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
    }
}
