package dev.threadmill.archive.mail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** RFC 5256 §2.1: the base subject, with possessive patterns that hostile subjects cannot slow. */
final class BaseSubject {

    private static final Pattern SPACE = Pattern.compile("\\s++");
    private static final Pattern TRAILER = Pattern.compile("(?i)\\(fwd\\)$");
    private static final Pattern BLOB = Pattern.compile("\\[[^\\[\\]]*+\\]\\s*+");
    private static final Pattern REPLY =
            Pattern.compile("(?i)(?:re|fwd?)\\s*+(?:\\[[^\\[\\]]*+\\]\\s*+)?+:\\s*+");
    private static final Pattern FORWARD = Pattern.compile("(?i)\\[fwd:(.*)\\]");

    private BaseSubject() {}

    static String of(String subject) {
        String base = SPACE.matcher(subject).replaceAll(" ").strip();
        while (true) {
            String before = base;
            base = withoutTrailers(base);
            base = withoutLeaders(base);
            Matcher forward = FORWARD.matcher(base);
            if (!forward.matches()) {
                return base;
            }
            base = forward.group(1).strip();
            if (base.equals(before)) {
                return base;
            }
        }
    }

    private static String withoutTrailers(String text) {
        String rest = text;
        for (Matcher m = TRAILER.matcher(rest); m.find(); m = TRAILER.matcher(rest)) {
            rest = rest.substring(0, m.start()).stripTrailing();
        }
        return rest;
    }

    /** Steps 3 to 5 in one pass: blobs before a "Re:" go with it, others as long as text stays. */
    private static String withoutLeaders(String text) {
        Matcher blob = BLOB.matcher(text);
        Matcher reply = REPLY.matcher(text);
        int start = 0;
        while (true) {
            int lastBlob = start;
            int afterBlobs = start;
            while (blob.region(afterBlobs, text.length()).lookingAt()) {
                lastBlob = afterBlobs;
                afterBlobs = blob.end();
            }
            if (!reply.region(afterBlobs, text.length()).lookingAt()) {
                return text.substring(afterBlobs < text.length() ? afterBlobs : lastBlob);
            }
            start = reply.end();
        }
    }
}
