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
    private final List<Words> pieces = new ArrayList<>();

    private Words words = new Words();
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
                words.append(text, at, end);
                at = end;
                return;
            }
        }
        boolean escape = c == '\\' && at + 1 < text.length();
        at += escape ? 1 : 0;
        words.append(text.charAt(at++));
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
            words.append(text, at, end + 1);
        } else {
            words.appendQuoted(text, at + 1, end);
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
            words.append(text.charAt(at++));
            return;
        }
        String content = text.substring(at + 1, end).strip();
        if (content.equalsIgnoreCase("at") && email == null) {
            words.append(" at ", 0, 4);
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
        words.append(text, at, end + 1);
        at = end + 1;
    }

    private void comma() {
        at++;
        boolean complete = email != null || words.hasAddress() || pieces.size() >= MOST_COMMAS;
        if (complete) {
            finish();
        } else {
            pieces.add(words);
            words = new Words();
        }
    }

    private void semicolon() {
        at++;
        finish();
        inGroup = false;
    }

    /** The name of a group, or a scheme: {@code mailto:joe@example.org}. */
    private void colon() {
        if (inGroup || email != null || !pieces.isEmpty() || words.hasSign()) {
            words.append(text.charAt(at++));
            return;
        }
        String name = words.text().strip();
        at++;
        words = new Words();
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
            if (words.hasAddress()) {
                addBare(words.text(), "");
            }
        } else {
            for (Words piece : pieces) {
                addBare(piece.text(), "");
            }
            addBare(words.text(), comment);
        }
        pieces.clear();
        words = new Words();
        comment = "";
        email = null;
    }

    /** What stands before a bracket; the words are used up then. */
    private String name() {
        StringBuilder name = new StringBuilder();
        for (Words piece : pieces) {
            name.append(piece.text().strip()).append(", ");
        }
        name.append(words.text());
        pieces.clear();
        words = new Words();
        return AddressText.name(name.toString());
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

    /** Words outside brackets, and whether an address is among them. */
    private static final class Words {

        private final StringBuilder text = new StringBuilder();
        private boolean sign;

        void append(char c) {
            text.append(c);
            sign |= c == '@';
        }

        void append(String source, int from, int to) {
            text.append(source, from, to);
            sign |= source.charAt(to - 1) == '@';
        }

        void appendQuoted(String source, int from, int to) {
            for (int i = from; i < to; i++) {
                boolean escape = source.charAt(i) == '\\' && i + 1 < to;
                i += escape ? 1 : 0;
                text.append(source.charAt(i));
            }
        }

        boolean hasSign() {
            return sign;
        }

        boolean hasAddress() {
            return sign || !AddressText.findEmail(text.toString()).isEmpty();
        }

        String text() {
            return text.toString();
        }
    }
}
