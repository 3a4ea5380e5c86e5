package dev.threadmill.archive.body;

import java.util.Set;

/** Finds the line that says whose words are quoted next. */
final class Attribution {

    private static final int MOST_LINES = 3;

    private static final int MOST_CHARACTERS = 400;

    private static final int LONGEST_CUT = 20;

    private static final String[] OPENINGS = {
        "On ",
        "At ",
        "In article ",
        "In message ",
        "Quoting ",
        "Am ",
        "Le ",
        "El ",
        "Il ",
        "Op ",
        "Den ",
        "Em ",
        "W dniu ",
        "Dnia ",
        "Dne ",
        "* "
    };

    private static final String[] CLOSINGS = {
        "wrote:",
        "writes:",
        "said:",
        "schrieb:",
        "écrit :",
        "écrit:",
        "escribió:",
        "scritto:",
        "says:",
        "responded:",
        "replied:",
        "asked:",
        "skrev:",
        "schreef:",
        "escreveu:",
        "napisał:",
        "napsal:",
        "写道：",
        "写道:",
        "wrote :"
    };

    /** What stands for words that were left out. */
    private static final Set<String> CUTS =
            Set.of(
                    "...", "[...]", "(...)", "<...>", "…", "[…]", "(…)", "[snip]", "<snip>",
                    "[cut]");

    private Attribution() {}

    /**
     * The first line of the attribution that ends right before the line {@code quote}, at most a
     * blank line between, or a line that says that something was left out, with blank ones around
     * it; {@code quote} when there is none.
     *
     * @param first the first line of the prose before the quote
     */
    static int start(Text text, int first, int quote) {
        int line = beforeBlank(text, first, quote - 1);
        if (line > first && isCut(text, line)) {
            line = beforeBlank(text, first, line - 1);
        }
        if (line < first || text.end(line) - text.start(line) > MOST_CHARACTERS) {
            return quote;
        }
        int end = text.end(line);
        while (end > text.start(line) && Character.isWhitespace(text.at(end - 1))) {
            end--;
        }
        if (end == text.start(line) || (text.at(end - 1) != ':' && text.at(end - 1) != '：')) {
            return quote;
        }
        for (int start = line; start >= first && line - start < MOST_LINES; start--) {
            if (text.isBlankLine(start) || end - text.start(start) > MOST_CHARACTERS) {
                break;
            }
            if (text.lineStartsWithAny(start, OPENINGS) && isEvident(text, start, end)) {
                return start;
            }
        }
        return closes(text, line, end) || holds(text, line, end, false) ? line : quote;
    }

    private static int beforeBlank(Text text, int first, int line) {
        return line > first && text.isBlankLine(line) ? line - 1 : line;
    }

    private static boolean isCut(Text text, int line) {
        int from = text.start(line);
        int end = text.end(line);
        return end - from <= LONGEST_CUT
                && CUTS.contains(text.toString().substring(from, end).strip());
    }

    /** A date or an address: "On the other hand:" has neither. */
    private static boolean isEvident(Text text, int line, int end) {
        return holds(text, line, end, true) || closes(text, line, end);
    }

    /** Whether an address stands there, or maybe a date. */
    private static boolean holds(Text text, int line, int end, boolean date) {
        for (int i = text.start(line); i < end; i++) {
            char c = text.at(i);
            if (c == '@' || (date && c >= '0' && c <= '9')) {
                return true;
            }
        }
        return false;
    }

    private static boolean closes(Text text, int line, int end) {
        for (String closing : CLOSINGS) {
            int at = end - closing.length();
            if (at >= text.start(line) && text.startsWith(closing, at)) {
                return true;
            }
        }
        return false;
    }
}
