package dev.threadmill.archive.parse.header;

import dev.threadmill.archive.mail.ByteSearch;
import dev.threadmill.archive.mail.Limits;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The header of a message or part: where in its bytes the fields that we read stand, and where the
 * body begins. Nothing is copied and nothing decoded.
 *
 * <p>A {@code From } line (not the field {@code From :}) before the first field is passed over, and
 * so is a line without a colon when the header goes on after it; else it is the beginning of the
 * body of a message that lost its blank line.
 */
public final class Header {

    private static final byte[] FROM_LINE = {'F', 'r', 'o', 'm', ' '};

    /** Some editors put the one of UTF-8 before all text. */
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final byte[] bytes;
    private final Limits limits;
    private final int end;
    private final byte lineEnd;

    /** The fields found, in their order. */
    private Field[] fields = new Field[16];

    /** Where the value of each starts and ends. */
    private int[] spans = new int[2 * 16];

    private int size;
    private int lines;
    private int bodyStart;
    private int limit;
    private boolean cut;

    private Header(byte[] bytes, int start, int end, Limits limits) {
        this.bytes = bytes;
        this.limits = limits;
        this.end = end;
        this.lineEnd = lineEnd(bytes, start, end);
        scan(start);
    }

    /** Reads the header at the start of {@code bytes}, as far as is usual. */
    public static Header of(byte[] bytes) {
        return of(bytes, Limits.DEFAULT);
    }

    /** Reads the header at the start of {@code bytes}; beyond the limits it is cut. */
    public static Header of(byte[] bytes, Limits limits) {
        return new Header(bytes, 0, bytes.length, limits);
    }

    public byte[] bytes() {
        return bytes;
    }

    /** Where the first byte after the blank line is; the length when there is none. */
    public int bodyStart() {
        return bodyStart;
    }

    /** Whether it was too long to be looked at as a whole. */
    public boolean cut() {
        return cut;
    }

    /** How many lines it has that begin a field. */
    public int lines() {
        return lines;
    }

    /** How many fields of kinds that we read it has. */
    int size() {
        return size;
    }

    boolean is(int index, Field field) {
        return fields[index] == field;
    }

    /** Where the value of the field starts, after the colon. */
    int start(int index) {
        return spans[2 * index];
    }

    /** Where the value of the field ends, without its last line end but with those inside. */
    int end(int index) {
        return spans[2 * index + 1];
    }

    /**
     * The index of the first such field, or -1: where a field comes twice, the first one counts.
     */
    public int first(Field field) {
        return next(field, 0);
    }

    /** The index of the first such field from {@code index} on, or -1. */
    public int next(Field field, int index) {
        for (int i = index; i < size; i++) {
            if (is(i, field)) {
                return i;
            }
        }
        return -1;
    }

    private void scan(int start) {
        int at = skipFromLine(skipBlankLines(skipByteOrderMark(start)));
        limit = Math.min(end, at + limits.headerBytes());
        boolean open = false;
        while (at < limit) {
            int blank = blankLine(at);
            if (blank > 0) {
                bodyStart = at + blank;
                return;
            }
            int eol = endOfLine(at);
            byte first = bytes[at];
            if (first == ' ' || first == '\t') {
                if (isBlank(at, eol) && eol + 1 < end && blankLine(eol + 1) == 0 && !goesOn(eol)) {
                    // A blank line that holds a blank; text follows it.
                    bodyStart = eol + 1;
                    return;
                }
                if (open) {
                    spans[2 * size - 1] = valueEnd(at, eol);
                }
            } else {
                int colon = colon(at, eol);
                if (colon < 0 && !goesOn(eol)) {
                    bodyStart = at;
                    return;
                }
                if (++lines > limits.headerFields()) {
                    break;
                }
                open = colon >= 0 && add(at, colon, eol);
            }
            at = Math.min(end, eol + 1);
        }
        if (at >= end) {
            bodyStart = end;
            return;
        }
        cut = true;
        skipToBody(at);
    }

    private boolean add(int nameStart, int colon, int eol) {
        int nameEnd = colon;
        while (nameEnd > nameStart && isBlank(bytes[nameEnd - 1])) {
            nameEnd--;
        }
        @Nullable Field field = Field.named(bytes, nameStart, nameEnd);
        if (field == null) {
            return false;
        }
        if (size == fields.length) {
            fields = Arrays.copyOf(fields, 2 * size);
            spans = Arrays.copyOf(spans, 4 * size);
        }
        fields[size] = field;
        spans[2 * size] = colon + 1;
        spans[2 * size + 1] = valueEnd(colon + 1, eol);
        size++;
        return true;
    }

    private int valueEnd(int start, int eol) {
        int valueEnd = eol > start && bytes[eol - 1] == '\r' ? eol - 1 : eol;
        return Math.min(valueEnd, limit);
    }

    /** Where the colon after a field name is; -1 when the line does not start with one. */
    private int colon(int start, int eol) {
        int i = start;
        while (i < eol && bytes[i] > ' ' && bytes[i] < 0x7f && bytes[i] != ':') {
            i++;
        }
        int nameEnd = i;
        while (i < eol && isBlank(bytes[i])) {
            i++;
        }
        return nameEnd > start && i < eol && bytes[i] == ':' ? i : -1;
    }

    /** Whether what follows a line without a colon is still a header. */
    private boolean goesOn(int eol) {
        int next = eol + 1;
        if (next >= end || blankLine(next) > 0) {
            return false;
        }
        return isBlank(bytes[next]) || colon(next, endOfLine(next)) >= 0;
    }

    private void skipToBody(int from) {
        int at = from;
        while (at < end) {
            int blank = blankLine(at);
            if (blank > 0) {
                bodyStart = at + blank;
                return;
            }
            at = Math.min(end, endOfLine(at) + 1);
        }
        bodyStart = end;
    }

    private int skipByteOrderMark(int start) {
        int after = start + BYTE_ORDER_MARK.length;
        boolean marked = after <= end && Arrays.equals(bytes, start, after, BYTE_ORDER_MARK, 0, 3);
        return marked ? after : start;
    }

    private int skipBlankLines(int start) {
        int at = start;
        while (at < end && blankLine(at) > 0) {
            at += blankLine(at);
        }
        boolean header = at < end && colon(at, endOfLine(at)) >= 0;
        return header ? at : start;
    }

    private int skipFromLine(int start) {
        int at = start < end && bytes[start] == '>' ? start + 1 : start;
        int after = at + FROM_LINE.length;
        boolean fromLine = after <= end && Arrays.equals(bytes, at, after, FROM_LINE, 0, 5);
        if (!fromLine) {
            return start;
        }
        int eol = endOfLine(at);
        // RFC 5322 §4.5.2: blanks may stand before the colon of a field.
        return colon(at, eol) < 0 ? Math.min(end, eol + 1) : start;
    }

    /** The length of the empty line at this place; 0 when the line there is not empty. */
    private int blankLine(int at) {
        if (bytes[at] == lineEnd) {
            return 1;
        }
        return bytes[at] == '\r' && at + 1 < end && bytes[at + 1] == '\n' ? 2 : 0;
    }

    private int endOfLine(int from) {
        return ByteSearch.indexOf(lineEnd, bytes, from, end);
    }

    private boolean isBlank(int from, int eol) {
        int i = from;
        while (i < eol && (isBlank(bytes[i]) || bytes[i] == '\r')) {
            i++;
        }
        return i == eol;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }

    /** A line feed, but a carriage return where there is no line feed at all (old Macintosh). */
    private static byte lineEnd(byte[] bytes, int start, int end) {
        return ByteSearch.indexOf((byte) '\n', bytes, start, end) < end ? (byte) '\n' : (byte) '\r';
    }
}
