package dev.threadmill.archive.body;

import dev.threadmill.archive.body.Passage.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines that a page shows only when asked.
 *
 * @param from the first of them
 * @param to the line after the last one
 */
record Fold(Kind kind, int from, int to) {

    /** Quotes of so many rows are read as they are. */
    static final int SHORT = 12;

    /** The end of a quote that stays in sight where an answer follows: what it answers. */
    private static final int CONTEXT = 4;

    /**
     * The lines to fold: long quotes, where together they make a quarter of the text or more, and
     * armour. Nothing where the author said nothing else.
     *
     * @param oneSpeaks whether some text of the message is known to hold words of the author
     */
    static List<Fold> of(Text text, List<Passage> passages, boolean oneSpeaks) {
        if (!oneSpeaks && passages.stream().noneMatch(p -> p.isOwn(text))) {
            return List.of();
        }
        List<Fold> folds = new ArrayList<>();
        int allRows = 0;
        int foldedRows = 0;
        for (int i = 0; i < passages.size(); i++) {
            Passage first = passages.get(i);
            int rows = first.rows(text);
            if (first.kind() == Kind.ARMOUR && first.lines() > CONTEXT) {
                folds.add(new Fold(Kind.ARMOUR, first.from(), first.to()));
            } else if (first.kind() == Kind.QUOTE) {
                while (goesOn(text, passages, i)) {
                    i++;
                    rows += passages.get(i).rows(text);
                }
                if (rows > SHORT) {
                    folds.add(quote(text, passages, first.from(), i));
                    foldedRows += rows;
                }
            }
            allRows += rows;
        }
        if (4 * foldedRows < allRows) {
            folds.removeIf(fold -> fold.kind() == Kind.QUOTE);
        }
        return folds;
    }

    /** Whether the quote goes on after a passage, at another level or after a blank line. */
    private static boolean goesOn(Text text, List<Passage> passages, int i) {
        if (i + 1 == passages.size()) {
            return false;
        }
        Passage next = passages.get(i + 1);
        return next.kind() == Kind.QUOTE
                || (next.lines() == 1
                        && next.isBlank(text)
                        && i + 2 < passages.size()
                        && passages.get(i + 2).kind() == Kind.QUOTE);
    }

    int lines() {
        return to - from;
    }

    private static Fold quote(Text text, List<Passage> passages, int from, int last) {
        int to = passages.get(last).to();
        if (last + 1 < passages.size() && isAnswer(text, passages.get(last + 1))) {
            int least = Math.min(to - from, SHORT - CONTEXT);
            to = Math.max(to - CONTEXT, from + least);
        }
        return new Fold(Kind.QUOTE, from, to);
    }

    private static boolean isAnswer(Text text, Passage passage) {
        return passage.kind() == Kind.PROSE && passage.isOwn(text);
    }
}
