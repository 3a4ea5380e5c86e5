package dev.threadmill.archive.body;

/** What the first words of a line say, where it may be a line of a patch. */
enum PatchMark {
    /** Nothing that patches alone have. */
    NONE(false),
    /** {@code diff --git a/file b/file}. */
    GIT(true),
    /** {@code diff -u file file}. */
    DIFF(true),
    /** {@code Index: file}. */
    INDEX(true),
    /** {@code ====}, below an index line. */
    RULER(true),
    /** {@code --- a/file}. */
    OLD_FILE(true),
    /** {@code +++ b/file}. */
    NEW_FILE(true),
    /** {@code GIT binary patch}. */
    BINARY(true),
    /** What else git, Subversion and CVS write about a file before its first hunk. */
    HEADER(true),
    /** {@code @@ -1,7 +1,9 @@}. */
    HUNK(false),
    /** {@code @@} otherwise, as for a merge. */
    OTHER_HUNK(false),
    /** {@code -- }, below which git says its version. */
    SIGNATURE(false);

    private static final String[] OF_GIT = {"diff --git ", "diff --cc ", "diff --combined "};

    private static final String[] HEADERS = {
        "diff ",
        "index ",
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
        "RCS file",
        "retrieving revision ",
        "Property changes on: "
    };

    private final boolean header;

    PatchMark(boolean header) {
        this.header = header;
    }

    /** Whether such a line stands before a file's first hunk. */
    boolean isHeader() {
        return header;
    }

    /** The marks of all lines of a text. */
    static PatchMark[] of(Text text) {
        PatchMark[] marks = new PatchMark[text.lines()];
        for (int line = 0; line < marks.length; line++) {
            marks[line] = of(text, line);
        }
        return marks;
    }

    private static PatchMark of(Text text, int line) {
        return switch (text.first(line)) {
            case '-' ->
                    text.lineStarts(line, "--- ")
                            ? OLD_FILE
                            : text.lineStarts(line, "-- \n") ? SIGNATURE : NONE;
            case '+' -> text.lineStarts(line, "+++ ") ? NEW_FILE : NONE;
            case '@' -> text.lineStarts(line, "@@") ? hunk(text, line) : NONE;
            case '=' -> text.lineStarts(line, "====") ? RULER : NONE;
            case 'I' -> text.lineStarts(line, "Index: ") ? INDEX : NONE;
            case 'G' -> text.lineStarts(line, "GIT binary patch") ? BINARY : NONE;
            case 'd', 'i', 'o', 'n', 's', 'r', 'c', 'B', 'R', 'P' -> words(text, line);
            default -> NONE;
        };
    }

    private static PatchMark hunk(Text text, int line) {
        int number = text.start(line) + 4;
        boolean plain = text.lineStarts(line, "@@ -") && number < text.length();
        return plain && text.at(number) >= '0' && text.at(number) <= '9' ? HUNK : OTHER_HUNK;
    }

    private static PatchMark words(Text text, int line) {
        if (!text.lineStartsWithAny(line, HEADERS)) {
            return NONE;
        }
        if (text.lineStartsWithAny(line, OF_GIT)) {
            return GIT;
        }
        return text.lineStarts(line, "diff -") ? DIFF : HEADER;
    }
}
