package dev.threadmill.archive.body;

import dev.threadmill.archive.body.OpenElements.Open;
import dev.threadmill.archive.body.TableShape.Cell;
import dev.threadmill.archive.mail.MessageId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/**
 * Writes elements that another program chose, so that the result is valid and browsers read it as
 * it is meant, whatever that program does: each element is closed, stands where it may stand, and
 * lies no deeper than a browser likes. Long quotes are folded.
 */
final class ElementWriter implements Elements {

    /** As many columns as there are. */
    private static final int ALL = 100;

    /** Cells that span others, and feet of tables: their tags are written at the end. */
    private static final int MOST_LATER = 10_000;

    private final FoldingWriter page;
    private final OpenElements open = new OpenElements();
    private final Phrases phrases;

    /** The open tables. */
    private final Deque<TableShape> tables = new ArrayDeque<>();

    private int later;

    /** The tag that ended directly before what comes next; empty when that was something else. */
    private String ended = "";

    ElementWriter(MessageId own, LinkRules rules, HtmlBuilder out) {
        this.page = new FoldingWriter(out);
        this.phrases = new Phrases(own, rules, page, open);
    }

    /**
     * Opens an element.
     *
     * @param attributes escaped, with a blank before each; empty for none
     */
    @Override
    public void open(String name, String attributes) {
        if (OpenElements.isTablePart(name)) {
            openTablePart(name, attributes, 1, 1);
        } else if (OpenElements.isBlock(name)) {
            openBlock(name, attributes);
        } else {
            phrases.open(name, attributes);
            open.push(new Open(name, ""));
        }
    }

    @Override
    public void openCell(String name, String attributes, int columns, int rows) {
        openTablePart(name, attributes, columns, rows);
    }

    /** Opens a link; it counts as an element named {@code a}. Links do not hold links. */
    @Override
    public void openLink(String target) {
        phrases.openLink(target);
        open.push(new Open("a", ""));
    }

    private void openBlock(String name, String attributes) {
        makeRoom(name);
        if (name.equals("pre")) {
            phrases.openLiteral();
            open.push(new Open(name, ""));
            return;
        }
        String tag = open.tag(name, phrases.isLiteral());
        if (tag.equals("dd") && !OpenElements.isItem(ended)) {
            page.out().markup("<dt></dt>"); // a list of descriptions has nothing to describe
        }
        if (tag.equals("blockquote")) {
            page.openQuote(open.size());
        } else if (tag.equals("table")) {
            tables.push(new TableShape());
        }
        begin(name, tag, attributes);
    }

    private void begin(String name, String tag, String attributes) {
        if (!tag.isEmpty()) {
            page.out().markup("<").markup(tag).markup(attributes).markup(">");
            ended = "";
        }
        open.push(new Open(name, tag));
    }

    /** Ends what cannot hold such a block, and opens what it needs around it. */
    private void makeRoom(String name) {
        phrases.pause();
        page.newLine();
        int keep = open.keptFor(name);
        Deque<Open> across = new ArrayDeque<>();
        while (open.size() > keep) {
            if (OpenElements.goesAcross(open.get(open.size() - 1).name())) {
                across.push(open.pop());
            } else {
                closeLast();
            }
        }
        across.forEach(open::push);
        if (!open.isPlaceFor(name)) {
            openPart();
        }
    }

    /** Where only rows, cells or items can stand, what comes gets one of its own. */
    private void openPart() {
        switch (open.parent()) {
            case "table", "thead", "tbody", "tfoot", "tr" -> openTablePart("td", "", 1, 1);
            case "ul", "ol" -> begin("li", "li", "");
            case "dl" -> openBlock("dd", "");
            default -> {}
        }
    }

    private void openTablePart(String name, String attributes, int columns, int rows) {
        int keep = open.keptForPart(name);
        if (keep < 0) {
            open.push(new Open(name, ""));
            return;
        }
        phrases.pause();
        page.newLine();
        closeTo(keep);
        TableShape table = tables.element();
        switch (name) {
            case "td", "th" -> openCell(name, name, attributes, columns, rows);
            case "tr" -> openRow(attributes);
            case "caption" -> {
                if (table.beginCaption()) {
                    begin(name, name, attributes);
                } else {
                    openCell(name, "td", attributes, ALL, 1);
                }
            }
            default -> openSection(name, attributes);
        }
    }

    private void openRow(String attributes) {
        tables.element().beginRow();
        begin("tr", "tr", attributes);
    }

    private void openCell(String name, String tag, String attributes, int columns, int rows) {
        if (!open.parent().equals("tr")) {
            openRow("");
        }
        Cell cell = tables.element().cell(columns, rows);
        page.out().markup("<").markup(tag).markup(attributes);
        if (cell.spans() && later < MOST_LATER) {
            later(cell::attributes);
        }
        page.out().markup(">");
        open.push(new Open(name, tag));
        ended = "";
    }

    /** A head is the first group of its table, a foot the last one; what is neither is a body. */
    private void openSection(String name, String attributes) {
        TableShape table = tables.element();
        int group = table.beginGroup();
        if (name.equals("tfoot") && later < MOST_LATER) {
            page.out().markup("<");
            later(table.foot());
            page.out().markup(attributes).markup(">");
            open.push(new Open(name, name));
        } else {
            begin(name, name.equals("thead") && group == 1 ? name : "tbody", attributes);
        }
    }

    private void later(Supplier<String> markup) {
        later++;
        page.later(markup);
    }

    /** Closes the innermost element of that name and all inside it; none, when none is open. */
    @Override
    public void close(String name) {
        int at = open.named(name);
        if (at >= 0) {
            closeTo(at);
        }
    }

    /** Closes all elements but the outermost {@code keep}. */
    private void closeTo(int keep) {
        while (open.size() > keep) {
            closeLast();
        }
    }

    private void closeLast() {
        Open closed = open.pop();
        if (closed.name().equals("pre")) {
            phrases.closeLiteral();
        } else if (!closed.name().isEmpty() && !OpenElements.isBlock(closed.name())) {
            phrases.close();
            return;
        }
        if (closed.written()) {
            phrases.pause();
            complete(closed.tag());
            page.out().markup("</");
            if (closed.tag().equals("tfoot")) {
                later(tables.element().foot());
            } else {
                page.out().markup(closed.tag());
            }
            page.out().markup(">");
            ended = closed.tag();
        }
        page.newLine();
        page.closeQuote(open.size());
    }

    /** Adds what an element must hold before it ends. */
    private void complete(String tag) {
        switch (tag) {
            case "tr" -> {
                if (tables.element().isRowEmpty()) {
                    tables.element().cell(1, 1);
                    page.out().markup("<td></td>");
                }
            }
            case "dl" -> page.out().markup(ended.equals("dt") ? "<dd></dd>" : "");
            case "thead", "tbody", "tfoot" -> tables.element().endGroup();
            case "table" -> tables.pop().endGroup();
            default -> {}
        }
    }

    /** Ends the text. */
    @Override
    public void closeAll() {
        closeTo(0);
        page.finish();
    }

    @Override
    public void empty(String name) {
        if (name.equals("hr")) {
            makeRoom(name);
            page.out().markup("<hr/>");
            ended = "";
        } else {
            openPart();
            phrases.lineBreak(name);
        }
        if (!name.equals("wbr")) {
            page.newLine();
        }
    }

    @Override
    public void image(String part, String description) {
        openPart();
        phrases.image(part, description);
        page.said("image");
    }

    @Override
    public void text(String text) {
        if (text.isBlank()) {
            phrases.blank(text);
        } else {
            openPart();
            page.said(text);
            phrases.text(text);
        }
    }
}
