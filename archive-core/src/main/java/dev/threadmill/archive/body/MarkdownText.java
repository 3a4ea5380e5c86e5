package dev.threadmill.archive.body;

import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/**
 * Writes Markdown (CommonMark, with the tables of GitHub). HTML in it is shown as text; images are
 * links, for nothing is fetched from elsewhere when a page is read.
 */
final class MarkdownText {

    /** As deep as elements are written. */
    private static final int DEEPEST = 50;

    private static final Parser PARSER =
            Parser.builder()
                    .extensions(List.of(TablesExtension.create()))
                    .maxOpenBlockParsers(DEEPEST)
                    .maxInlineNesting(DEEPEST)
                    .build();

    private final Elements out;

    private MarkdownText(Elements out) {
        this.out = out;
    }

    static void write(String markdown, Elements out) {
        new MarkdownText(out).walk(PARSER.parse(markdown));
        out.closeAll();
    }

    private void walk(Node root) {
        Node node = root;
        while (true) {
            String element = open(node);
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                continue;
            }
            out.close(element);
            while (node != root && node.getNext() == null) {
                node = node.getParent();
                out.close(element(node));
            }
            if (node == root) {
                return;
            }
            node = node.getNext();
        }
    }

    /** Opens the element of a node, or writes all of it; returns the element's name, or nothing. */
    private String open(Node node) {
        String element = element(node);
        if (node instanceof Text text) {
            out.text(text.getLiteral());
        } else if (node instanceof Code code) {
            literal(element, code.getLiteral());
        } else if (node instanceof FencedCodeBlock block) {
            literal(element, block.getLiteral());
        } else if (node instanceof IndentedCodeBlock block) {
            literal(element, block.getLiteral());
        } else if (node instanceof HtmlInline html) {
            out.text(html.getLiteral());
        } else if (node instanceof HtmlBlock html) {
            literal(element, html.getLiteral());
        } else if (node instanceof SoftLineBreak) {
            out.text("\n");
        } else if (node instanceof HardLineBreak) {
            out.empty("br");
        } else if (node instanceof ThematicBreak) {
            out.empty("hr");
        } else if (node instanceof Link link) {
            link(element, link.getDestination());
        } else if (node instanceof Image image) {
            link(element, image.getDestination());
        } else if (node instanceof OrderedList list && start(list) != 1) {
            out.open(element, " start=\"" + start(list) + "\"");
        } else if (!element.isEmpty()) {
            out.open(element, "");
        }
        return element;
    }

    private static int start(OrderedList list) {
        Integer start = list.getMarkerStartNumber();
        return start == null ? 1 : start;
    }

    private void literal(String element, String text) {
        out.open(element, "");
        out.text(text);
    }

    private void link(String element, String url) {
        if (!element.isEmpty()) {
            out.openLink(url);
        }
    }

    private static String element(Node node) {
        if (node instanceof Paragraph) {
            return isTight(node) ? "" : "p";
        } else if (node instanceof Heading heading) {
            return "h" + Math.min(6, heading.getLevel() + 3); // the page has its own above
        } else if (node instanceof BlockQuote) {
            return "blockquote";
        } else if (node instanceof BulletList) {
            return "ul";
        } else if (node instanceof OrderedList) {
            return "ol";
        } else if (node instanceof ListItem) {
            return "li";
        } else if (node instanceof Emphasis) {
            return "em";
        } else if (node instanceof StrongEmphasis) {
            return "strong";
        } else if (node instanceof Code) {
            return "code";
        } else if (node instanceof FencedCodeBlock
                || node instanceof IndentedCodeBlock
                || node instanceof HtmlBlock) {
            return "pre";
        } else if (node instanceof Link link) {
            return Urls.isAbsolute(link.getDestination()) ? "a" : "";
        } else if (node instanceof Image image) {
            return Urls.isAbsolute(image.getDestination()) ? "a" : "";
        }
        return tableElement(node);
    }

    private static String tableElement(Node node) {
        if (node instanceof TableBlock) {
            return "table";
        } else if (node instanceof TableHead) {
            return "thead";
        } else if (node instanceof TableBody) {
            return "tbody";
        } else if (node instanceof TableRow) {
            return "tr";
        } else if (node instanceof TableCell cell) {
            return cell.isHeader() ? "th" : "td";
        }
        return "";
    }

    /** Whether a paragraph belongs to a list whose items stand close together. */
    private static boolean isTight(Node paragraph) {
        Node item = paragraph.getParent();
        return item != null && item.getParent() instanceof ListBlock list && list.isTight();
    }
}
