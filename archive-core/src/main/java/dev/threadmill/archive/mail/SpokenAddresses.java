package dev.threadmill.archive.mail;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds addresses that somebody wrote for people alone: {@code user at host.org}, as Pipermail does
 * it, {@code user [at] host dot org}. Without brackets and dots in words, {@code at} is a word like
 * others, so that the word before it and the end of the host have to look like an address.
 */
final class SpokenAddresses {

    /** Ends of hosts; those of two letters are countries. */
    private static final Set<String> DOMAINS =
            Set.of(
                    "com", "org", "net", "edu", "gov", "mil", "int", "info", "biz", "name", "dev",
                    "app", "xyz", "online", "email", "cloud", "tech", "site", "systems");

    /** Countries that are the ends of files more often. */
    private static final Set<String> FILES =
            Set.of("py", "sh", "pl", "rs", "md", "am", "cc", "so", "ml", "ps", "mk", "hs", "ac");

    /** Words that stand before {@code at lwn.net}. */
    private static final Set<String> PROSE =
            words(
                    """
                    me us it is are was be out up look looking looked him her them you here there
                    found available hosted live page site website project work working and or not
                    only also now list archive archives repository repo tree branch online posted
                    published talk article documentation docs download git web wiki blog post
                    report bug tracker located maintained people folks guys one that this these
                    those see visit
                    """);

    private static final int MOST_LABELS = 20;

    private final String text;
    private final AddressPolicy policy;

    private static Set<String> words(String all) {
        return Set.of(all.strip().split("\\s+", -1));
    }

    SpokenAddresses(String text, AddressPolicy policy) {
        this.text = text;
        this.policy = policy;
    }

    /**
     * The address whose {@code at} starts at {@code i}, if it is one.
     *
     * @param first before which it cannot start
     */
    @Nullable Redaction at(int i, int first) {
        boolean at =
                i > first
                        && i + 2 < text.length()
                        && (text.charAt(i + 1) == 't' || text.charAt(i + 1) == 'T')
                        && !isWord(text.charAt(i - 1))
                        && !isWord(text.charAt(i + 2));
        return at ? around(i, i + 2, first, false) : null;
    }

    /** The address whose {@code @} has a blank on both sides. */
    @Nullable Redaction spaced(int at, int first) {
        return around(at, at + 1, first, true);
    }

    private @Nullable Redaction around(int from, int to, int first, boolean sign) {
        int left = blanksBefore(from, first);
        boolean opened = left > first && "([{<".indexOf(text.charAt(left - 1)) >= 0;
        int localEnd = opened ? blanksBefore(left - 1, first) : left;
        int right = blanksAfter(to);
        boolean closed = right < text.length() && ")]}>".indexOf(text.charAt(right)) >= 0;
        int host = closed ? blanksAfter(right + 1) : right;
        boolean glued = !opened && (localEnd == from || host == to);
        if (opened != closed || glued) {
            return null;
        }
        Host read = host(host);
        int start = localEnd;
        while (start > first && isLocal(text.charAt(start - 1))) {
            start--;
        }
        String local = text.substring(start, localEnd);
        if (read == null || start == localEnd || policy.isPublished(local + "@" + read.name())) {
            return null;
        }
        boolean bracketed = isAt(start - 1, '<') && isAt(read.end(), '>');
        if (bracketed) {
            return new Redaction(start - 1, read.end() + 1, policy.insteadInBrackets(local));
        }
        boolean certain = opened || read.spoken();
        return certain || isLikely(local, read, sign)
                ? new Redaction(start, read.end(), policy.instead(local))
                : null;
    }

    private boolean isAt(int i, char c) {
        return i >= 0 && i < text.length() && text.charAt(i) == c;
    }

    private boolean isLikely(String local, Host host, boolean sign) {
        boolean path = isAt(host.end(), '/') || isAt(host.end(), ':') || isAt(host.end(), '(');
        String last = host.name().substring(host.name().lastIndexOf('.') + 1);
        boolean country = last.length() == 2 && !FILES.contains(last);
        return !path
                && (country || DOMAINS.contains(last))
                && (sign || !PROSE.contains(local.toLowerCase(Locale.ROOT)));
    }

    /** A host in words: its name with dots, and whether one of them was spoken. */
    private record Host(String name, int end, boolean spoken) {}

    private @Nullable Host host(int from) {
        StringBuilder name = new StringBuilder();
        boolean spoken = false;
        int end = from;
        int i = from;
        for (int labels = 0; labels < MOST_LABELS; labels++) {
            int label = i;
            while (i < text.length() && (isWord(text.charAt(i)) || text.charAt(i) == '-')) {
                i++;
            }
            if (i == label) {
                break;
            }
            name.append(name.isEmpty() ? "" : ".").append(text, label, i);
            end = i;
            int dot = afterDot(i);
            if (dot == i) {
                break;
            }
            spoken |= dot > i + 1;
            i = dot;
        }
        int last = name.lastIndexOf(".");
        boolean named = last > 0 && name.length() - last > 2;
        return named && Character.isLetter(name.charAt(last + 1))
                ? new Host(name.toString().toLowerCase(Locale.ROOT), end, spoken)
                : null;
    }

    /** Where the next part of a host starts, behind {@code .}, {@code dot} or {@code [dot]}. */
    private int afterDot(int i) {
        if (isAt(i, '.')) {
            return i + 1;
        }
        int word = blanksAfter(i);
        boolean opened = word < text.length() && "([{".indexOf(text.charAt(word)) >= 0;
        word = opened ? blanksAfter(word + 1) : word;
        int end = word;
        if (isAt(word, '.') && opened) {
            end = word + 1;
        } else if (text.regionMatches(true, word, "dot", 0, 3)) {
            end = word + 3;
        }
        int next = blanksAfter(end);
        boolean closed = next < text.length() && ")]}".indexOf(text.charAt(next)) >= 0;
        boolean apart = opened ? closed : word > i && next > end;
        return end == word || !apart ? i : blanksAfter(closed ? next + 1 : next);
    }

    private int blanksBefore(int i, int first) {
        int at = i;
        while (at > first && (isAt(at - 1, ' ') || isAt(at - 1, '\t'))) {
            at--;
        }
        return at;
    }

    private int blanksAfter(int i) {
        int at = i;
        while (isAt(at, ' ') || isAt(at, '\t')) {
            at++;
        }
        return at;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c);
    }

    private static boolean isLocal(char c) {
        return isWord(c) || "._+-".indexOf(c) >= 0;
    }
}
