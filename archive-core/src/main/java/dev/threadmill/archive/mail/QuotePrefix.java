package dev.threadmill.archive.mail;

/** What stands before quoted text on each line. */
final class QuotePrefix {

    private QuotePrefix() {}

    /** Where the text begins in the line that starts at {@code line}. */
    static int end(String text, int line) {
        int i = line;
        while (i < text.length() && "> |\t\r".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }
}
