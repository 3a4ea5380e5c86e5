package dev.threadmill.archive.body;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Puts the outermost quotes of a text with elements aside until all of it is known, and folds the
 * long ones where the author said something else.
 */
final class FoldingWriter {

    /** A run of the text: its pieces, each of which writes itself. */
    private record Run(List<Consumer<HtmlBuilder>> pieces, boolean folded) {}

    private final HtmlBuilder page;
    private final List<Run> runs = new ArrayList<>();
    private List<Consumer<HtmlBuilder>> pieces = new ArrayList<>();
    private HtmlBuilder out = new HtmlBuilder();

    /** How many elements are open around the outermost open quote; -1 outside of quotes. */
    private int quoteAt = -1;

    /** What the author said outside of quotes, and what is quoted, in characters. */
    private int saidOutside;

    private int saidInQuotes;

    /** The characters of the line that is being written, and of a quote the rows before it. */
    private int inLine;

    private int rows;
    private boolean lineEnds;
    private char last;

    FoldingWriter(HtmlBuilder page) {
        this.page = page;
    }

    /** Where to write. */
    HtmlBuilder out() {
        return out;
    }

    /** Writes markup that is known only when all of the text is. */
    void later(Supplier<String> markup) {
        endPiece();
        pieces.add(to -> to.markup(markup.get()));
        out = new HtmlBuilder(128);
    }

    private void endPiece() {
        HtmlBuilder piece = out;
        pieces.add(to -> to.append(piece));
    }

    /** Notes that what comes next stands on another line. */
    void newLine() {
        lineEnds = true;
    }

    /** Notes what is written. */
    void said(String text) {
        int end = text.length();
        while (end > 0 && isBlank(text.charAt(end - 1))) {
            end--;
        }
        if (end > 0) {
            if (lineEnds) {
                endLine();
            }
            inLine += end;
            last = text.charAt(end - 1);
        }
    }

    /** No-break spaces too: programs put one into a paragraph without text. */
    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private void endLine() {
        if (quoteAt >= 0) {
            rows += 1 + inLine / Passage.ROW;
            saidInQuotes += inLine;
        } else {
            saidOutside += inLine;
        }
        inLine = 0;
        lineEnds = false;
    }

    /** Begins a quote, unless one is open. */
    void openQuote(int elements) {
        if (quoteAt < 0) {
            // "On 1 May, Ada wrote:" is not what the author has to say.
            if (last == ':') {
                saidInQuotes += inLine;
                inLine = 0;
            }
            endLine();
            startRun(false);
            quoteAt = elements;
            rows = 0;
        }
    }

    /** Ends the quote that was begun when so many elements were open. */
    void closeQuote(int elements) {
        if (elements == quoteAt) {
            endLine();
            startRun(rows > Fold.SHORT);
            quoteAt = -1;
        }
    }

    private void startRun(boolean folded) {
        endPiece();
        runs.add(new Run(pieces, folded));
        pieces = new ArrayList<>();
        out = new HtmlBuilder();
    }

    /** Writes all of it to the page: nothing, where there is nothing to be read. */
    void finish() {
        endLine();
        startRun(false);
        if (saidOutside == 0 && saidInQuotes == 0) {
            return;
        }
        for (Run run : runs) {
            boolean folded = run.folded && saidOutside > 0;
            page.markup(folded ? "<details class=\"quote\"><summary>Quoted text</summary>" : "");
            run.pieces.forEach(piece -> piece.accept(page));
            page.markup(folded ? "</details>" : "");
        }
    }
}
