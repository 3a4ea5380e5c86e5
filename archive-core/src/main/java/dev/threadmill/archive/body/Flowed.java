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
    static String decode(String text, boolean delSp) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        char[] characters = text.toCharArray();
        DiffLines patch = new DiffLines(text);
        boolean inPatch = false;
        int openDepth = -1; // of the paragraph that may go on
        for (int at = 0, end; at < text.length(); at = end) {
            end = Lines.end(text, at);
            int last = end > at && text.charAt(end - 1) == '\n' ? end - 1 : end;
            int start = at;
            while (start < last && text.charAt(start) == '>') {
                start++;
            }
            int depth = start - at;
            if (start < last && text.charAt(start) == ' ') {
                start++;
            }
            inPatch |= depth == 0 && patch.starts(at);
            boolean signature = last - start == 3 && text.startsWith("-- ", start);
            boolean empty = start == last; // programs soften the line before one by mistake
            if (depth != openDepth || signature || empty) {
                if (openDepth >= 0) {
                    out.append('\n');
                }
                out.append(characters, at, depth);
                if (start < last && (depth > 0 || text.charAt(start) == '>')) {
                    out.append(' ');
                }
            }
            boolean soft = last > start && text.charAt(last - 1) == ' ' && !signature && !inPatch;
            out.append(characters, start, (soft && delSp ? last - 1 : last) - start);
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
