package dev.threadmill.archive.source;

import dev.threadmill.archive.mail.FromSearch;
import java.io.IOException;
import java.util.Arrays;

/**
 * Finds where the messages of an mbox begin and end, in one pass. A message is what stands between
 * its From line and the blank line before the next From line; that blank line, or one at the end of
 * the file, is the mbox's own. Where the form of the mbox has it so, a message ends where its
 * {@code Content-Length} says, if a From line follows there.
 */
final class MboxScanner {

    private static final int WINDOW = 1 << 20;

    /** What must stand before a {@code From } to tell what the line before it is. */
    private static final int LOOK_BACK = DeclaredEnd.LONGEST_LINE;

    /** How far behind a {@code From } its line and the header fields that prove it may reach. */
    static final int LOOK_AHEAD = 8192;

    /** Some editors put the one of UTF-8 before all text. */
    static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** Control-Z, behind the last line of text on DOS and CP/M, once or up to a full block. */
    private static final byte END_OF_TEXT = 0x1a;

    private final MailFile file;
    private final MboxForm form;
    private final Remarks remarks = new Remarks();
    private final TightFromLine tight;
    private final PastedFromLine pasted = new PastedFromLine();
    private final byte[] window = new byte[WINDOW];
    private long windowStart;
    private int filled;
    private boolean fileEnded;
    private int at;

    private long start;
    private long end;
    private String fromLine = "";
    private boolean quotes;
    private long counted = -1;
    private boolean timeless;
    private boolean finished;
    private long fileStart;
    private int fromLines;
    private long nextStart;
    private String nextFromLine = "";

    MboxScanner(MailFile file, MboxForm form) {
        this.file = file;
        this.form = form;
        this.tight = new TightFromLine(file, form, remarks);
    }

    /** What was decided on the way. */
    Remarks remarks() {
        return remarks;
    }

    /**
     * Moves on to the next message; at first to what stands before all From lines, which is nothing
     * in a sound mbox.
     *
     * @return whether there is one
     */
    boolean next() throws IOException {
        if (finished) {
            return false;
        }
        start = nextStart;
        fromLine = nextFromLine;
        quotes = false;
        counted = -1;
        if (form.counts() && fromLines > 0) {
            skipCounted();
        }
        while (true) {
            at = FromSearch.next(window, at, filled);
            if (filled - at < LOOK_AHEAD && !fileEnded) {
                refill();
            } else if (at + FromSearch.LENGTH > filled) {
                at = filled;
                end = endAt(textEnd());
                finished = true;
                return true;
            } else if (at > 0 && window[at - 1] == '>') {
                quotes = true;
                at += FromSearch.LENGTH;
            } else if (isSeparator()) {
                end = endAt(at);
                nextFromLine = FromLine.envelope(window, at, filled);
                at = Math.min(FromLine.lineEnd(window, at, filled) + 1, filled);
                nextStart = windowStart + at;
                fromLines++;
                return true;
            } else {
                if (at > 0 && window[at - 1] == '\n' && FromLine.isFrom(window, at, filled)) {
                    remarks.keptLine(windowStart + at);
                }
                at += FromSearch.LENGTH;
            }
        }
    }

    /** Goes to the end of the message that its Content-Length tells, if that can be right. */
    private void skipCounted() throws IOException {
        counted = ContentLength.end(file, start);
        if (counted < 0) {
            remarks.uncounted(start);
            return;
        }
        quotes = true; // perhaps
        long back = Math.min(LOOK_BACK, counted);
        if (counted > windowStart + filled) {
            windowStart = counted - back;
            filled = 0;
            fileEnded = false;
        }
        at = (int) (counted - windowStart);
        if (at > filled) {
            filled += file.read(windowStart + filled, window, filled, WINDOW - filled);
            fileEnded = filled < WINDOW;
        }
    }

    /**
     * Goes to a message that was found in an earlier run, so that {@link #next} gives it again. The
     * first From line has to be behind: it says what kind of mbox this is.
     *
     * @param message where it begins, behind its From line
     */
    void resume(long message) throws IOException {
        filled = (int) Math.min(message, FromLine.LONGEST);
        windowStart = message - filled;
        byte[] before = file.read(windowStart, filled);
        System.arraycopy(before, 0, window, 0, filled);
        at = filled;
        nextStart = message;
        nextFromLine = FromLine.envelopeBefore(before, filled);
        fileEnded = false;
    }

    /** Where the message begins in the file, behind its From line. */
    long start() {
        return start;
    }

    long length() {
        return end - start;
    }

    /** What the From line before the message says; empty before the first one. */
    String fromLine() {
        return fromLine;
    }

    /** How many From lines were met so far. */
    int fromLines() {
        return fromLines;
    }

    /** The first {@code limit} bytes of the message with its quoting undone, in an own array. */
    byte[] bytes(int limit) throws IOException {
        int length = (int) Math.min(length(), limit);
        byte[] bytes;
        if (start >= windowStart) {
            int from = (int) (start - windowStart);
            bytes = Arrays.copyOfRange(window, from, from + length);
        } else {
            bytes = file.read(start, length);
        }
        return quotes ? form.unquoted(bytes) : bytes;
    }

    private boolean isSeparator() throws IOException {
        boolean first = windowStart + at == fileStart || isCounted();
        if (!first && window[at - 1] != '\n') {
            return false;
        }
        int limit = Math.min(filled, at + LOOK_AHEAD);
        if (!first && !isFirst() && pasted.isAt(window, at, limit)) {
            return false;
        }
        if (first || beforeBlankLine(at) < windowStart + at) {
            boolean separates =
                    FromLine.startsMessage(window, at, limit) || isTimelessSeparator(limit);
            if (separates && fromLines == 0) {
                tight.learn(window, at, limit);
                pasted.learn(window, at, limit, isFirst());
            }
            return separates;
        }
        return tight.startsMessage(window, at, limit, start, windowStart + at);
    }

    /** Whether the message ends here by its Content-Length, where the form has it so. */
    private boolean isCounted() {
        long more = windowStart + at - counted;
        return counted >= 0 && (more == 0 || DeclaredEnd.isLineEnd(window, at, more));
    }

    /**
     * Thunderbird wrote lines that name nobody and no time. Who else leaves the time out does so
     * from the first line on.
     */
    private boolean isTimelessSeparator(int limit) {
        boolean any = timeless || isFirst();
        boolean separates =
                any
                        ? TimelessFromLine.startsMessage(window, at, limit)
                        : !tight.isPipermail() && TimelessFromLine.isBare(window, at, limit);
        if (separates) {
            timeless |= isFirst();
            remarks.timelessLine(windowStart + at);
        }
        return separates;
    }

    /** Whether nothing but blank lines stands before this place in the file. */
    private boolean isFirst() {
        int i = at;
        while (i > 0 && (window[i - 1] == '\n' || window[i - 1] == '\r')) {
            i--;
        }
        return fromLines == 0 && windowStart + i == fileStart;
    }

    /** Where the text of the file ends in the window: before the {@code ^Z} that DOS puts there. */
    private int textEnd() {
        int i = filled;
        while (i > 0 && window[i - 1] == END_OF_TEXT) {
            i--;
        }
        return i > 1 && window[i - 1] == '\n' && window[i - 2] == '\r' ? i : filled;
    }

    /** Where the message ends behind which something else begins at {@code index}. */
    private long endAt(int index) {
        return counted >= 0 ? counted : beforeBlankLine(index);
    }

    /** Where the blank line begins that ends at {@code index}; {@code index} itself without one. */
    private long beforeBlankLine(int index) {
        int feed = index - 1;
        if (feed < 0 || window[feed] != '\n') {
            return windowStart + index;
        }
        int blank = feed > 0 && window[feed - 1] == '\r' ? feed - 1 : feed;
        boolean lineStarts = windowStart + blank == fileStart || window[blank - 1] == '\n';
        return windowStart + (lineStarts ? blank : index);
    }

    private void refill() throws IOException {
        long kept = windowStart + Math.max(0, at - LOOK_BACK);
        // The message so far stays too, while there is room to get on: most are copied from here.
        if (start >= windowStart && windowStart + at - start < WINDOW / 2) {
            kept = Math.min(kept, Math.max(windowStart, start - LOOK_BACK));
        }
        int gone = (int) (kept - windowStart);
        System.arraycopy(window, gone, window, 0, filled - gone);
        windowStart = kept;
        filled -= gone;
        at -= gone;
        boolean first = windowStart + filled == 0;
        filled += file.read(windowStart + filled, window, filled, WINDOW - filled);
        fileEnded = filled < WINDOW;
        if (first && FromLine.startsWith(window, 0, filled, BYTE_ORDER_MARK)) {
            at = BYTE_ORDER_MARK.length;
            fileStart = at;
            start = at;
        }
    }
}
