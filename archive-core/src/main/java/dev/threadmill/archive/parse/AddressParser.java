package dev.threadmill.archive.parse;

import dev.threadmill.archive.mail.Address;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The people that a header names, however it writes them: {@code Ada <a@example.org>}, {@code
 * a@example.org (Ada)}, {@code Quill, Ada <a@example.org>}, {@code a at example.org}, groups,
 * routes and what is missing a bracket. One pass; nothing throws.
 */
final class AddressParser {

    /** Commas that an unquoted display name may hold: {@code Quill, Jr., Ada <a@example.org>}. */
    private static final int MOST_COMMAS = 2;

    private static final int LONGEST_LITERAL = 100;

    private final String text;
    private final EncodedWords encodedWords;
    private final List<Address> addresses = new ArrayList<>();

    /** The words since the last address, split where there was a comma between them. */
    private final List<String> pieces = new ArrayList<>(0);

    private final StringBuilder words = new StringBuilder();

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
        this.encodedWords = new EncodedWords(text);
    }

    /** The addresses of an unfolded header whose encoded words have not been decoded. */
    static List<Address> parse(String text) {
        return text.isEmpty() ? List.of() : new AddressParser(text).parse();
    }

    private List<Address> parse() {
        while (at < text.length()) {
            char c = text.charAt(at);
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
        return addresses;
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
        boolean escape = c == '\\' && at + 1 < text.length();
        at += escape ? 1 : 0;
        append(text.charAt(at++));
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
        boolean local = end + 1 < text.length() && text.charAt(end + 1) == '@';
        if (local) {
            append(at, end + 1);
        } else {
            appendQuoted(at + 1, end);
        }
        at = end + 1;
    }

    private int closingQuote(int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) != '"') {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return i < text.length() ? i : -1;
    }

    private void comment() {
        int depth = 0;
        int end = at;
        while (!commentsEnd && end < text.length()) {
            char c = text.charAt(end);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0) {
                break;
            }
            end += c == '\\' ? 2 : 1;
        }
        if (commentsEnd || end >= text.length()) {
            commentsEnd = true;
            append(text.charAt(at++));
            return;
        }
        String content = text.substring(at + 1, end).strip();
        if (content.equalsIgnoreCase("at") && email == null) {
            words.append(" at ");
        } else if (comment.isEmpty()) {
            comment = content;
        }
        words.append(' ');
        at = end + 1;
    }

    private void angle() {
        int start = at + 1;
        int end = start;
        while (end < text.length() && text.charAt(end) != '>') {
            boolean next = text.charAt(end) == ',' && text.charAt(start) != '@';
            if (next) {
                break;
            }
            end++;
        }
        if (email != null) {
            // A comma is missing: what stands between two brackets is the name before the second.
            add(display, email);
        }
        display = name();
        email = AddressText.email(text.substring(start, end));
        at = end < text.length() && text.charAt(end) == '>' ? end + 1 : end;
    }

    /** {@code joe@[192.0.2.1]}: a colon inside belongs to it. */
    private void literal() {
        int end = at;
        if (at > 0 && text.charAt(at - 1) == '@') {
            int farthest = Math.min(text.length(), at + LONGEST_LITERAL);
            while (end < farthest && text.charAt(end) != ']') {
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
            pieces.add(takeWords());
        }
    }

    private void semicolon() {
        at++;
        finish();
        inGroup = false;
    }

    /** The name of a group, or a scheme: {@code mailto:joe@example.org}. */
    private void colon() {
        if (inGroup || email != null || !pieces.isEmpty() || sign) {
            append(text.charAt(at++));
            return;
        }
        String name = takeWords().strip();
        at++;
        if (isEmptyGroup()) {
            add(AddressText.name(name), "");
        }
        inGroup = true;
    }

    private boolean isEmptyGroup() {
        int i = at;
        while (i < text.length() && text.charAt(i) <= ' ') {
            i++;
        }
        return i == text.length() || text.charAt(i) == ';';
    }

    private void finish() {
        if (email != null) {
            add(display.isEmpty() ? AddressText.name(comment) : display, email);
            if (hasAddress()) {
                addBare(takeWords(), "");
            }
        } else {
            for (String piece : pieces) {
                addBare(piece, "");
            }
            addBare(takeWords(), comment);
        }
        pieces.clear();
        takeWords();
        comment = "";
        email = null;
    }

    /** What stands before a bracket; the words are used up then. */
    private String name() {
        String last = takeWords();
        if (pieces.isEmpty()) {
            return AddressText.name(last);
        }
        StringBuilder name = new StringBuilder();
        for (String piece : pieces) {
            name.append(piece.strip()).append(", ");
        }
        pieces.clear();
        return AddressText.name(name.append(last).toString());
    }

    private void addBare(String bare, String comment) {
        String found = AddressText.findEmail(bare);
        if (!found.isEmpty()) {
            String rest = AddressText.name(AddressText.withoutEmail(bare));
            add(rest.isEmpty() ? AddressText.name(comment) : rest, found);
        } else if (comment.isEmpty()) {
            add(AddressText.name(bare), "");
        } else {
            // root (Super User): a local account
            add(AddressText.name(comment), AddressText.email(bare));
        }
    }

    private void add(String name, String email) {
        if (!name.isEmpty() || !email.isEmpty()) {
            addresses.add(new Address(name.equalsIgnoreCase(email) ? "" : name, email));
        }
    }

    private void append(char c) {
        words.append(c);
        sign |= c == '@';
    }

    private void append(int from, int to) {
        words.append(text, from, to);
        sign |= text.charAt(to - 1) == '@';
    }

    private void appendQuoted(int from, int to) {
        for (int i = from; i < to; i++) {
            boolean escape = text.charAt(i) == '\\' && i + 1 < to;
            i += escape ? 1 : 0;
            words.append(text.charAt(i));
        }
    }

    private boolean hasAddress() {
        return sign || !AddressText.findEmail(words.toString()).isEmpty();
    }

    /** The words since the last address; they are used up then. */
    private String takeWords() {
        String taken = words.toString();
        words.setLength(0);
        sign = false;
        return taken;
    }
}
