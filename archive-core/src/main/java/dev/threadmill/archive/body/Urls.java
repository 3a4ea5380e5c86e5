package dev.threadmill.archive.body;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the ends of URLs in text and makes them safe as the value of an attribute (RFC 3986). */
final class Urls {

    private static final String REL = "rel=\"nofollow noopener ugc\"";

    /** Schemes that only ever fetch or write to somebody, and run nothing. */
    private static final Set<String> WITH_HOST =
            Set.of(
                    "http", "https", "ftp", "ftps", "sftp", "git", "svn", "rsync", "gopher",
                    "gemini", "nntp", "nntps", "news", "imap", "imaps", "irc", "ircs");

    /** And those before an address, or the id of an article. */
    private static final Set<String> WITHOUT_HOST = Set.of("mailto", "news");

    private static final int LONGEST_SCHEME = 6;

    /** ASCII characters that a URL holds as they are; square brackets only around an IPv6 host. */
    private static final boolean[] SAFE = table("-._~:/?#@!$&'()*+,;=%");

    /** ASCII characters at which a URL in text does not end. */
    private static final boolean[] INSIDE = table("-._~:/?#[]@!$&'()*+,;=%{}");

    /** ASCII characters that one component of a URL holds as they are. */
    private static final boolean[] COMPONENT = table("-._~");

    /**
     * What the part of an address before its {@code @} is made of (RFC 5322 §3.2.3), without the
     * two signs at which the address in a URL ends (RFC 6068 §2).
     */
    private static final boolean[] LOCAL_PART = table("!$%&'*+-/=^_`{|}~.");

    private Urls() {}

    private static boolean[] table(String signs) {
        boolean[] table = new boolean[0x80];
        for (char c = '0'; c <= 'z'; c++) {
            table[c] = Character.isLetterOrDigit(c);
        }
        for (int i = 0; i < signs.length(); i++) {
            table[signs.charAt(i)] = true;
        }
        return table;
    }

    /**
     * Where the scheme before a colon starts, or the colon when it is none of ours.
     *
     * @param first before which it cannot start
     */
    static int schemeStart(Text text, int first, int colon) {
        boolean goesOn = colon + 1 < text.length() && text.at(colon + 1) > ' ';
        int start = colon;
        while (goesOn
                && start > first
                && colon - start <= LONGEST_SCHEME
                && isLetter(text.at(start - 1))) {
            start--;
        }
        if (start == colon || colon - start > LONGEST_SCHEME) {
            return colon;
        }
        String scheme = text.substring(start, colon).toLowerCase(Locale.ROOT);
        boolean withHost = text.startsWith("//", colon + 1);
        boolean known = (withHost ? WITH_HOST : WITHOUT_HOST).contains(scheme);
        return known ? start : colon;
    }

    /**
     * Where the URL ends whose colon stands at {@code colon}; the colon when nothing follows that
     * could be one. Punctuation that ends a sentence, brackets opened outside and a bracket with
     * another URL stay outside.
     */
    static int end(Text text, int colon, int to) {
        boolean withHost = text.startsWith("//", colon + 1);
        int start = withHost ? colon + 3 : addressStart(text, colon + 1, to);
        if (start >= to || !isHostStart(text.at(start))) {
            return colon;
        }
        // The host first: what follows it is looked at once, whatever URLs it may hold.
        if (withHost && !isAuthority(text, start, authorityEnd(text, start, to))) {
            return colon;
        }
        int end = withoutTrailing(text, start, inside(text, start, to));
        return end == start ? colon : end;
    }

    private static int withoutTrailing(Text text, int start, int to) {
        int end = to;
        while (end > start && isTrailing(text.at(end - 1))) {
            end--;
        }
        return end;
    }

    /** Where the path of a URL begins, or the URL ends that has none. */
    private static int authorityEnd(Text text, int start, int to) {
        int path = start;
        while (path < to && "/?#".indexOf(text.at(path)) < 0 && text.at(path) > ' ') {
            path++;
        }
        int end = inside(text, start, path);
        boolean goesOn = end == path && path < to && text.at(path) > ' ';
        return goesOn ? end : withoutTrailing(text, start, end);
    }

    /**
     * Whether a URL names its host as RFC 3986 §3.2 has it, with a port of digits, and no user
     * before it: readers take that for the host (§7.6).
     */
    private static boolean isAuthority(Text text, int start, int end) {
        boolean bracketed = false;
        boolean port = false;
        boolean digits = true;
        for (int i = start; i < end; i++) {
            char c = text.at(i);
            if (c == '@') {
                return false;
            } else if (port) {
                digits &= c >= '0' && c <= '9';
            } else if (c == '[' || c == ']') {
                bracketed = c == '[';
            } else {
                port = c == ':' && !bracketed;
            }
        }
        return digits;
    }

    /** Where the host of {@code somebody@host} starts; {@code to} when it is no address. */
    private static int addressStart(Text text, int from, int to) {
        int i = from;
        while (i < to && text.at(i) < 0x80 && LOCAL_PART[text.at(i)]) {
            i++;
        }
        return i > from && i < to && text.at(i) == '@' ? i + 1 : to;
    }

    private static int inside(Text text, int from, int to) {
        int round = 0;
        int square = 0;
        int curly = 0;
        for (int i = from; i < to; i++) {
            char c = text.at(i);
            switch (c) {
                case '(' -> round++;
                case '[' -> square++;
                case '{' -> curly++;
                case ')' -> round--;
                case ']' -> square--;
                case '}' -> curly--;
                default -> {
                    if (c < 0x80 ? INSIDE[c] : isForeign(text, i)) {
                        continue;
                    }
                    return i;
                }
            }
            if (round < 0 || square < 0 || curly < 0 || beginsAnother(text, i, to)) {
                return i;
            }
        }
        return to;
    }

    /** Whether a bracket opens before a URL: {@code said[http://where/it/leads]}. */
    private static boolean beginsAnother(Text text, int i, int to) {
        if (text.at(i) != '(' && text.at(i) != '[') {
            return false;
        }
        int colon = i + 1;
        while (colon < to && colon - i <= LONGEST_SCHEME && isLetter(text.at(colon))) {
            colon++;
        }
        return text.startsWith("://", colon) && schemeStart(text, i + 1, colon) == i + 1;
    }

    /** A letter of another script, or a half of one: nothing that could be punctuation. */
    private static boolean isForeign(Text text, int i) {
        char c = text.at(i);
        if (Character.isLowSurrogate(c)) {
            return i > 0 && Character.isHighSurrogate(text.at(i - 1));
        }
        return Character.isLetterOrDigit(text.codePointAt(i));
    }

    private static boolean isHostStart(char c) {
        return Character.isLetterOrDigit(c) || c == '[';
    }

    private static boolean isTrailing(char c) {
        return switch (c) {
            case '.', ',', ';', ':', '!', '?', '\'', '*', '(', '[', '{' -> true;
            default -> false;
        };
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /**
     * {@code <a href="…" rel="…">}; everything that is not plainly part of a URL is encoded. Of a
     * mailto link the address is kept alone: further fields could copy a reader's answer to
     * somebody, or attach a file to it (RFC 6068 §7).
     */
    static void open(HtmlBuilder out, String url) {
        boolean mailto = url.regionMatches(true, 0, "mailto:", 0, "mailto:".length());
        int fields = mailto ? url.indexOf('?') : -1;
        out.markup("<a href=\"");
        out.value(encode(fields < 0 ? url : url.substring(0, fields)));
        out.markup("\" ").markup(REL).markup(">");
    }

    /** Whether this is a URL that would be a link in text, and not one relative to a page. */
    static boolean isAbsolute(String url) {
        int colon = url.indexOf(':');
        if (colon < 0) {
            return false;
        }
        String scheme = url.substring(0, colon).toLowerCase(Locale.ROOT);
        boolean known =
                url.startsWith("//", colon + 1)
                        ? WITH_HOST.contains(scheme) && namesOnlyItsHost(url, colon + 1)
                        : WITHOUT_HOST.contains(scheme);
        return known && end(new Text(url), colon, url.length()) > colon;
    }

    /** Looks at signs, too, at which a URL in text ends: as an attribute it goes on behind them. */
    private static boolean namesOnlyItsHost(String url, int start) {
        int at = start + "//".length();
        while (at < url.length() && "/?#@".indexOf(url.charAt(at)) < 0) {
            at++;
        }
        return at == url.length() || url.charAt(at) != '@';
    }

    /** All schemes of links. */
    static String[] schemes() {
        return Stream.concat(WITH_HOST.stream(), WITHOUT_HOST.stream())
                .distinct()
                .toArray(String[]::new);
    }

    /** Undoes percent-encoding; what is none stays as it is. */
    static String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return encoded; // a stray % sign
        }
    }

    /** The URL with each unsafe character percent-encoded; it stays the same URL. */
    static String encode(String url) {
        int safe = bracketedHostEnd(url);
        while (safe < url.length() && isSafe(url, safe)) {
            safe++;
        }
        return safe == url.length() ? url : escape(url, safe, SAFE);
    }

    /** Where {@code http://[::1]} ends (RFC 3986 §3.2.2); 0 when the host is no such address. */
    private static int bracketedHostEnd(String url) {
        int start = url.indexOf("://[") + 4;
        if (start < 4 || start > LONGEST_SCHEME + 4) {
            return 0;
        }
        int end = start;
        while (end < url.length()
                && (Character.digit(url.charAt(end), 16) >= 0
                        || ":.".indexOf(url.charAt(end)) >= 0)) {
            end++;
        }
        boolean closed = end > start && end < url.length() && url.charAt(end) == ']';
        return closed ? end + 1 : 0;
    }

    /** Text as one component of a URL. */
    static String encodeComponent(String text) {
        return escape(text, 0, COMPONENT);
    }

    private static boolean isSafe(String url, int i) {
        char c = url.charAt(i);
        return c < 0x80 && SAFE[c] && (c != '%' || isEncoded(url, i));
    }

    private static boolean isEncoded(String url, int percent) {
        return percent + 2 < url.length()
                && Character.digit(url.charAt(percent + 1), 16) >= 0
                && Character.digit(url.charAt(percent + 2), 16) >= 0;
    }

    private static String escape(String url, int from, boolean[] safe) {
        StringBuilder out = new StringBuilder(url.length() + 32).append(url, 0, from);
        for (int i = from, next; i < url.length(); i = next) {
            int c = url.codePointAt(i);
            next = i + Character.charCount(c);
            if (c < 0x80 && safe[c] && (c != '%' || isEncoded(url, i))) {
                out.append((char) c);
                continue;
            }
            for (byte b : url.substring(i, next).getBytes(StandardCharsets.UTF_8)) {
                out.append('%')
                        .append(Character.toUpperCase(Character.forDigit((b >> 4) & 15, 16)));
                out.append(Character.toUpperCase(Character.forDigit(b & 15, 16)));
            }
        }
        return out.toString();
    }
}
