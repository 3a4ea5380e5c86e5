package dev.threadmill.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jsoup.parser.Parser;

/**
 * Addresses in bytes of any kind, however they are encoded: read without any of our own code, and
 * rather too much than too little. What it collects of mail it looks for in a site.
 */
final class AddressSearch {

    private static final Pattern BASE64 =
            Pattern.compile("(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{12,}+={0,2}");
    private static final Pattern BASE64_LINES =
            Pattern.compile(
                    "(?<![A-Za-z0-9+/> |])(?:[> |]*+[A-Za-z0-9+/]{40,}+\\r?\\n)++(?:[> |]*+[A-Za-z0-9+/]++={0,2})?");
    private static final Pattern UNICODE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");
    private static final Pattern AT = Pattern.compile("\\s{1,3}[\\[(]?(?:at|@)[\\])]?\\s{1,3}");
    private static final int LONGEST = 90;

    private final Set<String> addresses = new HashSet<>();
    private final Set<String> published = new HashSet<>();

    /**
     * Addresses to look for.
     *
     * @param published those that may be found
     */
    AddressSearch(Collection<String> published) {
        published.forEach(address -> this.published.add(address.toLowerCase(Locale.ROOT)));
    }

    /** Notes every address of this mail. */
    void collect(byte[] mail) {
        readings(mail, false, text -> aroundSigns(text, this::note));
    }

    private void note(String text, int at) {
        int from = at;
        while (from > 0 && isLocal(text.charAt(from - 1))) {
            from--;
        }
        while (from < at && "._%+-".indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        int to = at + 1;
        while (to < text.length() && isHost(text.charAt(to))) {
            to++;
        }
        while (to > at + 1 && ".-".indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        String host = text.substring(at + 1, to);
        String address = text.substring(from, to);
        if (from < at
                && host.matches("[^.-].*\\.\\p{L}{2,}")
                && address.length() < LONGEST
                && !published.contains(address)) {
            addresses.add(address);
        }
    }

    int size() {
        return addresses.size();
    }

    /** What of it stands in a file of this name with this content. */
    Set<String> found(String name, byte[] content) {
        Set<String> found = new HashSet<>();
        Consumer<String> look = text -> aroundSigns(text, (all, at) -> find(all, at, found));
        readings(name.getBytes(StandardCharsets.UTF_8), true, look);
        readings(content, true, look);
        return found;
    }

    /** Any beginning of the local part, any end of the host: something may stand around both. */
    private void find(String text, int at, Set<String> found) {
        for (int from = at - 1; from >= Math.max(0, at - LONGEST); from--) {
            if (!isLocal(text.charAt(from))) {
                break;
            }
            for (int to = at + 2; to <= Math.min(text.length(), at + LONGEST); to++) {
                if (!isHost(text.charAt(to - 1))) {
                    break;
                }
                String candidate = text.substring(from, to);
                if (addresses.contains(candidate) && !isPublished(text, at)) {
                    found.add(candidate);
                }
            }
        }
    }

    /** {@code lists@example.org} holds {@code s@example.org}, but does not tell it. */
    private boolean isPublished(String text, int at) {
        for (String address : published) {
            int start = at - address.indexOf('@');
            boolean whole =
                    start >= 0
                            && text.startsWith(address, start)
                            && (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)));
            if (whole) {
                return true;
            }
        }
        return false;
    }

    private interface Sign {
        void at(String text, int at);
    }

    private static void aroundSigns(String text, Sign sign) {
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            sign.at(text, at);
        }
    }

    /**
     * The text of these bytes, in every way that somebody might read it.
     *
     * @param spoken whether {@code at} and {@code dot} are read as what they may stand for
     */
    private static void readings(byte[] bytes, boolean spoken, Consumer<String> to) {
        if (bytes.length > 2 && bytes[0] == 0x1f && (bytes[1] & 0xff) == 0x8b) {
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                readings(in.readAllBytes(), spoken, to);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        List<String> texts = new ArrayList<>();
        String utf8 = new String(bytes, StandardCharsets.UTF_8);
        texts.add(utf8);
        texts.add(withoutQuotedPrintable(bytes));
        if (utf8.stripLeading().startsWith("<")) { // HTML, XML
            texts.add(utf8.replaceAll("<[^<>]{0,2000}>", ""));
        }
        if (utf8.contains("\\u")) {
            texts.add(
                    UNICODE.matcher(utf8)
                            .replaceAll(
                                    m ->
                                            Matcher.quoteReplacement(
                                                    "" + (char) Integer.parseInt(m.group(1), 16))));
        }
        for (String text : List.copyOf(texts)) {
            if (text.indexOf('&') >= 0) {
                texts.add(Parser.unescapeEntities(text, false));
            }
            if (text.indexOf('%') >= 0) {
                texts.add(percentDecoded(text));
            }
        }
        for (String text : texts) {
            String lower = text.toLowerCase(Locale.ROOT);
            to.accept(lower);
            if (spoken) {
                to.accept(AT.matcher(lower).replaceAll("@").replace(" dot ", "."));
            }
        }
        decoded(BASE64.matcher(utf8), to);
        decoded(BASE64_LINES.matcher(utf8), to);
    }

    private static void decoded(Matcher run, Consumer<String> to) {
        while (run.find()) {
            String letters = run.group().replaceAll("[^A-Za-z0-9+/]", "");
            for (int shift = 0; shift < Math.min(4, letters.length()); shift++) {
                String whole = letters.substring(shift);
                byte[] bytes =
                        Base64.getDecoder().decode(whole.substring(0, whole.length() / 4 * 4));
                if (holdsSign(bytes)) {
                    String text = new String(bytes, StandardCharsets.ISO_8859_1);
                    to.accept(text.toLowerCase(Locale.ROOT));
                }
            }
        }
    }

    private static boolean holdsSign(byte[] bytes) {
        for (byte b : bytes) {
            if (b == '@') {
                return true;
            }
        }
        return false;
    }

    private static String withoutQuotedPrintable(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
            if (bytes[i] == '=' && i + 1 < bytes.length && bytes[i + 1] == '\n') {
                i++;
            } else if (bytes[i] == '=' && high >= 0 && low >= 0) {
                text.append((char) (16 * high + low));
                i += 2;
            } else {
                text.append((char) (bytes[i] & 0xff));
            }
        }
        return text.toString();
    }

    private static String percentDecoded(String text) {
        try {
            return URLDecoder.decode(
                    text.replace("+", "%2B").replaceAll("%(?![0-9a-fA-F]{2})", "%25"),
                    StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static boolean isLocal(char c) {
        return Character.isLetterOrDigit(c) || "._%+-".indexOf(c) >= 0;
    }

    private static boolean isHost(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-';
    }
}
