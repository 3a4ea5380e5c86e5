package dev.threadmill.archive.body;

import dev.threadmill.archive.body.Passage.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Tells the lines of a patch from the lines around it. A hunk says how many lines it has, so that a
 * list item after a patch is not taken for a deleted line, nor a deleted SQL comment for a
 * signature. Feed it the lines in their order.
 */
final class DiffLines {

    /** So many blank lines of a hunk may stand behind a line that was wrapped. */
    private static final int MOST_BLANK = 2;

    private final Text text;
    private final PatchMark[] marks;
    private boolean inPatch;

    /** Lines of the old and the new file that the hunk still has to show; 0 before and after it. */
    private int oldLines;

    private int newLines;

    /** How many columns of signs a line has: more than one where a merge is shown. */
    private int columns = 1;

    private boolean inHeader;
    private boolean inBinary;

    DiffLines(Text text) {
        this.text = text;
        this.marks = PatchMark.of(text);
    }

    /** Whether a patch starts with a line. */
    boolean starts(int line) {
        return switch (marks[line]) {
            case GIT, HUNK -> true;
            case DIFF -> isFilePair(line + 1);
            case INDEX -> mark(line + 1) == PatchMark.RULER || isFilePair(line + 1);
            case OLD_FILE -> isFilePair(line);
            default -> false;
        };
    }

    /** What a line says; nothing below the last one. */
    private PatchMark mark(int line) {
        return line < marks.length ? marks[line] : PatchMark.NONE;
    }

    /** What a line is in a patch; null when it is in none. */
    @Nullable Kind kind(int line) {
        if (!inPatch && !starts(line)) {
            return null;
        }
        Kind kind = inPatch(line);
        inPatch = kind != null;
        return kind;
    }

    private @Nullable Kind inPatch(int line) {
        PatchMark mark = marks[line];
        if (mark == PatchMark.HUNK || mark == PatchMark.OTHER_HUNK) {
            return hunk(line);
        }
        if (newLines > 0 || oldLines > 0) {
            Kind kind = inHunk(line);
            if (kind != null) {
                return kind;
            }
            newLines = 0;
            oldLines = 0;
        }
        if (text.first(line) == '\\') {
            return Kind.CONTEXT; // "\ No newline at end of file"
        }
        return aroundHunks(line);
    }

    /** What a line is in a patch of an old or unknown form. */
    static @Nullable Kind byFirstCharacter(char first) {
        return switch (first) {
            case '+', '>' -> Kind.ADDED;
            case '-', '<' -> Kind.DELETED;
            case '@', '*' -> Kind.HUNK;
            default -> null;
        };
    }

    private @Nullable Kind aroundHunks(int line) {
        int length = text.end(line) - text.start(line);
        boolean starts = starts(line);
        if (inBinary && length > 1 && !starts) {
            return Kind.CONTEXT;
        }
        if (length <= 2 && text.isBlankLine(line)) {
            return goesOnAfterBlank(line + 1) ? Kind.CONTEXT : null;
        }
        inHeader = starts || (inHeader && marks[line].isHeader());
        inBinary = inHeader && marks[line] == PatchMark.BINARY;
        return inHeader ? Kind.HEAD : null;
    }

    private boolean goesOnAfterBlank(int line) {
        return line < text.lines()
                && (starts(line)
                        || (inBinary && text.lineStarts(line, "literal "))
                        || (inBinary && text.lineStarts(line, "delta ")));
    }

    /** {@code --- a/file} and {@code +++ b/file}, then a hunk; CVS writes more before them. */
    private boolean isFilePair(int first) {
        int line = first;
        while (line < first + 6 && mark(line) != PatchMark.OLD_FILE && mark(line).isHeader()) {
            line++;
        }
        PatchMark last = mark(line + 2);
        return mark(line) == PatchMark.OLD_FILE
                && mark(line + 1) == PatchMark.NEW_FILE
                && (last == PatchMark.HUNK || last == PatchMark.OTHER_HUNK);
    }

    private @Nullable Kind inHunk(int line) {
        char first = text.first(line);
        Kind kind = sign(first, line);
        if (kind == null) {
            // Some mailer wrapped it: the hunk goes on if the next line says so, or the one behind
            // blank lines.
            int next = line + 1;
            while (next <= line + MOST_BLANK && next < text.lines() && text.isBlankLine(next)) {
                next++;
            }
            return isInHunk(next) ? Kind.CONTEXT : null;
        }
        if (marks[line] == PatchMark.SIGNATURE && (oldLines <= 0 || digit(text.end(line)))) {
            return null; // git signs with its version
        }
        if (first != '\\') {
            oldLines -= kind == Kind.ADDED ? 0 : 1;
            newLines -= kind == Kind.DELETED ? 0 : 1;
        }
        return kind;
    }

    private boolean isInHunk(int line) {
        return line < text.lines()
                && beginsLine(text.first(line))
                && marks[line] != PatchMark.SIGNATURE;
    }

    /** Whether lines of a hunk, and its own, begin with this. */
    static boolean beginsLine(char first) {
        return "+- @\\\t\u00a0".indexOf(first) >= 0;
    }

    private @Nullable Kind sign(char first, int line) {
        if (columns == 1) {
            return switch (first) {
                case '+' -> Kind.ADDED;
                case '-' -> Kind.DELETED;
                // Some programs make blanks that do not break of those at the start of a line.
                case ' ', '\t', '\n', '\\', '\u00a0' -> Kind.CONTEXT;
                default -> null;
            };
        }
        Kind kind = Kind.CONTEXT;
        int from = text.start(line);
        int to = Math.min(text.end(line) - 1, from + columns);
        for (int i = from; i < to; i++) {
            switch (text.at(i)) {
                case '+' -> kind = Kind.ADDED;
                case '-' -> kind = Kind.DELETED;
                case ' ' -> {}
                default -> {
                    return null;
                }
            }
        }
        return kind;
    }

    /** {@code @@ -1,7 +1,9 @@}: from line 1 on seven old lines, nine new ones. */
    private Kind hunk(int line) {
        inHeader = false;
        int at = text.start(line);
        int end = text.end(line);
        int i = at;
        while (i < end && text.at(i) == '@') {
            i++;
        }
        columns = Math.max(1, i - at - 1);
        oldLines = 0;
        newLines = 0;
        while (i < end && text.at(i) != '@') {
            char c = text.at(i);
            i++;
            if (c == '-') {
                oldLines = Math.max(oldLines, count(i, end));
            } else if (c == '+') {
                newLines = count(i, end);
            }
        }
        if (columns > 1) {
            // Each parent has its own count; the new file's is the one that tells the end.
            oldLines = 0;
        }
        return Kind.HUNK;
    }

    /** The 7 of {@code 1,7}; 1 when there is no comma. */
    private int count(int from, int end) {
        int i = from;
        while (i < end && digit(i)) {
            i++;
        }
        if (i >= end || text.at(i) != ',') {
            return i == from ? 0 : 1;
        }
        int count = 0;
        for (i++; i < end && digit(i) && count < 100_000_000; i++) {
            count = 10 * count + text.at(i) - '0';
        }
        return count;
    }

    private boolean digit(int at) {
        return at < text.length() && text.at(at) >= '0' && text.at(at) <= '9';
    }
}
