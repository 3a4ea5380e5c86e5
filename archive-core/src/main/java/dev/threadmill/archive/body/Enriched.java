package dev.threadmill.archive.body;

import java.util.Locale;

/**
 * The plain text of text/enriched (RFC 1896) and of text/richtext before it (RFC 1341 §7.1.3): its
 * words, paragraphs and quotes, without its fonts and colours.
 */
final class Enriched {

    private static final int LONGEST_COMMAND = 60;

    private final String text;
    private final boolean old;
    private final StringBuilder plain;

    /** Since the last character: newlines of which one alone is a blank, and lines that end. */
    private int newlines;

    private int lineEnds;

    /** How deeply the last character was quoted. */
    private int lastQuotes;

    /** How many quotes, literal passages and parameters are open. */
    private int quotes;

    private int literal;
    private int hidden;

    private Enriched(String text, boolean old) {
        this.text = text;
        this.old = old;
        this.plain = new StringBuilder(text.length());
    }

    /**
     * Each paragraph on one line, which the page wraps; quotes with their signs.
     *
     * @param old whether it is text/richtext, where no newline counts but its own command
     */
    static String decode(String text, boolean old) {
        return new Enriched(text, old).decode();
    }

    private String decode() {
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int end = c == '<' ? commandEnd(i) : -1;
            if (c == '<' && !old && i + 1 < text.length() && text.charAt(i + 1) == '<') {
                put('<');
                i += 2;
            } else if (end > 0) {
                command(text.substring(i + 1, end).toLowerCase(Locale.ROOT));
                i = end + 1;
            } else {
                put(c);
                i++;
            }
        }
        return plain.toString();
    }

    /** Where the {@code >} of the command is that starts here; -1 when none does. */
    private int commandEnd(int open) {
        int i = open + 1;
        if (i < text.length() && text.charAt(i) == '/') {
            i++;
        }
        int first = i;
        int farthest = Math.min(text.length(), first + LONGEST_COMMAND);
        while (i < farthest
                && (Character.isLetterOrDigit(text.charAt(i)) || text.charAt(i) == '-')) {
            i++;
        }
        return i > first && i < text.length() && text.charAt(i) == '>' ? i : -1;
    }

    private void command(String command) {
        switch (command) {
            case "param", "comment" -> hidden++;
            case "/param", "/comment" -> hidden = Math.max(0, hidden - 1);
            case "nofill" -> literal++;
            case "/nofill" -> literal = Math.max(0, literal - 1);
            case "excerpt" -> {
                lineEnds = Math.max(lineEnds, 1);
                quotes++;
            }
            case "/excerpt" -> {
                lineEnds = Math.max(lineEnds, 1);
                quotes = Math.max(0, quotes - 1);
            }
            case "nl", "/paragraph" -> lineEnds += old ? 1 : 0;
            case "lt" -> text('<');
            default -> {}
        }
    }

    private void put(char c) {
        if (c != '\n') {
            text(c);
        } else if (literal > 0) {
            lineEnds++;
        } else {
            newlines++;
        }
    }

    private void text(char c) {
        if (hidden > 0) {
            return;
        }
        lineEnds += old ? 0 : Math.max(0, newlines - 1);
        boolean atStart = plain.length() == 0;
        if (!atStart && lineEnds == 0 && newlines > 0) {
            plain.append(' ');
        }
        for (int i = 0; i < lineEnds && !atStart; i++) {
            plain.append(i == 0 ? "" : sign(Math.min(quotes, lastQuotes)).strip()).append('\n');
        }
        if (atStart || lineEnds > 0) {
            plain.append(sign(quotes));
        }
        lastQuotes = quotes;
        newlines = 0;
        lineEnds = 0;
        plain.append(c);
    }

    private static String sign(int level) {
        return level == 0 ? "" : ">".repeat(Math.min(level, 20)) + " ";
    }
}
