package dev.threadmill.archive.body;

import dev.threadmill.archive.body.Html.AttachmentLink;
import dev.threadmill.archive.body.Html.LinkTo;
import dev.threadmill.archive.body.OpenElements.Open;
import dev.threadmill.archive.mail.MessageId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes elements that another program chose, so that the result is well-formed and browsers read
 * it as it is meant, whatever that program does: each element is closed, stands where it may stand,
 * and lies no deeper than a browser likes. Long quotes are folded.
 */
final class ElementWriter implements Elements {

    private static final int DEEPEST = 60;

    /** In a deeper one there would be no room for its cells. */
    private static final int DEEPEST_TABLE = DEEPEST - 4;

    private final MessageId own;
    private final LinkRules rules;
    private final FoldingWriter page;
    private final OpenElements open = new OpenElements();

    /** What is inside the open link, which becomes its label. */
    private HtmlBuilder label;

    /** How many elements are open around the open link; -1 outside a link. */
    private int linkAt = -1;

    ElementWriter(MessageId own, LinkRules rules, HtmlBuilder out) {
        this.own = own;
        this.rules = rules;
        this.page = new FoldingWriter(out);
        this.label = page.out();
    }

    private HtmlBuilder out() {
        return linkAt >= 0 ? label : page.out();
    }

    /**
     * Opens an element.
     *
     * @param attributes escaped, with a blank before each; empty for none
     */
    @Override
    public void open(String name, String attributes) {
        boolean legal = OpenElements.isTablePart(name) ? makeRoomInTable(name) : makeRoom(name);
        boolean written = legal && open.depth() < (name.equals("table") ? DEEPEST_TABLE : DEEPEST);
        if (written) {
            write(name, attributes);
        }
        open.push(new Open(name, attributes, written));
    }

    private void write(String name, String attributes) {
        if (OpenElements.isBlock(name)) {
            page.newLine();
        }
        if (name.equals("blockquote") && linkAt < 0) {
            page.openQuote(open.size());
        }
        out().markup("<").markup(name).markup(attributes).markup(">");
    }

    /** Opens a link; it counts as an element named {@code a}. Links do not hold links. */
    @Override
    public void openLink(String target) {
        makeRoom("a");
        boolean first = linkAt < 0;
        if (first) {
            linkAt = open.size();
            label = new HtmlBuilder(256);
        }
        open.push(new Open("a", target, false));
    }

    /** Ends what cannot hold such a part of a table; false where there is no table for it. */
    private boolean makeRoomInTable(String part) {
        int keep = open.keptFor(part);
        if (keep < 0) {
            return false;
        }
        closeTo(keep);
        return true;
    }

    /** Ends what cannot hold such an element, and begins again what stands across its border. */
    private boolean makeRoom(String name) {
        openCell();
        int keep = open.keptFor(new Open(name, "", true));
        List<Open> across = new ArrayList<>();
        for (int i = keep; i < open.size(); i++) {
            if (!OpenElements.isBlock(open.get(i).name())) {
                across.add(open.get(i));
            }
        }
        closeTo(keep);
        for (Open element : across) {
            if (element.name().equals("a")) {
                openLink(element.attributes());
            } else {
                open(element.name(), element.attributes());
            }
        }
        return true;
    }

    /** Between the cells of a table nothing can stand: what comes gets a cell of its own. */
    private void openCell() {
        if (open.isBetweenCells()) {
            if (!open.parent().equals("tr")) {
                open("tr", "");
            }
            open("td", "");
        }
    }

    /** Closes the innermost element of that name and all inside it; none, when none is open. */
    @Override
    public void close(String name) {
        int at = open.size() - 1;
        while (at >= 0 && !open.get(at).name().equals(name)) {
            at--;
        }
        if (at >= 0) {
            closeTo(at);
        }
    }

    /** Closes all elements but the outermost {@code keep}. */
    private void closeTo(int keep) {
        while (open.size() > keep) {
            Open closed = open.pop();
            if (open.size() == linkAt) {
                closeLink(closed.attributes());
            } else if (closed.written()) {
                out().markup("</").markup(closed.name()).markup(">");
            }
            if (OpenElements.isBlock(closed.name())) {
                page.newLine();
            }
            page.closeQuote(open.size());
        }
    }

    /** Ends the text. */
    @Override
    public void closeAll() {
        closeTo(0);
        page.finish();
    }

    private void closeLink(String url) {
        linkAt = -1;
        HtmlBuilder out = page.out();
        if (label.isEmpty()) {
            return;
        }
        if (url.isEmpty()) {
            out.append(label);
            return;
        }
        HtmlBuilder link = new HtmlBuilder(256);
        Urls.open(link, url);
        Optional<MessageId> id = Links.mention(url, own, out);
        if (id.isPresent() && !label.hasHoles()) {
            link.append(label).markup("</a>");
            out.hole(new LinkTo(id.get(), label.string(), link.string()));
        } else {
            out.append(link).append(label).markup("</a>");
        }
    }

    @Override
    public void empty(String name) {
        makeRoom(name);
        out().markup("<").markup(name).markup("/>");
        if (!name.equals("wbr")) {
            page.newLine();
        }
    }

    @Override
    public void image(String part, String description) {
        makeRoom("img");
        out().markup("<img src=\"").hole(new AttachmentLink(part)).markup("\" alt=\"");
        out().value(description).markup("\" loading=\"lazy\"/>");
        page.said("image");
    }

    @Override
    public void text(String text) {
        boolean blank = text.isBlank();
        if (!blank) {
            openCell();
        }
        page.said(text);
        if (linkAt >= 0 || (blank && open.isBetweenCells())) {
            out().text(text);
        } else {
            new Links(new Text(text), own, rules, out()).write(0, text.length());
        }
    }
}
