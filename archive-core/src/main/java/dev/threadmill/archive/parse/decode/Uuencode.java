package dev.threadmill.archive.parse.decode;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Files that stand uuencoded in text: {@code begin 644 name} to {@code end}. Only what is complete
 * and correct to the letter is taken out; everything else stays the text it is.
 */
public final class Uuencode {

    /** What comes after so many files stays text. */
    private static final int MOST_FILES = 100;

    private static final String BEGIN = "begin ";

    private final String text;
    private final StringBuilder rest;
    private final List<File> files = new ArrayList<>();

    @SuppressWarnings("ArrayRecordComponent") // compared and printed nowhere
    public record File(String name, byte[] bytes) {}

    /**
     * Text and the files that were in it.
     *
     * @param text with a line {@code [uuencoded file: name]} in place of each file
     */
    public record Extract(String text, List<File> files) {}

    private Uuencode(String text) {
        this.text = text;
        this.rest = new StringBuilder();
    }

    /** The files in text whose lines end with {@code \n}; null when there are none. */
    public static @Nullable Extract extract(String text) {
        boolean possible = text.startsWith(BEGIN) || text.contains("\n" + BEGIN);
        return possible ? new Uuencode(text).extract() : null;
    }

    /** The file in the body of a part that is uuencoded as a whole; null when there is none. */
    public static byte @Nullable [] decode(String body) {
        Extract extract = extract(body);
        return extract == null || extract.files().isEmpty() ? null : extract.files().get(0).bytes();
    }

    private @Nullable Extract extract() {
        int copied = 0;
        int begin = nextBegin(0);
        while (begin >= 0 && files.size() < MOST_FILES) {
            int eol = endOfLine(begin);
            String name = name(begin, eol);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            int end = name == null ? -1 : file(eol + 1, bytes);
            if (end >= 0 && bytes.size() > 0) {
                rest.append(text, copied, begin).append("[uuencoded file");
                rest.append(name.isEmpty() ? "" : ": ").append(name).append("]\n");
                files.add(new File(name, bytes.toByteArray()));
                copied = end;
            }
            begin = nextBegin(end >= 0 ? end : eol);
        }
        if (files.isEmpty()) {
            return null;
        }
        return new Extract(rest.append(text, copied, text.length()).toString(), files);
    }

    /** Where the next line from {@code from} on starts that may be a beginning; -1 without one. */
    private int nextBegin(int from) {
        boolean lineStart = from == 0 || text.charAt(from - 1) == '\n';
        if (lineStart && text.startsWith(BEGIN, from)) {
            return from;
        }
        int found = text.indexOf("\n" + BEGIN, from);
        return found < 0 ? -1 : found + 1;
    }

    /** The name after three or four octal digits; null when the line is not a beginning. */
    private @Nullable String name(int begin, int eol) {
        int i = begin + BEGIN.length();
        int mode = i;
        while (i < eol && text.charAt(i) >= '0' && text.charAt(i) <= '7') {
            i++;
        }
        boolean legal = i - mode >= 3 && i - mode <= 4 && (i == eol || text.charAt(i) == ' ');
        return legal ? text.substring(i, eol).strip() : null;
    }

    /** Decodes the lines up to {@code end}; where the line after that starts, or -1. */
    private int file(int from, ByteArrayOutputStream bytes) {
        int line = from;
        while (line < text.length()) {
            int eol = endOfLine(line);
            if (isEnd(line, eol)) {
                return Math.min(text.length(), eol + 1);
            }
            boolean zero = eol == line || text.charAt(line) == '`' || text.charAt(line) == ' ';
            if (!zero && !line(line, eol, bytes)) {
                return -1;
            }
            line = eol + 1;
        }
        return -1;
    }

    private boolean isEnd(int line, int eol) {
        return text.startsWith("end", line) && text.substring(line, eol).strip().equals("end");
    }

    /** One line: its length as a character, then four characters for three bytes. */
    private boolean line(int from, int eol, ByteArrayOutputStream bytes) {
        int length = text.charAt(from) - ' ';
        int characters = (length + 2) / 3 * 4;
        int present = eol - from - 1;
        // Blanks at the end may be gone, and some programs add a character as checksum.
        if (length < 1 || length > 63 || present > characters + 2 || present * 2 < characters) {
            return false;
        }
        int left = length;
        for (int i = from + 1; left > 0; i += 4) {
            int bits = 0;
            for (int k = 0; k < 4; k++) {
                char c = i + k < eol ? text.charAt(i + k) : ' ';
                if (c < ' ' || c > '`') {
                    return false;
                }
                bits = (bits << 6) | ((c - ' ') & 63);
            }
            for (int shift = 16; shift >= 0 && left > 0; shift -= 8, left--) {
                bytes.write(bits >> shift);
            }
        }
        return true;
    }

    private int endOfLine(int from) {
        int eol = text.indexOf('\n', from);
        return eol < 0 ? text.length() : eol;
    }
}
