package dev.threadmill.archive.body;

import dev.threadmill.archive.body.Html.AttachmentLink;
import dev.threadmill.archive.body.Html.LinkTo;
import dev.threadmill.archive.mail.MessageId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes text inside its blocks, with what is inline: emphasis, links, and literal text, which goes
 * on in blocks like them. The tags are written when text comes, closed where a block begins or
 * ends, and written again with the text after it; so none holds a block, and none holds nothing.
 */
final class Phrases {

    /** Characters of tags that may be written again; after that what a block cuts off ends. */
    private static final int MOST_AGAIN = 1 << 20;

    private final MessageId own;
    private final LinkRules rules;
    private final FoldingWriter page;
    private final OpenElements blocks;
    private final List<Inline> open = new ArrayList<>();

    /** How many of the open elements had their turn to be written since the last border. */
    private int begun;

    /** How many elements with literal text are open; whether their tag is. */
    private int literal;

    private boolean literalBegun;

    /** Which of the open elements is the written link, and what becomes its label. */
    private int linkAt = -1;

    private HtmlBuilder label = new HtmlBuilder(0);
    private int again;

    /** An open element; a link has an address, which may be empty, others their attributes. */
    private static final class Inline {
        private final String name;
        private final String attributes;
        private final String address;
        private boolean seen;
        private boolean written;

        Inline(String name, String attributes, String address) {
            this.name = name;
            this.attributes = attributes;
            this.address = address;
        }

        boolean isLink() {
            return name.equals("a");
        }

        int length() {
            return 2 * name.length() + 5 + attributes.length() + address.length();
        }
    }

    Phrases(MessageId own, LinkRules rules, FoldingWriter page, OpenElements blocks) {
        this.own = own;
        this.rules = rules;
        this.page = page;
        this.blocks = blocks;
    }

    private HtmlBuilder out() {
        return linkAt >= 0 ? label : page.out();
    }

    void open(String name, String attributes) {
        open.add(new Inline(name, attributes, ""));
    }

    void openLink(String target) {
        open.add(new Inline("a", "", target));
    }

    /** Closes the innermost element. */
    void close() {
        int last = open.size() - 1;
        if (begun > last) {
            endTo(last);
        }
        open.remove(last);
    }

    void openLiteral() {
        literal++;
    }

    void closeLiteral() {
        pause();
        literal--;
    }

    boolean isLiteral() {
        return literal > 0;
    }

    /** Closes all tags, since a block begins or ends. */
    void pause() {
        endTo(0);
        if (literalBegun) {
            page.out().markup("</pre>");
            literalBegun = false;
        }
    }

    private void endTo(int keep) {
        while (begun > keep) {
            begun--;
            Inline element = open.get(begun);
            if (begun == linkAt) {
                endLink(element.address);
            } else if (element.written) {
                out().markup("</").markup(element.name).markup(">");
            }
        }
    }

    private void begin() {
        beginLiteral();
        while (begun < open.size()) {
            Inline element = open.get(begun);
            boolean allowed = !element.seen || spend(element.length());
            if (element.isLink()) {
                if (allowed && linkAt < 0) {
                    linkAt = begun;
                    label = new HtmlBuilder(256);
                }
            } else {
                element.written = allowed && blocks.hasRoomFor(begun + 1);
                if (element.written) {
                    out().markup("<").markup(element.name).markup(element.attributes).markup(">");
                }
            }
            element.seen = true;
            begun++;
        }
    }

    private void beginLiteral() {
        if (literal > 0 && !literalBegun && !blocks.isInLine() && blocks.hasRoomFor(0)) {
            endTo(0);
            literalBegun = spend("<pre></pre>".length());
            page.out().markup(literalBegun ? "<pre>" : "");
        }
    }

    private boolean spend(int characters) {
        boolean enough = characters <= MOST_AGAIN - again;
        again += enough ? characters : 0;
        return enough;
    }

    private void endLink(String url) {
        linkAt = -1;
        HtmlBuilder out = page.out();
        if (url.isEmpty()) {
            out.append(label);
            return;
        }
        HtmlBuilder link = new HtmlBuilder(256);
        Urls.open(link, url);
        Optional<MessageId> id = LinkWriter.mention(url, own, out);
        if (id.isPresent() && !label.hasHoles()) {
            link.append(label).markup("</a>");
            out.hole(new LinkTo(id.get(), label.string(), link.string()));
        } else {
            out.append(link).append(label).markup("</a>");
        }
    }

    void text(String text) {
        begin();
        if (linkAt >= 0) {
            out().text(text);
        } else {
            new LinkWriter(new Text(text), own, rules, out()).write(0, text.length());
        }
    }

    /** Writes blanks, for which no tag is worth its while, unless they indent literal text. */
    void blank(String text) {
        if (literal > 0 && text.indexOf('\n') < 0 && !blocks.isBetweenParts()) {
            beginLiteral();
        }
        out().text(text);
    }

    void lineBreak(String name) {
        out().markup("<").markup(name).markup("/>");
    }

    void image(String part, String description) {
        begin();
        out().markup("<img src=\"").hole(new AttachmentLink(part)).markup("\" alt=\"");
        out().value(description).markup("\" loading=\"lazy\"/>");
    }
}
