package dev.threadmill.archive.mail;

import java.util.regex.Pattern;

/**
 * The lines that list software appends to every message: Mailman's underscores, vger's and ezmlm's
 * "To unsubscribe", Google Groups' "You received this message because". They belong to the way of a
 * message, not to what its author said, so two copies that differ in them alone are one message.
 */
public final class ListFooter {

    /** A footer is short; more lines than these after its first one are somebody's text. */
    private static final int MOST_LINES = 12;

    private static final Pattern RULE = Pattern.compile("(?:_{30,}+|-{30,}+|--?+|\\*{30,}+)\\s*+");

    private static final Pattern WORDS =
            Pattern.compile(
                    "(?i)mailing list|/listinfo/|/mailman|to unsubscribe|^unsubscribe|"
                            + "you received this message because you are subscribed");

    private static final Pattern BLANK = Pattern.compile("\\s*+");

    /** Where to read on, by web or by mail. */
    private static final Pattern ADDRESS = Pattern.compile("://|www\\.|@");

    private ListFooter() {}

    /**
     * Where the footer of {@code text} starts (its rule line), or the text's length without one.
     */
    public static int start(String text) {
        int lineEnd = text.length();
        int unread = lineEnd; // no line from here on has been asked for its words
        boolean named = false;
        for (int lines = 0; lines <= MOST_LINES && lineEnd > 0; lines++) {
            int from = text.lastIndexOf('\n', lineEnd - 1) + 1;
            if (isRule(text, from, lineEnd)) {
                named = named || isNamed(text, Math.min(lineEnd + 1, unread), unread);
                if (named) {
                    return isAllOfIt(text, from) ? from : text.length();
                }
                unread = from;
            }
            lineEnd = from - 1;
        }
        return text.length();
    }

    private static boolean isRule(String text, int from, int end) {
        if (from == end || "_-*".indexOf(text.charAt(from)) < 0) {
            return false; // nearly every line
        }
        return RULE.matcher(line(text, from, end)).matches();
    }

    /** Whether one of the lines from {@code from} to {@code end} is about a mailing list. */
    private static boolean isNamed(String text, int from, int end) {
        for (int at = from, lineEnd; at < end; at = lineEnd + 1) {
            int newline = text.indexOf('\n', at);
            lineEnd = newline < 0 ? end : Math.min(newline, end);
            if (WORDS.matcher(line(text, at, lineEnd)).find()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether nothing but a footer comes from {@code from} on. Below the paragraph that is about
     * the list, lines may still say where to read on; what says no address is somebody's text.
     */
    private static boolean isAllOfIt(String text, int from) {
        boolean found = false;
        boolean sameParagraph = false;
        for (int at = from, lineEnd; at < text.length(); at = lineEnd + 1) {
            int newline = text.indexOf('\n', at);
            lineEnd = newline < 0 ? text.length() : newline;
            CharSequence line = line(text, at, lineEnd);
            if (at < lineEnd && text.charAt(at) == '>') {
                return false; // list software quotes nothing
            }
            if (WORDS.matcher(line).find()) {
                found = true;
                sameParagraph = true;
            } else if (BLANK.matcher(line).matches()) {
                sameParagraph = false;
            } else if (found
                    && !sameParagraph
                    && !isRule(text, at, lineEnd)
                    && !ADDRESS.matcher(line).find()) {
                return false;
            }
        }
        return true;
    }

    private static CharSequence line(String text, int from, int end) {
        return text.substring(from, Math.min(end, from + 400));
    }
}
