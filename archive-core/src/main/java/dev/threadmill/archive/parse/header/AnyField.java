package dev.threadmill.archive.parse.header;

import dev.threadmill.archive.mail.ByteSearch;
import dev.threadmill.archive.parse.decode.EncodedWords;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Finds fields of a header by a name that somebody made up. */
public final class AnyField {

    /** More is asked of no field. */
    private static final int LONGEST = 2000;

    private AnyField() {}

    /** What all fields of this name say, whatever its case: unfolded, decoded, cut if overlong. */
    public static List<String> values(Header header, String name) {
        HeaderText text = new HeaderText(header);
        byte[] bytes = header.bytes();
        List<String> values = new ArrayList<>(1);
        int end = header.bodyStart();
        for (int line = 0; line < end; ) {
            int next = afterField(bytes, line, end);
            int colon = colon(bytes, line, next, name);
            if (colon >= 0) {
                String value = EncodedWords.decode(text.raw(colon + 1, next));
                values.add(value.substring(0, Math.min(LONGEST, value.length())));
            }
            line = next;
        }
        return values;
    }

    /** The start of the next line that is no continuation. */
    private static int afterField(byte[] bytes, int line, int end) {
        int next = line;
        do {
            next = Math.min(end, ByteSearch.indexOf((byte) '\n', bytes, next, end) + 1);
        } while (next < end && (bytes[next] == ' ' || bytes[next] == '\t'));
        return next;
    }

    /** Where the colon behind the name stands; -1 when the field has another name. */
    private static int colon(byte[] bytes, int line, int end, String name) {
        int at = line + name.length();
        if (at >= end) {
            return -1;
        }
        String start = new String(bytes, line, name.length(), StandardCharsets.ISO_8859_1);
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\t')) {
            at++;
        }
        return start.equalsIgnoreCase(name) && at < end && bytes[at] == ':' ? at : -1;
    }
}
