package dev.threadmill.archive.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the brackets before a subject say of a patch: {@code [RFC PATCH net-next v2 03/12]} is the
 * third of twelve patches, in their second version.
 *
 * @param version 1 where the tag names none
 * @param versioned whether the tag names its version
 * @param number which of the patches it is, from 1; 0 is the letter that goes with them
 * @param total how many patches there are; 1 where the tag does not count
 * @param prefixes its other words, as they were written: {@code RFC}, {@code net-next}
 * @param title the subject behind the brackets
 */
public record PatchTag(
        int version,
        boolean versioned,
        int number,
        int total,
        List<String> prefixes,
        String title) {

    private static final String REPLY = "re:";

    public PatchTag {
        prefixes = List.copyOf(prefixes);
    }

    /**
     * The tag of a subject: one with the word PATCH in its leading brackets, or with RFC or a
     * version beside a count. Replies have none, and requests to pull none either.
     */
    public static Optional<PatchTag> of(Subject subject) {
        return parse(subject.text(), 0);
    }

    /** The tag of the patch that this subject answers, as its {@code Re:} repeats it. */
    public static Optional<PatchTag> answered(Subject subject) {
        String text = subject.text();
        int at = skipBlanks(text, 0);
        int start = at;
        while (text.regionMatches(true, at, REPLY, 0, REPLY.length())) {
            at = skipBlanks(text, at + REPLY.length());
        }
        return at == start ? Optional.empty() : parse(text, at);
    }

    /** Whether it is a letter about the patches rather than one of them. */
    public boolean isCover() {
        return number == 0;
    }

    private static Optional<PatchTag> parse(String text, int start) {
        int at = skipBlanks(text, start);
        if (at == text.length() || text.charAt(at) != '[') {
            return Optional.empty(); // nearly every subject
        }
        Words words = new Words();
        while (at < text.length() && text.charAt(at) == '[') {
            int close = closing(text, at);
            if (close < 0) {
                break;
            }
            words.read(text, at + 1, close);
            at = skipBlanks(text, close + 1);
        }
        if (at < text.length() && text.charAt(at) == ':') {
            at = skipBlanks(text, at + 1);
        }
        return words.isPatch()
                ? Optional.of(words.tag(text.substring(at).strip()))
                : Optional.empty();
    }

    private static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Where the bracket that opens here is closed, brackets inside it left aside; else -1. */
    private static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /** The words of the brackets of one subject. */
    private static final class Words {

        private static final int MOST_DIGITS = 4;

        private final List<String> prefixes = new ArrayList<>();
        private int version = -1;
        private int number = -1;
        private int total;
        private boolean patch;
        private boolean rfc;
        private boolean pull;

        void read(String text, int from, int to) {
            List<String> words = new ArrayList<>();
            int start = from;
            for (int i = from; i <= to; i++) {
                if (i == to || isBetweenWords(text.charAt(i))) {
                    if (i > start) {
                        words.add(text.substring(start, i));
                    }
                    start = i + 1;
                }
            }
            for (int i = 0; i < words.size(); i++) {
                boolean inWords =
                        i + 2 < words.size()
                                && words.get(i + 1).equals("of")
                                && count(words.get(i) + "/" + words.get(i + 2));
                if (inWords) {
                    i += 2; // "1 of 5", as Mercurial has it
                } else {
                    word(words.get(i));
                }
            }
        }

        private static boolean isBetweenWords(char c) {
            return Character.isWhitespace(c) || ",;[]".indexOf(c) >= 0;
        }

        private void word(String word) {
            String lower = word.toLowerCase(Locale.ROOT);
            if (lower.startsWith("patch")) {
                patch = true;
                String more = lower.substring("patch".length());
                rest(more.startsWith("set") ? more.substring("set".length()) : more, "");
            } else if (lower.startsWith("rfc")) {
                rfc = true;
                rest(lower.substring("rfc".length()), word.substring(0, "rfc".length()));
            } else if (!count(word) && !version(lower)) {
                pull |= lower.equals("pull");
                prefixes.add(word);
            }
        }

        /** What is written together with a word: {@code PATCHv2}, {@code PATCH-2/5}. */
        private void rest(String rest, String prefix) {
            if (!prefix.isEmpty()) {
                prefixes.add(prefix);
            }
            String more = rest.startsWith("-") || rest.startsWith("_") ? rest.substring(1) : rest;
            if (!count(more) && !version(more) && more.length() > 2) {
                prefixes.add(more);
            }
        }

        /** {@code v2}; of {@code v2.1}, which some give to a few patches of a series, the 2. */
        private boolean version(String word) {
            int dot = word.indexOf('.');
            boolean whole = dot < 0 || digits(word, dot + 1, word.length()) >= 0;
            int end = dot < 0 ? word.length() : dot;
            int said = word.startsWith("v") && whole ? digits(word, 1, end) : -1;
            version = said < 0 ? version : said;
            return said >= 0;
        }

        private boolean count(String word) {
            int slash = word.indexOf('/');
            int of = slash < 0 ? -1 : digits(word, slash + 1, word.length());
            int which = slash < 0 ? -1 : digits(word, 0, slash);
            if (of < 1 || which < 0) {
                return false;
            }
            number = which;
            total = of;
            return true;
        }

        /** The number that these characters are, or -1. */
        private static int digits(String text, int from, int to) {
            if (from == to || to - from > MOST_DIGITS) {
                return -1;
            }
            int value = 0;
            for (int i = from; i < to; i++) {
                int digit = text.charAt(i) - '0';
                if (digit < 0 || digit > 9) {
                    return -1;
                }
                value = 10 * value + digit;
            }
            return value;
        }

        boolean isPatch() {
            return !pull && (patch || (number >= 0 && (rfc || version >= 0)));
        }

        PatchTag tag(String title) {
            boolean counted = number >= 0;
            return new PatchTag(
                    version < 0 ? 1 : version,
                    version >= 0,
                    counted ? number : 1,
                    counted ? total : 1,
                    prefixes,
                    title);
        }
    }
}
