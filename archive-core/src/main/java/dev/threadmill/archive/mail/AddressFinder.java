package dev.threadmill.archive.mail;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds what of a text is an address, as people and mail programs write them: {@code user@host},
 * {@code <user@host>}, {@code "a user"@host}, wrapped by a mail program, percent-encoded in a URL,
 * or spoken as {@link SpokenAddresses} knows it, or inside {@link Base64Runs}. In angle brackets
 * any {@code @} will do, since ids of messages look the same and many hold an address; elsewhere
 * the host needs a dot and a name after it, so that {@code @@ -1 +1 @@}, {@code pkg@1.2.3} and
 * {@code node@0} stay. Each character is looked at a few times at most.
 */
final class AddressFinder {

    /** No id or address is longer. */
    private static final int LONGEST = 300;

    /** Beside letters and digits, what stands before an {@code @}. */
    private static final String LOCAL = "._+-%=~!#$*^'";

    /** Where an id in text ends. */
    private static final String AROUND_ID = "<>\"()[]{},;|";

    private static final int MOST_SEGMENTS = 4;

    /** With more {@code @} and {@code %} than these it is no id. */
    private static final int MOST_SIGNS = 6;

    private final String text;
    private final AddressPolicy policy;
    private final SpokenAddresses spoken;
    private final Base64Runs encoded;
    private final List<Redaction> found = new ArrayList<>();

    /** Where the last one ended: nothing before it is looked at again. */
    private int done;

    AddressFinder(String text, AddressPolicy policy) {
        this.text = text;
        this.policy = policy;
        this.spoken = new SpokenAddresses(text, policy);
        this.encoded = new Base64Runs(text);
    }

    List<Redaction> find() {
        int i = 0;
        while (i < text.length()) {
            Redaction redaction = at(i);
            if (redaction == null) {
                i++;
            } else {
                found.add(redaction);
                done = redaction.to();
                i = done;
            }
        }
        return found;
    }

    private @Nullable Redaction at(int i) {
        char c = text.charAt(i);
        if (c == '<') {
            return bracketed(i);
        }
        int end = encoded.endOfAddress(i);
        if (end > 0) {
            return new Redaction(i, end, policy.insteadOfAll());
        }
        if (c == 'a' || c == 'A') {
            return spoken.at(i, done);
        }
        int sign = AtSigns.length(text, i);
        return sign > 0 ? signed(i, sign) : null;
    }

    /** {@code <user@host>} or {@code <id@host>}, maybe over the end of a line. */
    private @Nullable Redaction bracketed(int open) {
        StringBuilder inside = new StringBuilder();
        int at = -1;
        int i = open + 1;
        for (int last = Math.min(text.length(), open + LONGEST); i < last; i++) {
            char c = text.charAt(i);
            if (c == '>' && inside.length() > 0) {
                break;
            }
            if (c == '\n') {
                i = QuotePrefix.end(text, i + 1) - 1;
            } else if (c <= ' ' || c == '<' || c == '>') {
                return null;
            } else {
                at = AtSigns.length(text, i) > 0 ? inside.length() : at;
                inside.append(c);
            }
        }
        if (i >= text.length() || text.charAt(i) != '>' || at < 1 || at == inside.length() - 1) {
            return null;
        }
        String content = inside.toString();
        if (content.contains("://") || isPublished(content)) {
            return null;
        }
        MessageId id = MessageId.parse(content).orElseThrow();
        if (policy.holds(id)) {
            return new Redaction(open + 1, i, id.hashed(), true);
        }
        boolean mailto = content.regionMatches(true, 0, "mailto:", 0, 7);
        String local = content.substring(mailto ? 7 : 0, Math.max(at, mailto ? 7 : 0));
        return new Redaction(open, i + 1, policy.insteadInBrackets(local));
    }

    private boolean isPublished(String content) {
        boolean mailto = content.regionMatches(true, 0, "mailto:", 0, 7);
        String address = mailto ? content.substring(7) : content;
        return policy.isPublished(address.replace("%40", "@"));
    }

    /** What stands around an {@code @}, however that is written. */
    private @Nullable Redaction signed(int at, int length) {
        Redaction message = named(at, length);
        if (message != null) {
            return message;
        }
        int from = localStart(at);
        int host = at + length;
        if (host < text.length() && text.charAt(host) == '\n') {
            host = QuotePrefix.end(text, host + 1);
        }
        if (from == at && isBlank(at - 1) && isBlank(host)) {
            return spoken.spaced(at, done);
        }
        boolean mailto = text.regionMatches(true, Math.max(done, from - 7), "mailto:", 0, 7);
        int to = Hosts.end(text, host);
        if (from == at || !Hosts.isHost(text, host, to, mailto)) {
            return null;
        }
        String local = text.substring(from, at);
        if (policy.isPublished(local + "@" + text.substring(host, to))) {
            return null;
        }
        if (from > done
                && text.charAt(from - 1) == '<'
                && to < text.length()
                && text.charAt(to) == '>') {
            return new Redaction(from - 1, to + 1, policy.insteadInBrackets(local));
        }
        int start = mailto ? Math.max(done, from - 7) : withoutScheme(from);
        String between = start < from && !mailto ? text.substring(start, from) : "";
        return new Redaction(
                start, to, between.replaceFirst("^[^/]*//", "") + policy.instead(local));
    }

    private boolean isBlank(int i) {
        return i >= 0 && i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t');
    }

    private int localStart(int at) {
        int least = Math.max(done, at - LONGEST);
        if (at > done && text.charAt(at - 1) == '"') {
            int quote = at - 2;
            while (quote >= least && "\"\n".indexOf(text.charAt(quote)) < 0) {
                quote--;
            }
            return quote >= least && text.charAt(quote) == '"' ? quote : at;
        }
        int from = at;
        while (from > least && isLocal(text.charAt(from - 1))) {
            from--;
        }
        return trimmed(from, at);
    }

    private static boolean isLocal(char c) {
        return c < 0x80
                ? Character.isLetterOrDigit(c) || LOCAL.indexOf(c) >= 0
                : Character.isLetterOrDigit(c) || Character.isSurrogate(c);
    }

    /** Without what rather belongs to the text around: quotes, {@code key=}, {@code %3C}. */
    private int trimmed(int start, int at) {
        int from = start;
        for (int i = at - 1; i >= start && text.charAt(i) != '.'; i--) {
            if (text.charAt(i) == '=') {
                from = i + 1; // unless it is list-bounces+user=host.org@list
                break;
            }
        }
        while (from < at) {
            boolean encoded =
                    text.charAt(from) == '%'
                            && from + 3 < at
                            && Character.digit(text.charAt(from + 1), 16) >= 0
                            && Character.digit(text.charAt(from + 2), 16) >= 0;
            if (!encoded && ".'*-~=!^#%".indexOf(text.charAt(from)) < 0) {
                break;
            }
            from += encoded ? 3 : 1;
        }
        return from;
    }

    /**
     * Where the URL starts in whose middle an address starts, else {@code from}: what is left of it
     * leads nowhere, and without its scheme nobody takes it for a link.
     */
    private int withoutScheme(int from) {
        int start = from;
        int least = Math.max(done, from - LONGEST);
        while (start > least && text.charAt(start - 1) > ' ' && !isAround(start - 1)) {
            start--;
            if (text.startsWith("://", start)) {
                int scheme = start;
                while (scheme > least && Character.isLetterOrDigit(text.charAt(scheme - 1))) {
                    scheme--;
                }
                return scheme;
            }
        }
        return from;
    }

    private boolean isAround(int i) {
        return AROUND_ID.indexOf(text.charAt(i)) >= 0;
    }

    /** A message of this archive that is named here without brackets. */
    private @Nullable Redaction named(int at, int length) {
        int from = at;
        int signs = 0;
        int least = Math.max(done, at - LONGEST);
        while (from > least && text.charAt(from - 1) > ' ' && !isAround(from - 1)) {
            from--;
            signs += isSign(from);
            if (signs > MOST_SIGNS) {
                return null;
            }
        }
        int to = at + length;
        int most = Math.min(text.length(), at + LONGEST);
        while (to < most && text.charAt(to) > ' ' && !isAround(to)) {
            signs += isSign(to);
            to++;
            if (signs > MOST_SIGNS) {
                return null;
            }
        }
        while (to > at + length && ".:!?'&#/".indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        Redaction whole = mention(from, to, text.substring(from, to));
        if (whole != null) {
            return whole;
        }
        int end = to;
        for (int i = at + length; i < to; i++) {
            if ("/?#&".indexOf(text.charAt(i)) >= 0) {
                end = i;
                break;
            }
        }
        int tried = 0;
        for (int i = at - 1; i >= from && tried < MOST_SEGMENTS; i--) {
            if ("/=:".indexOf(text.charAt(i)) >= 0) {
                Redaction part = mention(i + 1, end, decoded(text.substring(i + 1, end)));
                if (part != null) {
                    return part;
                }
                tried++;
            }
        }
        return null;
    }

    private int isSign(int i) {
        return text.charAt(i) == '@' || text.charAt(i) == '%' ? 1 : 0;
    }

    private @Nullable Redaction mention(int from, int to, String candidate) {
        MessageId id = MessageId.parse(candidate).orElse(null);
        return id != null && policy.holds(id) ? new Redaction(from, to, id.hashed(), true) : null;
    }

    private static String decoded(String encoded) {
        return encoded.indexOf('%') < 0
                ? encoded
                : encoded.replace("%40", "@")
                        .replace("%2F", "/")
                        .replace("%2f", "/")
                        .replace("%2B", "+")
                        .replace("%2b", "+")
                        .replace("%24", "$")
                        .replace("%3D", "=")
                        .replace("%3d", "=");
    }
}
