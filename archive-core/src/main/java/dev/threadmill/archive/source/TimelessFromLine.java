package dev.threadmill.archive.source;

/**
 * Judges {@code From } lines that name no time: the header below has to prove that they start a
 * message.
 */
final class TimelessFromLine {

    private TimelessFromLine() {}

    /**
     * Whether the line at {@code at} begins with {@code From } and a header with a blank line
     * behind it follows, or as much of a header as lies before {@code end}.
     */
    static boolean startsMessage(byte[] bytes, int at, int end) {
        int first = FromLine.lineEnd(bytes, at, end) + 1;
        if (!FromLine.isFrom(bytes, at, end) || first - at > FromLine.LONGEST) {
            return false;
        }
        boolean known = false;
        int line = first;
        while (line < end && !FromLine.isBlankLine(bytes, line, end)) {
            boolean continued = line > first && (bytes[line] == ' ' || bytes[line] == '\t');
            if (!continued && !FromLine.isHeaderField(bytes, line, end)) {
                return false;
            }
            known |= !continued && MailField.isAt(bytes, line, end);
            line = FromLine.lineEnd(bytes, line, end) + 1;
        }
        return known;
    }

    /**
     * Whether such a line names nobody either, as those that Thunderbird wrote: {@code From } and
     * nothing, or a hyphen.
     */
    static boolean isBare(byte[] bytes, int at, int end) {
        if (!FromLine.isFrom(bytes, at, end)) {
            return false;
        }
        String said = FromLine.envelope(bytes, at, end);
        return (said.isEmpty() || said.equals("-")) && startsMessage(bytes, at, end);
    }
}
