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

    private ListFooter() {}

    /**
     * Where the footer of {@code text} starts (its rule line), or the text's length without one.
     */
    public static int start(String text) {
        int end = text.length();
        int lineEnd = end;
        boolean named = false;
        for (int lines = 0; lines <= MOST_LINES && lineEnd > 0; lines++) {
            int from = text.lastIndexOf('\n', lineEnd - 1) + 1;
            String line = text.substring(from, Math.min(lineEnd, from + 400));
            if (named && RULE.matcher(line).matches()) {
                return from;
            }
            named |= WORDS.matcher(line).find();
            lineEnd = from - 1;
            if (lineEnd < 0) {
                break;
            }
        }
        return end;
    }
}
