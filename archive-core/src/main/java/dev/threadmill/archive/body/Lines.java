package dev.threadmill.archive.body;

/** Small questions about lines of a text. */
final class Lines {

    private Lines() {}

    /** Where the line at {@code from} ends, after its newline. */
    static int end(String text, int from) {
        int newline = text.indexOf('\n', from);
        return newline < 0 ? text.length() : newline + 1;
    }

    /** Where the line before the one at {@code from} starts; {@code from} itself at the start. */
    static int before(String text, int from) {
        return from == 0 ? 0 : text.lastIndexOf('\n', from - 2) + 1;
    }

    static boolean isBlank(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** How many {@code >} the line at {@code at} starts with; one blank may stand between two. */
    static int quoteLevel(String text, int at) {
        int level = 0;
        int i = at;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '>') {
                level++;
            } else if (c != ' ' || i + 1 == text.length() || text.charAt(i + 1) != '>') {
                break;
            }
            i++;
        }
        return level;
    }
}
