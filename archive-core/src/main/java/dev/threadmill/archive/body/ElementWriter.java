package dev.threadmill.archive.body;

import dev.threadmill.archive.body.Html.AttachmentLink;
import dev.threadmill.archive.body.Html.LinkTo;
import dev.threadmill.archive.mail.MessageId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes elements that another program chose, so that the result is well-formed whatever that
 * program does: each element is closed, at its place, and none lies deeper than a browser likes.
 */
final class ElementWriter implements Elements {

    private static final int DEEPEST = 60;

    private final MessageId own;
    private final List<LinkRule> rules;
    private final HtmlBuilder page;

    /** The names of the open elements. */
    private final List<String> open = new ArrayList<>();

    /** Where to write: the page, or what becomes the label of a link. */
    private HtmlBuilder out;

    /** Where the open link leads, and how many elements are open around it; -1 outside a link. */
    private String url = "";

    private int linkAt = -1;

    ElementWriter(MessageId own, List<LinkRule> rules, HtmlBuilder out) {
        this.own = own;
        this.rules = rules;
        this.page = out;
        this.out = out;
    }

    /**
     * Opens an element.
     *
     * @param attributes escaped, with a blank before each; empty for none
     */
    @Override
    public void open(String name, String attributes) {
        if (open.size() < DEEPEST) {
            out.markup("<").markup(name).markup(attributes).markup(">");
        }
        open.add(name);
    }

    /** Opens a link; it counts as an element named {@code a}. Links do not hold links. */
    @Override
    public void openLink(String target) {
        if (linkAt < 0) {
            linkAt = open.size();
            url = target;
            out = new HtmlBuilder(256);
        }
        open.add("a");
    }

    /** Closes the innermost element of that name and all inside it; none, when none is open. */
    @Override
    public void close(String name) {
        if (open.lastIndexOf(name) < 0) {
            return;
        }
        String closed;
        do {
            closed = open.remove(open.size() - 1);
            if (open.size() == linkAt) {
                closeLink();
            } else if (open.size() < DEEPEST && !closed.equals("a")) {
                out.markup("</").markup(closed).markup(">");
            }
        } while (!closed.equals(name));
    }

    @Override
    public void closeAll() {
        while (!open.isEmpty()) {
            close(open.get(open.size() - 1));
        }
    }

    private void closeLink() {
        HtmlBuilder label = out;
        out = page;
        linkAt = -1;
        if (label.isEmpty()) {
            return;
        }
        if (url.isEmpty()) {
            page.append(label);
            return;
        }
        HtmlBuilder link = new HtmlBuilder(256);
        Urls.open(link, url);
        Optional<MessageId> id = Links.mention(url, own, page);
        if (id.isPresent() && !label.hasHoles()) {
            link.append(label).markup("</a>");
            page.hole(new LinkTo(id.get(), label.string(), link.string()));
        } else {
            page.append(link).append(label).markup("</a>");
        }
    }

    @Override
    public void empty(String name) {
        out.markup("<").markup(name).markup("/>");
    }

    @Override
    public void image(String part, String description) {
        out.markup("<img src=\"").hole(new AttachmentLink(part)).markup("\" alt=\"");
        out.value(description).markup("\" loading=\"lazy\"/>");
    }

    @Override
    public void text(String text) {
        if (linkAt >= 0) {
            out.text(text);
        } else {
            new Links(text, own, rules, out).write(0, text.length());
        }
    }
}
