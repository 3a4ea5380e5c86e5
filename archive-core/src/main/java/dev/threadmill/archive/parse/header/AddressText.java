package dev.threadmill.archive.parse.header;

import dev.threadmill.archive.mail.Address;
import dev.threadmill.archive.parse.decode.Controls;
import dev.threadmill.archive.parse.decode.EncodedWords;
import org.jspecify.annotations.Nullable;

/** The two halves of an address, tidied: the name for people, the address for programs. */
final class AddressText {

    private AddressText() {}

    /** The person who is mentioned; name and address are empty where nobody is. */
    static Address address(AddressParser.Mention said) {
        AddressParser.Mention mention = said.bracketed() == null ? unquoted(said) : said;
        String words = mention.words();
        String comment = mention.comment();
        String display = words;
        String email;
        if (mention.bracketed() != null) {
            email = email(mention.bracketed());
        } else {
            email = findEmail(words);
            if (!comment.isEmpty() && isUnreadable(words)) {
                display = "";
                email = "";
            } else if (!email.isEmpty()) {
                display = email.equals(words.strip()) ? "" : withoutEmail(words);
            } else if (!comment.isEmpty()) {
                // root (Super User): a local account
                display = "";
                email = email(words);
            }
        }
        String name = name(display);
        name = !comment.isEmpty() && !isWord(name) ? name(comment) : name;
        return new Address(name.equalsIgnoreCase(email) ? "" : name, email);
    }

    /** What {@code "Ada <a@example.org>"} means: quotes around all of it. */
    private static AddressParser.Mention unquoted(AddressParser.Mention quoted) {
        String words = quoted.words();
        int open = words.indexOf('<');
        int close = words.indexOf('>', open + 1);
        boolean all = open >= 0 && close > 0 && words.substring(close + 1).isBlank();
        String email = all ? words.substring(open + 1, close) : "";
        return isTidyEmail(email)
                ? new AddressParser.Mention(words.substring(0, open), quoted.comment(), email)
                : quoted;
    }

    /** Whether there is anything to say: what is left of brackets is no name. */
    private static boolean isWord(String name) {
        return name.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /**
     * Whether words are an address of which a list left {@code @d@ @end|ng |rom ex@mp|e@org}: a
     * sign in two of them, and no dot, so that none is an address.
     */
    private static boolean isUnreadable(String words) {
        String bare = words.strip();
        int sign = bare.indexOf('@');
        int blank = sign < 0 ? -1 : bare.indexOf(' ', sign);
        return blank > 0 && bare.indexOf('@', blank) > 0 && bare.indexOf('.') < 0;
    }

    /** A display name: decoded, on one line, without quotes around it. */
    private static String name(String raw) {
        String name = raw.strip();
        return isTidyName(name) ? name : tidyName(name);
    }

    /** Whether a name is what most are: words of ASCII letters, and nothing to be decoded. */
    private static boolean isTidyName(String raw) {
        char before = ' ';
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            boolean inWord = c > ' ' && c < 0x7f && c != '=' && c != '\'' && c != '"';
            if (!inWord && (c != ' ' || before == ' ')) {
                return false;
            }
            before = c;
        }
        return (before != ' ' || raw.isEmpty()) && raw.length() <= HeaderText.LONGEST_LINE;
    }

    private static String tidyName(String raw) {
        String name = HeaderText.cut(Controls.inLine(EncodedWords.decode(raw)));
        name = collapse(name);
        boolean quoted =
                name.length() > 1
                        && "'\"".indexOf(name.charAt(0)) >= 0
                        && name.charAt(name.length() - 1) == name.charAt(0);
        return quoted ? name.substring(1, name.length() - 1).strip() : name;
    }

    /** What stands between angle brackets: without a route, a scheme, brackets and blanks. */
    private static String email(String raw) {
        return isTidyEmail(raw) ? raw : tidyEmail(raw);
    }

    /** Whether an address is what most are: one word of ASCII with an {@code @} in it. */
    private static boolean isTidyEmail(String raw) {
        int sign = 0;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c <= ' ' || c >= 0x7f || "<\":(".indexOf(c) >= 0) {
                return false;
            }
            sign = c == '@' ? i : sign;
        }
        return sign > 0;
    }

    private static String tidyEmail(String raw) {
        String email = raw.strip();
        if (email.startsWith("@") && email.indexOf(':') > 0) {
            email = email.substring(email.indexOf(':') + 1);
        }
        if (email.regionMatches(true, 0, "mailto:", 0, 7)) {
            email = email.substring(7);
        }
        int bare = 0;
        while (bare < email.length() && email.charAt(bare) == '<') {
            bare++;
        }
        email = email.substring(bare);
        String obfuscated = findAt(email);
        email = obfuscated.isEmpty() ? email : obfuscated;
        boolean quotedLocal = email.startsWith("\"");
        email = quotedLocal ? email : withoutComments(email);
        return Controls.inLine(quotedLocal ? email : withoutBlanks(email));
    }

    /** {@code ada(at home)@example.org(her host)} is {@code ada@example.org}. */
    private static String withoutComments(String email) {
        StringBuilder bare = new StringBuilder(email.length());
        int depth = 0;
        for (int i = 0; i < email.length(); i++) {
            char c = email.charAt(i);
            depth += c == '(' ? 1 : 0;
            if (depth == 0) {
                bare.append(c);
            } else if (c == '\\') {
                i++;
            }
            depth -= c == ')' && depth > 0 ? 1 : 0;
        }
        return bare.indexOf("@") < 0 ? email : bare.toString();
    }

    /**
     * The address among these words: the one with an {@code @}, or {@code word at dotted.domain},
     * as Pipermail writes it; empty when there is none.
     */
    static String findEmail(String words) {
        String bare = words.strip();
        if (isTidyEmail(bare)) {
            return bare;
        }
        int[] span = span(words);
        return span == null ? "" : email(words.substring(span[0], span[1]));
    }

    /** The words around the address that {@link #findEmail} finds. */
    private static String withoutEmail(String words) {
        int[] span = span(words);
        return span == null ? words : words.substring(0, span[0]) + " " + words.substring(span[1]);
    }

    private static int @Nullable [] span(String words) {
        int sign = words.indexOf('@');
        if (sign >= 0) {
            boolean quoted = sign > 1 && words.charAt(sign - 1) == '"';
            int start = quoted ? words.lastIndexOf('"', sign - 2) : -1;
            start = start < 0 ? wordStart(words, skipBack(words, sign)) : start;
            int end = wordEnd(words, skipForward(words, sign + 1));
            return new int[] {start, end};
        }
        int at = findWordAt(words);
        if (at < 0) {
            return null;
        }
        int start = wordStart(words, skipBack(words, at));
        int end = wordEnd(words, skipForward(words, at + 4));
        return new int[] {start, end};
    }

    private static String findAt(String words) {
        int at = words.indexOf('@') >= 0 ? -1 : findWordAt(words);
        if (at < 0) {
            return "";
        }
        int localEnd = skipBack(words, at);
        int domainStart = skipForward(words, at + 4);
        String local = words.substring(wordStart(words, localEnd), localEnd);
        return local + "@" + words.substring(domainStart, wordEnd(words, domainStart));
    }

    /** Where the {@code " at "} is between a word and a dotted domain; -1 without one. */
    private static int findWordAt(String words) {
        int at = words.indexOf(" at ");
        while (at >= 0) {
            int domain = skipForward(words, at + 4);
            int end = wordEnd(words, domain);
            int local = skipBack(words, at);
            boolean dotted = words.substring(domain, end).indexOf('.', 1) > 0;
            if (dotted && local > 0 && wordStart(words, local) < local) {
                return at;
            }
            at = words.indexOf(" at ", at + 4);
        }
        return -1;
    }

    private static int skipBack(String words, int from) {
        int i = from;
        while (i > 0 && words.charAt(i - 1) <= ' ') {
            i--;
        }
        return i;
    }

    private static int skipForward(String words, int from) {
        int i = Math.min(from, words.length());
        while (i < words.length() && words.charAt(i) <= ' ') {
            i++;
        }
        return i;
    }

    private static int wordStart(String words, int end) {
        int i = end;
        while (i > 0 && words.charAt(i - 1) > ' ') {
            i--;
        }
        return i;
    }

    private static int wordEnd(String words, int start) {
        int i = start;
        while (i < words.length() && words.charAt(i) > ' ') {
            i++;
        }
        return i;
    }

    private static String withoutBlanks(String text) {
        if (text.indexOf(' ') < 0 && text.indexOf('\t') < 0) {
            return text;
        }
        return text.replace(" ", "").replace("\t", "");
    }

    private static String collapse(String text) {
        if (!text.contains("  ")) {
            return text;
        }
        StringBuilder collapsed = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != ' '
                    || collapsed.length() == 0
                    || collapsed.charAt(collapsed.length() - 1) != ' ') {
                collapsed.append(c);
            }
        }
        return collapsed.toString();
    }
}
