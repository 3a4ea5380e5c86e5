package dev.threadmill.archive.body;

/** Finds the line that says whose words are quoted next. */
final class Attribution {

    private static final int MOST_LINES = 3;

    private static final int MOST_CHARACTERS = 400;

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

    private Attribution() {}

    /**
     * Where the attribution starts that ends right before {@code quote}, at most a blank line
     * between; {@code quote} when there is none.
     *
     * @param first where the prose before the quote starts
     */
    static int start(String text, int first, int quote) {
        int end = quote;
        int line = Lines.before(text, end);
        if (line > first && Lines.isBlank(text, line, end)) {
            end = line;
            line = Lines.before(text, end);
        }
        if (line < first || end - line > MOST_CHARACTERS) {
            return quote;
        }
        int last = end;
        while (last > line && Character.isWhitespace(text.charAt(last - 1))) {
            last--;
        }
        if (last == line || (text.charAt(last - 1) != ':' && text.charAt(last - 1) != '：')) {
            return quote;
        }
        int start = line;
        for (int i = 0; i < MOST_LINES && start >= first; i++) {
            if (startsWithAny(text, start) && isEvident(text, start, last)) {
                return start;
            }
            int before = Lines.before(text, start);
            if (before == start || Lines.isBlank(text, before, start)) {
                break;
            }
            if (last - before > MOST_CHARACTERS) {
                break;
            }
            start = before;
        }
        return endsWithAny(text, line, last) || holdsAddress(text, line, last) ? line : quote;
    }

    private static boolean holdsAddress(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == '@') {
                return true;
            }
        }
        return false;
    }

    /** A date or an address: "On the other hand:" has neither. */
    private static boolean isEvident(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '@' || (c >= '0' && c <= '9')) {
                return true;
            }
        }
        return endsWithAny(text, from, to);
    }

    private static boolean startsWithAny(String text, int from) {
        for (String opening : OPENINGS) {
            if (text.startsWith(opening, from)) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsWithAny(String text, int from, int to) {
        for (String closing : CLOSINGS) {
            int at = to - closing.length();
            if (at >= from && text.startsWith(closing, at)) {
                return true;
            }
        }
        return false;
    }
}
