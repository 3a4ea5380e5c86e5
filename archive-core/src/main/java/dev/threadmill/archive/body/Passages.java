package dev.threadmill.archive.body;

import dev.threadmill.archive.body.Passage.Kind;
import dev.threadmill.archive.mail.ListFooter;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits text into passages, line by line, looking a few lines ahead at most. Every character of
 * the text stands in exactly one passage.
 */
final class Passages {

    /** More lines than these below a {@code -- } are no signature. */
    private static final int LONGEST_SIGNATURE = 25;

    /** Nor more than these below a {@code --}, which is often just a line. */
    private static final int SHORTEST_SIGNATURE = 8;

    /**
     * People's texts have a few thousand; more of them would make pages of hundreds of megabytes.
     */
    private static final int MOST_PASSAGES = 50_000;

    private final Text text;
    private final DiffLines diff;

    /** Where a blank before a {@code >} says that it is no quote (RFC 3676 §4.4). */
    private final boolean flowed;

    /** The first line of the list's footer; the line after the last one without a footer. */
    private final int footer;

    private final List<Passage> found = new ArrayList<>();

    /** The passage that is being read. */
    private Kind kind = Kind.PROSE;

    private int level;
    private int from;

    /** What a line is of which nothing else is known. */
    private Kind otherwise = Kind.PROSE;

    private Passages(Text text, boolean flowed) {
        this.text = text;
        this.flowed = flowed;
        this.diff = new DiffLines(text);
        this.footer = text.lineAt(ListFooter.start(text.toString()));
    }

    /**
     * The passages of a text that somebody wrote.
     *
     * @param flowed whether it came as {@code format=flowed}
     */
    static List<Passage> of(Text text, boolean flowed) {
        Passages passages = new Passages(text, flowed);
        passages.split();
        return passages.found;
    }

    /**
     * The passages of a text that is a patch as a whole: without quotes, signature or footer. Where
     * no line starts a patch, each is what its first character says.
     */
    static List<Passage> ofPatch(Text text) {
        Passages passages = new Passages(text, false);
        passages.splitPatch(false);
        if (passages.found.stream().anyMatch(p -> p.kind() == Kind.HEAD || p.kind() == Kind.HUNK)) {
            return passages.found;
        }
        passages = new Passages(text, false);
        passages.splitPatch(true);
        return passages.found;
    }

    private void split() {
        int line = 0;
        while (line < footer) {
            Kind inPatch = diff.kind(line);
            if (inPatch != null) {
                otherwise = Kind.PROSE;
                line = add(inPatch, 0, line);
            } else {
                line = outsideOfPatch(line);
            }
        }
        if (line < text.lines()) {
            add(Kind.FOOTER, 0, line);
        }
        add(Kind.PROSE, -1, text.lines());
    }

    /** Says what a line is; returns the next one to ask about. */
    private int outsideOfPatch(int line) {
        switch (text.first(line)) {
            case '>' -> {
                return quote(line);
            }
            case '-' -> {
                int armourEnd = Armour.end(text, line);
                if (armourEnd > line) {
                    add(Kind.ARMOUR, 0, line);
                    return armourEnd;
                }
                if (otherwise == Kind.PROSE && startsSignature(line)) {
                    otherwise = Kind.SIGNATURE;
                }
            }
            case ' ' -> {
                if (!flowed && text.startsWith(">", text.start(line) + 1)) {
                    return quote(line);
                }
                if (otherwise == Kind.PROSE && Diffstat.isLine(text, line)) {
                    return add(Kind.DIFFSTAT, 0, line);
                }
            }
            default -> {}
        }
        return add(otherwise, 0, line);
    }

    private int quote(int line) {
        if (kind == Kind.PROSE) {
            add(Kind.ATTRIBUTION, 0, Attribution.start(text, from, line));
        }
        otherwise = Kind.PROSE;
        return add(Kind.QUOTE, quoteLevel(line), line);
    }

    private void splitPatch(boolean byFirstCharacter) {
        for (int line = 0; line < text.lines(); line++) {
            Kind next = diff.kind(line);
            if (next == null && byFirstCharacter) {
                next = DiffLines.byFirstCharacter(text.first(line));
            }
            boolean stat = next == null && Diffstat.isLine(text, line);
            add(next != null ? next : stat ? Kind.DIFFSTAT : Kind.PROSE, 0, line);
        }
        add(Kind.PROSE, -1, text.lines());
    }

    /**
     * Says what a line is; what came before it is complete when it differs. Behind the last passage
     * that may be, all goes on as that one.
     *
     * @return the line after it
     */
    private int add(Kind next, int nextLevel, int line) {
        boolean differs = next != kind || nextLevel != level;
        if (differs && (found.size() < MOST_PASSAGES || line == text.lines())) {
            if (line > from) {
                found.add(new Passage(kind, level, from, line));
            }
            kind = next;
            level = nextLevel;
            from = line;
        }
        return line + 1;
    }

    /** How many {@code >} a line starts with; one blank may stand between two. */
    private int quoteLevel(int line) {
        int quotes = 0;
        boolean blank = false;
        for (int i = text.start(line); i < text.end(line); i++) {
            char c = text.at(i);
            if (c == '>') {
                quotes++;
                blank = false;
            } else if (c == ' ' && !blank) {
                blank = true;
            } else {
                break;
            }
        }
        return quotes;
    }

    /** Whether a line {@code -- } stands here and not much follows (RFC 3676 §4.3). */
    private boolean startsSignature(int line) {
        boolean exact = text.lineStarts(line, "-- \n");
        if (!exact && !text.lineStarts(line, "--\n")) {
            return false;
        }
        int end = Math.min(footer, line + 1 + (exact ? LONGEST_SIGNATURE : SHORTEST_SIGNATURE));
        for (int next = line + 1; next < end; next++) {
            if (text.first(next) == '>' || diff.starts(next)) {
                return exact;
            }
        }
        return end == footer;
    }
}
