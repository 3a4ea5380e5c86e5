package dev.threadmill.archive.body;

/**
 * Joins the lines of {@code format=flowed} text into the paragraphs they were (RFC 3676), each on
 * one line, which the page wraps to the reader's width.
 */
final class Flowed {

    private Flowed() {}

    /**
     * The text without soft line breaks and space-stuffing. Quoted lines keep their signs, followed
     * by a blank; what is no quote but starts like one keeps the blank that says so. From the first
     * line of a patch on nothing is joined: programs that make patches do not know of flowed text.
     *
     * @param delSp whether the blank before a soft line break belongs to it (RFC 3676 §4.2)
     */
    static String decode(String string, boolean delSp) {
        Text text = new Text(string);
        StringBuilder out = new StringBuilder(text.length() + 16);
        DiffLines patch = new DiffLines(text);
        boolean inPatch = false;
        int openDepth = -1; // of the paragraph that may go on
        for (int line = 0; line < text.lines(); line++) {
            int at = text.start(line);
            int end = text.end(line);
            int last = text.at(end - 1) == '\n' ? end - 1 : end;
            int start = at;
            while (start < last && text.at(start) == '>') {
                start++;
            }
            int depth = start - at;
            if (start < last && text.at(start) == ' ') {
                start++;
            }
            inPatch = inPatch || (depth == 0 && patch.starts(line));
            boolean signature = last - start == 3 && text.startsWith("-- ", start);
            boolean empty = start == last; // programs soften the line before one by mistake
            if (depth != openDepth || signature || empty) {
                if (openDepth >= 0) {
                    out.append('\n');
                }
                text.appendTo(out, at, at + depth);
                if (start < last && (depth > 0 || text.at(start) == '>')) {
                    out.append(' ');
                }
            }
            boolean soft = last > start && text.at(last - 1) == ' ' && !signature && !inPatch;
            text.appendTo(out, start, soft && delSp ? last - 1 : last);
            if (soft) {
                openDepth = depth;
            } else {
                openDepth = -1;
                out.append('\n');
            }
        }
        return out.toString();
    }
}
