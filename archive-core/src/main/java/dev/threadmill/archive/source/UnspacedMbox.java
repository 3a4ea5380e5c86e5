package dev.threadmill.archive.source;

import dev.threadmill.archive.mail.FromSearch;
import java.io.IOException;

/**
 * Tells an mbox whose program put no blank line before its From lines from one in which messages
 * quote such lines: there, those that part messages stand behind blank lines.
 */
final class UnspacedMbox {

    private static final int WINDOW = 1 << 20;

    /** Far enough back for the line before a quoted From line. */
    private static final int LOOK_BACK = 4096;

    /** How much of the file tells what it is like. */
    private static final int MOST_LINES = 50;

    private static final long MOST_BYTES = 64 << 20;

    /**
     * Bodies that end in blank lines put one before a From line in any mbox. Where more than twice
     * as many lines have none, and so many more, that is not what a message quotes.
     */
    private static final int MARGIN = 6;

    private boolean started;
    private int spaced;
    private int tight;
    private boolean quotes;

    private UnspacedMbox() {}

    /** Whether it is one, as far as its beginning can tell. */
    static boolean is(MailFile file) throws IOException {
        UnspacedMbox mbox = new UnspacedMbox();
        mbox.look(file);
        if (mbox.spaced > 0) {
            return mbox.tight > 2 * mbox.spaced + MARGIN;
        }
        // Where From lines in bodies are quoted, what is not quoted is none of a body.
        return mbox.tight > 1 || (mbox.tight == 1 && mbox.quotes);
    }

    /**
     * Whether a From line with a time stands at {@code at}, and right below it a header that says
     * who wrote, and when or by which id; of a long one the beginning is enough.
     */
    static boolean isSeparator(byte[] bytes, int at, int end) {
        if (!FromLine.startsMessage(bytes, at, end)
                || !TimelessFromLine.startsMessage(bytes, at, end)) {
            return false;
        }
        boolean from = false;
        boolean dated = false;
        int line = FromLine.lineEnd(bytes, at, end) + 1;
        while (line < end && !FromLine.isBlankLine(bytes, line, end)) {
            String name = MailField.name(bytes, line, end);
            from |= name.equals("from");
            dated |= name.equals("date") || name.equals("message-id");
            line = FromLine.lineEnd(bytes, line, end) + 1;
        }
        return (from && dated) || line - at >= MboxScanner.LOOK_AHEAD;
    }

    private void look(MailFile file) throws IOException {
        byte[] window = new byte[WINDOW];
        long start = 0;
        int at = 0;
        while (start < MOST_BYTES) {
            int filled = file.read(start, window, 0, WINDOW);
            boolean ended = filled < WINDOW;
            int to = ended ? filled : filled - MboxScanner.LOOK_AHEAD;
            at = FromSearch.next(window, at, filled);
            while (at < to && at + FromSearch.LENGTH <= filled) {
                look(window, at, Math.min(filled, at + MboxScanner.LOOK_AHEAD));
                if (spaced + tight >= MOST_LINES) {
                    return;
                }
                at = FromSearch.next(window, at + FromSearch.LENGTH, filled);
            }
            if (ended) {
                return;
            }
            int next = Math.max(at, to);
            start += next - LOOK_BACK;
            at = LOOK_BACK;
        }
    }

    private void look(byte[] bytes, int at, int end) {
        if (at > 0 && bytes[at - 1] == '>') {
            quotes |= isQuotedByMbox(bytes, at, end);
        } else if (!started) {
            // What stands before the first one is not known to be a message.
            started = FromLine.startsMessage(bytes, at, end);
        } else if (bytes[at - 1] == '\n') {
            count(bytes, at, end);
        }
    }

    private void count(byte[] bytes, int at, int end) {
        if (FromLine.isBlankLine(bytes, lineBefore(bytes, at), at)) {
            boolean separates =
                    FromLine.startsMessage(bytes, at, end)
                            || TimelessFromLine.startsMessage(bytes, at, end);
            spaced += separates ? 1 : 0;
        } else {
            tight += isSeparator(bytes, at, end) ? 1 : 0;
        }
    }

    /**
     * Whether one {@code >} alone stands before it: in a reply, the lines around it have it too.
     */
    private static boolean isQuotedByMbox(byte[] bytes, int at, int end) {
        int line = at - 1;
        if (line == 0 || bytes[line - 1] != '\n') {
            return false;
        }
        int next = FromLine.lineEnd(bytes, at, end) + 1;
        return bytes[lineBefore(bytes, line)] != '>' && (next >= end || bytes[next] != '>');
    }

    /** Where the line begins that ends right before {@code at}. */
    private static int lineBefore(byte[] bytes, int at) {
        int line = at - 1;
        while (line > 0 && at - line < LOOK_BACK && bytes[line - 1] != '\n') {
            line--;
        }
        return line;
    }
}
