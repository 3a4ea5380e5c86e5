package dev.threadmill.archive.source;

import dev.threadmill.archive.mail.ByteSearch;
import dev.threadmill.archive.mail.FromSearch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** What a file holds, by its first bytes; where they leave it open, by its name. */
enum FileContent {
    EMPTY,
    MBOX,
    /** One message, with no From line before it. */
    MESSAGE,
    /** A git repository in one file. */
    BUNDLE,
    /** What {@link ForeignFormat} knows. */
    FOREIGN,
    /** An mbox whose lines end in carriage returns alone, as on old Macintoshes. */
    RETURNS,
    OTHER;

    static FileContent of(Path file) throws IOException {
        return of(MailFile.head(file), Folder.fileName(file));
    }

    static FileContent of(byte[] head, String fileName) {
        int text = firstText(head);
        String name = fileName.toLowerCase(Locale.ROOT);
        boolean mboxName = name.contains(".mbox") || name.contains(".mbx");
        if (text == head.length) {
            return EMPTY;
        }
        if (BundleHeader.startsBundle(head)) {
            return BUNDLE;
        }
        if (ForeignFormat.remedy(head) != null) {
            return FOREIGN;
        }
        if (name.endsWith(".eml")) {
            return MESSAGE;
        }
        if (FromLine.isFrom(head, text, head.length) && endsLinesInReturns(head)) {
            return RETURNS;
        }
        if (FromLine.startsMessage(head, text, head.length)
                || TimelessFromLine.startsMessage(head, text, head.length)) {
            return MBOX;
        }
        boolean message = isHeader(head, text);
        boolean mayBeMbox = mboxName || name.contains(".txt");
        if ((message && mboxName) || (mayBeMbox && holdsFromLine(head))) {
            return MBOX; // which lost its beginning
        }
        return message ? MESSAGE : OTHER;
    }

    /** The first line that is not blank, for people. */
    static String firstLine(byte[] head) {
        return FromLine.text(head, firstText(head), 60);
    }

    private static boolean endsLinesInReturns(byte[] head) {
        int end = head.length;
        return ByteSearch.indexOf((byte) '\n', head, 0, end) == end
                && ByteSearch.indexOf((byte) '\r', head, 0, end) < end;
    }

    private static int firstText(byte[] head) {
        byte[] mark = MboxScanner.BYTE_ORDER_MARK;
        int text = FromLine.startsWith(head, 0, head.length, mark) ? mark.length : 0;
        while (text < head.length && (head[text] == '\n' || head[text] == '\r')) {
            text++;
        }
        return text;
    }

    private static boolean isHeader(byte[] head, int text) {
        boolean known = false;
        for (int line = text;
                line < head.length && !FromLine.isBlankLine(head, line, head.length); ) {
            int end = FromLine.lineEnd(head, line, head.length);
            boolean continued = line > text && (head[line] == ' ' || head[line] == '\t');
            if (!continued
                    && !FromLine.isHeaderField(head, line, end)
                    && !FromLine.isQuoted(head, line, end)) {
                break;
            }
            known |= MailField.isAt(head, line, end);
            line = end + 1;
        }
        return known;
    }

    private static boolean holdsFromLine(byte[] head) {
        for (int at = FromSearch.next(head, 0, head.length);
                at + FromSearch.LENGTH <= head.length;
                at = FromSearch.next(head, at + 1, head.length)) {
            if (at > 0 && head[at - 1] == '\n' && FromLine.startsMessage(head, at, head.length)) {
                return true;
            }
        }
        return false;
    }
}
