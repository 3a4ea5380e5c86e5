package dev.threadmill.archive.parse;

import dev.threadmill.archive.mail.ByteSearch;
import dev.threadmill.archive.mail.PatchTag;
import dev.threadmill.archive.mail.Subject;
import dev.threadmill.archive.parse.decode.Base64Decoder;
import dev.threadmill.archive.parse.decode.QuotedPrintableDecoder;
import dev.threadmill.archive.parse.header.ContentHeader;
import dev.threadmill.archive.parse.header.Header;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Finds the line {@code change-id: …} by which b4 names a patch series, and Gerrit a patch, in all
 * its versions. It is looked for where it can stand for a whole series, in cover letters and
 * patches sent alone, and found without decoding unless the whole body is base64.
 */
final class ChangeId {

    private static final byte[] KEY = "change-id:".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST = 120;

    /** A body in base64 that is longer is no cover letter. */
    private static final int MOST_ENCODED = 4 << 20;

    private ChangeId() {}

    /** The change-id that a message gives its series; empty without one. */
    static String of(Subject subject, Header header) {
        boolean whole =
                PatchTag.of(subject).filter(tag -> tag.isCover() || tag.total() == 1).isPresent();
        if (!whole) {
            return "";
        }
        byte[] bytes = header.bytes();
        int start = header.bodyStart();
        String encoding = new ContentHeader(header).encoding();
        if (encoding.startsWith("base64")) {
            int end = Math.min(bytes.length, start + MOST_ENCODED);
            byte[] text = Base64Decoder.decode(bytes, start, end);
            return find(text, 0, false);
        }
        return find(bytes, start, encoding.startsWith("quoted"));
    }

    private static String find(byte[] bytes, int from, boolean quotedPrintable) {
        for (int line = from; line < bytes.length; ) {
            int eol = ByteSearch.indexOf((byte) '\n', bytes, line, bytes.length);
            if (isKey(bytes, line, eol)) {
                int end = Math.min(bytes.length, line + KEY.length + LONGEST);
                byte[] text =
                        quotedPrintable
                                ? QuotedPrintableDecoder.decode(bytes, line, end)
                                : Arrays.copyOfRange(bytes, line, end);
                return value(text);
            }
            line = eol + 1;
        }
        return "";
    }

    private static boolean isKey(byte[] bytes, int line, int eol) {
        if (eol - line < KEY.length) {
            return false;
        }
        for (int i = 0; i < KEY.length; i++) {
            byte b = bytes[line + i];
            boolean letter = b >= 'A' && b <= 'Z';
            if ((letter ? b | 0x20 : b) != KEY[i]) {
                return false;
            }
        }
        return true;
    }

    /** The first word behind the key, where it is printable and ends in time. */
    private static String value(byte[] text) {
        int start = KEY.length;
        while (start < text.length && (text[start] == ' ' || text[start] == '\t')) {
            start++;
        }
        int end = start;
        while (end < text.length && text[end] > ' ' && text[end] < 0x7f) {
            end++;
        }
        boolean complete = end - start < LONGEST - 10 && (end == text.length || text[end] >= 0);
        return complete ? new String(text, start, end - start, StandardCharsets.US_ASCII) : "";
    }
}
