package dev.threadmill.archive.body;

/**
 * Joins the lines of {@code format=flowed} text into the paragraphs they were (RFC 3676), each on
 * one line, which the page wraps to the reader's width.
 */
final class Flowed {

    private static final int NONE = -1;

    private final Text text;
    private final boolean delSp;
    private final DiffLines patch;
    private final StringBuilder out;
    private boolean inPatch;

    /** Whether lines are space-stuffed. */
    private boolean stuffed = true;

    /** Of the paragraph that may go on. */
    private int openDepth = NONE;

    private Flowed(Text text, boolean delSp) {
        this.text = text;
        this.delSp = delSp;
        this.patch = new DiffLines(text);
        this.out = new StringBuilder(text.length() + 16);
    }

    /**
     * The text without soft line breaks and space-stuffing. Quoted lines keep their signs, followed
     * by a blank; what is no quote but starts like one keeps the blank that says so. From the first
     * line of a patch on no line is joined that begins as those of patches do: programs that make
     * them do not know of flowed text, and leave blanks at the ends of lines. What begins otherwise
     * is the rest of a line.
     *
     * @param delSp whether the blank before a soft line break belongs to it (RFC 3676 §4.2)
     */
    static String decode(String string, boolean delSp) {
        Flowed flowed = new Flowed(new Text(string), delSp);
        for (int line = 0; line < flowed.text.lines(); line++) {
            flowed.append(line);
        }
        if (flowed.openDepth != NONE) {
            flowed.out.append('\n');
        }
        return flowed.out.toString();
    }

    private void append(int line) {
        int at = text.start(line);
        int end = text.end(line);
        int last = text.at(end - 1) == '\n' ? end - 1 : end;
        int start = at;
        while (start < last && text.at(start) == '>') {
            start++;
        }
        int depth = start - at;
        if (!inPatch && depth == 0 && patch.starts(line)) {
            inPatch = true;
            stuffed = isStuffed(line);
        }
        if (start < last && text.at(start) == ' ' && (stuffed || depth > 0)) {
            start++;
        }
        boolean signature = last - start == 3 && text.startsWith("-- ", start);
        boolean empty = start == last; // programs soften the line before one by mistake
        if (depth != openDepth || signature || empty || (depth == 0 && isOfPatch(line, start))) {
            if (openDepth != NONE) {
                out.append('\n');
            }
            text.appendTo(out, at, at + depth);
            if (start < last && (depth > 0 || text.at(start) == '>')) {
                out.append(' ');
            }
        }
        boolean soft = last > start && text.at(last - 1) == ' ' && !signature;
        text.appendTo(out, start, soft && delSp ? last - 1 : last);
        openDepth = soft ? depth : NONE;
        if (!soft) {
            out.append('\n');
        }
    }

    /**
     * Whether the lines from one on are space-stuffed. Then none begins with a single blank, but
     * such as would be taken for something else without it. Context in a patch that is not does.
     */
    private boolean isStuffed(int from) {
        for (int line = from; line < text.lines(); line++) {
            int second = text.start(line) + 1;
            if (text.first(line) == ' '
                    && second < text.end(line)
                    && " >\n".indexOf(text.at(second)) < 0
                    && !text.startsWith("From ", second)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a line begins as one of a patch does, and stands in one. */
    private boolean isOfPatch(int line, int start) {
        return inPatch && (DiffLines.beginsLine(text.at(start)) || patch.starts(line));
    }
}
