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

    private final String text;
    private final DiffLines diff;
    private final int footer;
    private final List<Passage> found = new ArrayList<>();

    /** The passage that is being read. */
    private Kind kind = Kind.PROSE;

    private int level;
    private int from;
    private int lines;

    private Passages(String text) {
        this.text = text;
        this.diff = new DiffLines(text);
        this.footer = ListFooter.start(text);
    }

    /** The passages of a text that somebody wrote. */
    static List<Passage> of(String text) {
        return new Passages(text).split();
    }

    /**
     * The passages of a text that is a patch as a whole: without quotes, signature or footer. Where
     * no line starts a patch, each is what its first character says.
     */
    static List<Passage> ofPatch(String text) {
        Passages passages = new Passages(text);
        passages.splitPatch(false);
        if (passages.found.stream().anyMatch(p -> p.kind() == Kind.HEAD || p.kind() == Kind.HUNK)) {
            return passages.found;
        }
        passages = new Passages(text);
        passages.splitPatch(true);
        return passages.found;
    }

    private List<Passage> split() {
        boolean inDiff = false;
        Kind otherwise = Kind.PROSE;
        for (int at = 0, end; at < text.length(); at = end) {
            end = Lines.end(text, at);
            if (at >= footer) {
                add(Kind.FOOTER, 0, at);
                continue;
            }
            Kind inPatch = inDiff || diff.starts(at) ? diff.kind(at, end) : null;
            inDiff = inPatch != null;
            if (inPatch != null) {
                add(inPatch, 0, at);
                otherwise = Kind.PROSE;
                continue;
            }
            switch (text.charAt(at)) {
                case '>' -> {
                    if (kind == Kind.PROSE) {
                        attribution(at);
                    }
                    add(Kind.QUOTE, Lines.quoteLevel(text, at), at);
                    otherwise = Kind.PROSE;
                }
                case '-' -> {
                    int armourEnd = Armour.end(text, at);
                    if (armourEnd > at) {
                        add(Kind.ARMOUR, 0, at);
                        for (int next = end; next < armourEnd; next = Lines.end(text, next)) {
                            lines++;
                        }
                        end = armourEnd;
                        continue;
                    }
                    if (otherwise == Kind.PROSE && startsSignature(at, end)) {
                        otherwise = Kind.SIGNATURE;
                    }
                    add(otherwise, 0, at);
                }
                case ' ' -> {
                    boolean stat = otherwise == Kind.PROSE && Diffstat.isLine(text, at, end);
                    add(stat ? Kind.DIFFSTAT : otherwise, 0, at);
                }
                default -> add(otherwise, 0, at);
            }
        }
        add(Kind.PROSE, -1, text.length());
        return found;
    }

    private void splitPatch(boolean byFirstCharacter) {
        boolean inDiff = false;
        for (int at = 0, end; at < text.length(); at = end) {
            end = Lines.end(text, at);
            Kind next = inDiff || diff.starts(at) ? diff.kind(at, end) : null;
            inDiff = next != null;
            if (next == null && byFirstCharacter) {
                next = DiffLines.byFirstCharacter(text.charAt(at));
            }
            boolean stat = next == null && Diffstat.isLine(text, at, end);
            add(next != null ? next : stat ? Kind.DIFFSTAT : Kind.PROSE, 0, at);
        }
        add(Kind.PROSE, -1, text.length());
    }

    /** Says what the line at {@code at} is; what came before it is complete when it differs. */
    private void add(Kind next, int nextLevel, int at) {
        if (next != kind || nextLevel != level) {
            if (at > from) {
                found.add(new Passage(kind, level, from, at, lines));
            }
            kind = next;
            level = nextLevel;
            from = at;
            lines = 0;
        }
        lines++;
    }

    /** Makes the last lines before a quote an attribution, when they are one. */
    private void attribution(int quote) {
        int start = Attribution.start(text, from, quote);
        if (start < quote) {
            int before = 0;
            for (int at = from; at < start; at = Lines.end(text, at)) {
                before++;
            }
            int all = lines;
            lines = before;
            add(Kind.ATTRIBUTION, 0, start);
            lines = all - before;
        }
    }

    /** Whether a line {@code -- } stands here and not much follows (RFC 3676 §4.3). */
    private boolean startsSignature(int at, int end) {
        boolean exact = text.startsWith("-- \n", at);
        if (!exact && !text.startsWith("--\n", at)) {
            return false;
        }
        int most = exact ? LONGEST_SIGNATURE : 8; // without its blank it is often just a line
        int next = end;
        for (int i = 0; i < most && next < footer; i++) {
            if (text.charAt(next) == '>' || diff.starts(next)) {
                return exact;
            }
            next = Lines.end(text, next);
        }
        return next >= footer;
    }
}
