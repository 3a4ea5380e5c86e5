package dev.threadmill.archive.parse.header;

import dev.threadmill.archive.mail.Address;
import dev.threadmill.archive.parse.decode.EncodedWords;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The people that a header names, however it writes them: {@code Ada <a@example.org>}, {@code
 * a@example.org (Ada)}, {@code Quill, Ada <a@example.org>}, {@code a at example.org}, groups,
 * routes and what is missing a bracket. One pass; nothing throws.
 */
public final class AddressParser {

    /** Commas that an unquoted display name may hold: {@code Quill, Jr., Ada <a@example.org>}. */
    private static final int MOST_COMMAS = 2;

    private static final int LONGEST_LITERAL = 100;

    /**
     * What a header says of one person.
     *
     * @param words what stands outside of brackets, its quotes taken off
     * @param comment what stands in parentheses: their name where no other is
     * @param bracketed what stands in angle brackets; null without any, where the words hold the
     *     address, if there is one
     */
    record Mention(String words, String comment, @Nullable String bracketed) {}

    private static final char[] AT = {' ', 'a', 't', ' '};

    private final String text;
    private final char[] characters;
    private final EncodedWords encodedWords;
    private final List<Mention> mentions = new ArrayList<>();

    /** The words since the last address, split where there was a comma between them. */
    private final List<String> pieces = new ArrayList<>(0);

    private final char[] words;

    private int length;

    /** Whether there is an {@code @} in the words. */
    private boolean sign;

    private String comment = "";
    private String display = "";
    private @Nullable String email;
    private int at;
    private boolean quotesEnd;
    private boolean commentsEnd;
    private boolean inGroup;

    private AddressParser(String text) {
        this.text = text;
        this.characters = text.toCharArray();
        // Nothing becomes longer but "(at)", by one.
        this.words = new char[characters.length + characters.length / 4];
        this.encodedWords = new EncodedWords(text);
    }

    /** The addresses of an unfolded header whose encoded words have not been decoded. */
    public static List<Address> parse(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        List<Address> addresses = new ArrayList<>();
        for (Mention mention : new AddressParser(text).split()) {
            Address address = AddressText.address(mention);
            if (!address.name().isEmpty() || !address.email().isEmpty()) {
                addresses.add(address);
            }
        }
        return addresses;
    }

    private List<Mention> split() {
        while (at < characters.length) {
            char c = characters[at];
            switch (c) {
                case '"' -> quoted();
                case '(' -> comment();
                case '<' -> angle();
                case '[' -> literal();
                case ',' -> comma();
                case ';' -> semicolon();
                case ':' -> colon();
                default -> word(c);
            }
        }
        finish();
        return mentions;
    }

    private void word(char c) {
        if (c == '=' && text.startsWith("=?", at)) {
            int end = encodedWords.end(at);
            if (end > 0) {
                append(at, end);
                at = end;
                return;
            }
        }
        boolean escape = c == '\\' && at + 1 < characters.length;
        at += escape ? 1 : 0;
        append(characters[at++]);
    }

    private void quoted() {
        int end = quotesEnd ? -1 : closingQuote(at + 1);
        if (end < 0) {
            // No quote closes it, so it opened none; and no later one will find its partner.
            quotesEnd = true;
            at++;
            return;
        }
        // "joe"@example.org: a quoted local part keeps its quotes.
        boolean local = end + 1 < characters.length && characters[end + 1] == '@';
        if (local) {
            append(at, end + 1);
        } else {
            appendQuoted(at + 1, end);
        }
        at = end + 1;
    }

    private int closingQuote(int from) {
        int i = from;
        while (i < characters.length && characters[i] != '"') {
            i += characters[i] == '\\' ? 2 : 1;
        }
        return i < characters.length ? i : -1;
    }

    private void comment() {
        int depth = 0;
        int end = at;
        while (!commentsEnd && end < characters.length) {
            char c = characters[end];
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0) {
                break;
            }
            end += c == '\\' ? 2 : 1;
        }
        if (commentsEnd || end >= characters.length) {
            commentsEnd = true;
            append(characters[at++]);
            return;
        }
        String content = text.substring(at + 1, end).strip();
        if (content.equalsIgnoreCase("at") && email == null) {
            System.arraycopy(AT, 0, words, length, AT.length);
            length += AT.length;
        } else if (comment.isEmpty() && !content.startsWith("by way of ")) {
            // Eudora says so who sent it on.
            comment = content;
        }
        append(' ');
        at = end + 1;
    }

    private void angle() {
        int start = at + 1;
        int end = quotedLocalEnd(start);
        while (end < characters.length && characters[end] != '>') {
            boolean next = characters[end] == ',' && characters[start] != '@';
            if (next) {
                break;
            }
            end++;
        }
        if (email != null) {
            // A comma is missing: what stands between two brackets is the name before the second.
            mentions.add(new Mention(display, "", email));
        }
        display = display();
        email = text.substring(start, end);
        at = end < characters.length && characters[end] == '>' ? end + 1 : end;
    }

    /**
     * Where {@code "joe, at work"} ends before an {@code @}; {@code start} without quotes there.
     */
    private int quotedLocalEnd(int start) {
        if (quotesEnd || start >= characters.length || characters[start] != '"') {
            return start;
        }
        int quote = closingQuote(start + 1);
        boolean local = quote > 0 && quote + 1 < characters.length && characters[quote + 1] == '@';
        return local ? quote + 1 : start;
    }

    /** {@code joe@[192.0.2.1]}: a colon inside belongs to it. */
    private void literal() {
        int end = at;
        if (at > 0 && characters[at - 1] == '@') {
            int farthest = Math.min(characters.length, at + LONGEST_LITERAL);
            while (end < farthest && characters[end] != ']') {
                end++;
            }
            end = end == farthest ? at : end;
        }
        append(at, end + 1);
        at = end + 1;
    }

    private void comma() {
        at++;
        boolean complete = email != null || hasAddress() || pieces.size() >= MOST_COMMAS;
        if (complete) {
            finish();
        } else {
            String piece = takeWords();
            // Nothing stands between the end of a group and the comma behind it.
            if (!pieces.isEmpty() || !piece.isBlank()) {
                pieces.add(piece);
            }
        }
    }

    private void semicolon() {
        at++;
        finish();
        inGroup = false;
    }

    /**
     * The name of a group, or a scheme: {@code mailto:joe@example.org}; not the two colons behind a
     * node of DECnet: {@code NODE::JOE}.
     */
    private void colon() {
        boolean node =
                text.startsWith("::", at)
                        && at + 2 < characters.length
                        && Character.isLetterOrDigit(characters[at + 2]);
        if (node) {
            append(at, at + 2);
            at += 2;
            return;
        }
        if (inGroup || email != null || !pieces.isEmpty() || sign) {
            append(characters[at++]);
            return;
        }
        String name = takeWords();
        comment = "";
        at++;
        skipBlanks();
        while (at < characters.length && characters[at] == '(' && !commentsEnd) {
            comment();
            comment = "";
            takeWords();
            skipBlanks();
        }
        if (at == characters.length || characters[at] == ';') {
            mentions.add(new Mention(name, "", ""));
        }
        inGroup = true;
    }

    private void skipBlanks() {
        while (at < characters.length && characters[at] <= ' ') {
            at++;
        }
    }

    private void finish() {
        if (email != null) {
            mentions.add(new Mention(display, comment, email));
            if (hasAddress()) {
                mentions.add(new Mention(takeWords(), "", null));
            }
        } else {
            for (String piece : pieces) {
                mentions.add(new Mention(piece, "", null));
            }
            String last = takeWords();
            // A comment behind everybody is about all of them, and names nobody.
            if (mentions.isEmpty() || !last.isBlank()) {
                mentions.add(new Mention(last, comment, null));
            }
        }
        pieces.clear();
        takeWords();
        comment = "";
        email = null;
    }

    /** What stands before a bracket; the words are used up then. */
    private String display() {
        String last = takeWords();
        if (pieces.isEmpty()) {
            return last;
        }
        StringBuilder name = new StringBuilder();
        for (String piece : pieces) {
            name.append(piece.strip()).append(", ");
        }
        pieces.clear();
        return name.append(last).toString();
    }

    private void append(char c) {
        words[length++] = c;
        sign |= c == '@';
    }

    private void append(int from, int to) {
        System.arraycopy(characters, from, words, length, to - from);
        length += to - from;
        sign |= characters[to - 1] == '@';
    }

    private void appendQuoted(int from, int to) {
        for (int i = from; i < to; i++) {
            boolean escape = characters[i] == '\\' && i + 1 < to;
            i += escape ? 1 : 0;
            words[length++] = characters[i];
        }
    }

    private boolean hasAddress() {
        return sign
                || (length > 0 && !AddressText.findEmail(new String(words, 0, length)).isEmpty());
    }

    /** The words since the last address; they are used up then. */
    private String takeWords() {
        String taken = new String(words, 0, length);
        length = 0;
        sign = false;
        return taken;
    }
}
