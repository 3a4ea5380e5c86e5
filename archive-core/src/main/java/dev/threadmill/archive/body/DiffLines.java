package dev.threadmill.archive.body;

import dev.threadmill.archive.body.Passage.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Tells the lines of a patch from the lines around it. A hunk says how many lines it has, so that a
 * list item after a patch is not taken for a deleted line, nor a deleted SQL comment for a
 * signature. Feed it the lines in their order.
 */
final class DiffLines {

    /** What git, Subversion and CVS write about a file before its first hunk. */
    private static final String[] HEADERS = {
        "diff ",
        "index ",
        "--- ",
        "+++ ",
        "old mode ",
        "new mode ",
        "deleted file mode ",
        "new file mode ",
        "similarity index ",
        "dissimilarity index ",
        "rename from ",
        "rename to ",
        "copy from ",
        "copy to ",
        "Binary files ",
        "GIT binary patch",
        "Index: ",
        "====",
        "RCS file",
        "retrieving revision ",
        "Property changes on: "
    };

    private final String text;

    /** Lines of the old and the new file that the hunk still has to show; 0 before and after it. */
    private int oldLines;

    private int newLines;

    /** How many columns of signs a line has: more than one where a merge is shown. */
    private int columns = 1;

    private boolean inHeader;
    private boolean inBinary;

    DiffLines(String text) {
        this.text = text;
    }

    /** Whether a patch starts with the line at {@code at}. */
    boolean starts(int at) {
        return switch (text.charAt(at)) {
            case 'd' ->
                    text.startsWith("diff --git ", at)
                            || text.startsWith("diff --cc ", at)
                            || text.startsWith("diff --combined ", at)
                            || (text.startsWith("diff -", at) && isFilePair(Lines.end(text, at)));
            case 'I' ->
                    text.startsWith("Index: ", at)
                            && (text.startsWith("====", Lines.end(text, at))
                                    || isFilePair(Lines.end(text, at)));
            case '-' -> isFilePair(at);
            case '@' -> isHunk(at);
            default -> false;
        };
    }

    /** What the line from {@code at} to {@code end} is; null when the patch has ended. */
    @Nullable Kind kind(int at, int end) {
        char first = text.charAt(at);
        if (first == '@' && text.startsWith("@@", at)) {
            return hunk(at, end);
        }
        if (newLines > 0 || oldLines > 0) {
            Kind kind = inHunk(first, at, end);
            if (kind != null) {
                return kind;
            }
            newLines = 0;
            oldLines = 0;
        }
        if (first == '\\') {
            return Kind.CONTEXT; // "\ No newline at end of file"
        }
        return aroundHunks(at, end);
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

    private @Nullable Kind aroundHunks(int at, int end) {
        if (inBinary && end - at > 1 && !starts(at)) {
            return Kind.CONTEXT;
        }
        if (end - at <= 2 && Lines.isBlank(text, at, end)) {
            boolean more =
                    end < text.length()
                            && (starts(end)
                                    || (inBinary && text.startsWith("literal ", end))
                                    || (inBinary && text.startsWith("delta ", end)));
            return more ? Kind.CONTEXT : null;
        }
        inBinary = false;
        boolean header = inHeader ? isHeader(at) : starts(at);
        if (!header) {
            inHeader = false;
            return null;
        }
        inHeader = true;
        inBinary = text.startsWith("GIT binary patch", at);
        return Kind.HEAD;
    }

    private boolean isHeader(int at) {
        for (String header : HEADERS) {
            if (text.startsWith(header, at)) {
                return true;
            }
        }
        return false;
    }

    /** {@code --- a/file} and {@code +++ b/file}, then a hunk; CVS writes more before them. */
    private boolean isFilePair(int at) {
        int line = at;
        for (int i = 0; i < 6 && !text.startsWith("--- ", line); i++) {
            if (!isHeader(line)) {
                return false;
            }
            line = Lines.end(text, line);
        }
        int second = Lines.end(text, line);
        return text.startsWith("--- ", line)
                && text.startsWith("+++ ", second)
                && text.startsWith("@@", Lines.end(text, second));
    }

    private @Nullable Kind inHunk(char first, int at, int end) {
        Kind kind = sign(first, at, end);
        if (kind == null) {
            // A line that some mailer wrapped: the hunk goes on if the next line says so.
            boolean goesOn = end < text.length() && "+- @\\".indexOf(text.charAt(end)) >= 0;
            return goesOn && !text.startsWith("-- \n", end) ? Kind.CONTEXT : null;
        }
        if (first == '-' && text.startsWith("-- \n", at) && (oldLines <= 0 || digit(end))) {
            return null; // git signs with its version
        }
        if (first != '\\') {
            oldLines -= kind == Kind.ADDED ? 0 : 1;
            newLines -= kind == Kind.DELETED ? 0 : 1;
        }
        return kind;
    }

    private @Nullable Kind sign(char first, int at, int end) {
        if (columns == 1) {
            return switch (first) {
                case '+' -> Kind.ADDED;
                case '-' -> Kind.DELETED;
                case ' ', '\t', '\n', '\\' -> Kind.CONTEXT;
                default -> null;
            };
        }
        Kind kind = Kind.CONTEXT;
        for (int i = at; i < Math.min(end - 1, at + columns); i++) {
            switch (text.charAt(i)) {
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

    private boolean isHunk(int at) {
        return text.startsWith("@@ -", at) && digit(at + 4);
    }

    /** {@code @@ -1,7 +1,9 @@}: from line 1 on seven old lines, nine new ones. */
    private Kind hunk(int at, int end) {
        inHeader = false;
        int i = at;
        while (i < end && text.charAt(i) == '@') {
            i++;
        }
        columns = Math.max(1, i - at - 1);
        oldLines = 0;
        newLines = 0;
        while (i < end && text.charAt(i) != '@') {
            char c = text.charAt(i);
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
        if (i >= end || text.charAt(i) != ',') {
            return i == from ? 0 : 1;
        }
        int count = 0;
        for (i++; i < end && digit(i) && count < 100_000_000; i++) {
            count = 10 * count + text.charAt(i) - '0';
        }
        return count;
    }

    private boolean digit(int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }
}
