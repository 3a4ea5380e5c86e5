package dev.threadmill.archive.body;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.owasp.html.HtmlStreamEventReceiver;

/**
 * Leaves out the tags of elements that lie deeper than anybody can see, so that the sanitizer finds
 * no reason to leave out the text in them. Counts only elements that need an end tag: others end
 * where the next one starts.
 */
final class ShallowHtml implements HtmlStreamEventReceiver {

    /** Names and values; no element has so many. */
    private static final int MOST_ATTRIBUTES = 100;

    /** The sanitizer goes 256 deep; a table takes five levels. */
    private static final int DEEPEST = 40;

    private static final Set<String> ENDING_BY_THEMSELVES =
            Set.of(
                    "p",
                    "li",
                    "dt",
                    "dd",
                    "tr",
                    "td",
                    "th",
                    "thead",
                    "tbody",
                    "tfoot",
                    "caption",
                    "colgroup",
                    "option",
                    "optgroup",
                    "html",
                    "head",
                    "body",
                    "br",
                    "hr",
                    "img",
                    "wbr",
                    "input",
                    "meta",
                    "link",
                    "base",
                    "col",
                    "area",
                    "embed",
                    "param",
                    "source",
                    "track");

    private final HtmlStreamEventReceiver sanitizer;

    /** The names of the open elements, and how many are open of each. */
    private final List<String> open = new ArrayList<>();

    private final Map<String, Integer> counts = new HashMap<>();

    ShallowHtml(HtmlStreamEventReceiver sanitizer) {
        this.sanitizer = sanitizer;
    }

    @Override
    public void openDocument() {
        sanitizer.openDocument();
    }

    @Override
    public void closeDocument() {
        sanitizer.closeDocument();
    }

    @Override
    public void openTag(String name, List<String> attributes) {
        // The sanitizer looks for doubles among them, each time from the first one on.
        if (attributes.size() > MOST_ATTRIBUTES) {
            attributes.subList(MOST_ATTRIBUTES, attributes.size()).clear();
        }
        boolean counted = !ENDING_BY_THEMSELVES.contains(name);
        if (!counted || open.size() < DEEPEST) {
            sanitizer.openTag(name, attributes);
        }
        if (counted) {
            open.add(name);
            counts.merge(name, 1, Integer::sum);
        }
    }

    @Override
    public void closeTag(String name) {
        if (ENDING_BY_THEMSELVES.contains(name)) {
            sanitizer.closeTag(name);
        } else if (counts.getOrDefault(name, 0) > 0) {
            String closed;
            do {
                closed = open.remove(open.size() - 1);
                counts.merge(closed, -1, Integer::sum);
            } while (!closed.equals(name));
            if (open.size() < DEEPEST) {
                sanitizer.closeTag(name);
            }
        }
    }

    @Override
    public void text(String text) {
        sanitizer.text(text);
    }
}
