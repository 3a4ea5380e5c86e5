package dev.threadmill.archive.source;

import java.util.Locale;

/** What a file holds, by its first bytes; where they leave it open, by its name. */
enum FileContent {
    EMPTY,
    MBOX,
    OTHER;

    static FileContent of(byte[] head, String fileName) {
        int text = firstText(head);
        if (text == head.length) {
            return EMPTY;
        }
        if (FromLine.startsMessage(head, text, head.length)
                || FromLine.isHeaderField(head, text, head.length)
                || (isMboxName(fileName) && holdsFromLine(head))) {
            return MBOX;
        }
        return OTHER;
    }

    /** The first line that is not blank, for people. */
    static String firstLine(byte[] head) {
        return FromLine.text(head, firstText(head), 60);
    }

    private static int firstText(byte[] head) {
        byte[] mark = MboxScanner.BYTE_ORDER_MARK;
        int text = FromLine.startsWith(head, 0, head.length, mark) ? mark.length : 0;
        while (text < head.length && (head[text] == '\n' || head[text] == '\r')) {
            text++;
        }
        return text;
    }

    private static boolean isMboxName(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return name.contains(".mbox") || name.contains(".mbx") || name.contains(".txt");
    }

    private static boolean holdsFromLine(byte[] head) {
        for (int at = FromSearch.next(head, 0, head.length);
                at + FromLine.PREFIX <= head.length;
                at = FromSearch.next(head, at + 1, head.length)) {
            if (at > 0 && head[at - 1] == '\n' && FromLine.startsMessage(head, at, head.length)) {
                return true;
            }
        }
        return false;
    }
}
