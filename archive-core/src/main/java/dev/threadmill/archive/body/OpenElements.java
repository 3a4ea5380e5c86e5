package dev.threadmill.archive.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The elements that are open while HTML is written, and what HTML makes of one more. Browsers mend
 * markup that puts elements where they may not stand, each tag by a rule of its own (HTML Standard
 * §13.2.6); whoever asks here first writes what they read as it is meant.
 */
final class OpenElements {

    private static final Set<String> BLOCKS =
            Set.of(
                    "p",
                    "div",
                    "hr",
                    "pre",
                    "blockquote",
                    "ul",
                    "ol",
                    "li",
                    "dl",
                    "dt",
                    "dd",
                    "table",
                    "details",
                    "h4",
                    "h5",
                    "h6");

    private static final Set<String> SECTIONS = Set.of("thead", "tbody", "tfoot");
    private static final Set<String> CELLS = Set.of("td", "th");
    private static final Set<String> HEADINGS = Set.of("h4", "h5", "h6");

    /**
     * An open element.
     *
     * @param attributes as they are written; of a link, where it leads
     * @param written whether it has a tag; elements too deep, or at a wrong place, have none
     */
    record Open(String name, String attributes, boolean written) {}

    private final List<Open> open = new ArrayList<>();
    private int written;

    /** How many elements lie around what comes next, as a browser sees it. */
    int depth() {
        return written;
    }

    int size() {
        return open.size();
    }

    void push(Open element) {
        open.add(element);
        written += element.written() ? 1 : 0;
    }

    Open pop() {
        Open element = open.remove(open.size() - 1);
        written -= element.written() ? 1 : 0;
        return element;
    }

    Open get(int i) {
        return open.get(i);
    }

    /** Whether an element starts on a line of its own. */
    static boolean isBlock(String name) {
        return BLOCKS.contains(name) || isTablePart(name);
    }

    /** Whether an element can stand in a table only. */
    static boolean isTablePart(String name) {
        return SECTIONS.contains(name)
                || CELLS.contains(name)
                || name.equals("tr")
                || name.equals("caption");
    }

    /** Where the innermost written element of one of these names is; -1 without one. */
    int last(String... names) {
        for (int i = open.size() - 1; i >= 0; i--) {
            for (String name : names) {
                if (open.get(i).written() && open.get(i).name().equals(name)) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** Whether what comes next stands between the cells of a table, where nothing may stand. */
    boolean isBetweenCells() {
        String parent = parent();
        return parent.equals("table") || parent.equals("tr") || SECTIONS.contains(parent);
    }

    /** The name of the innermost written element; empty outside of all. */
    String parent() {
        for (int i = open.size() - 1; i >= 0; i--) {
            if (open.get(i).written()) {
                return open.get(i).name();
            }
        }
        return "";
    }

    /** How many elements must stay open for this part of a table; -1 where there is no table. */
    int keptFor(String tablePart) {
        int table = last("table");
        if (table < 0) {
            return -1;
        }
        int row = last("tr");
        int section = last("thead", "tbody", "tfoot");
        if (CELLS.contains(tablePart)) {
            return row > table ? row + 1 : -1;
        }
        return (tablePart.equals("tr") && section > table ? section : table) + 1;
    }

    /** How many elements must stay open for this one, which is no part of a table. */
    int keptFor(Open next) {
        String name = next.name();
        int keep = open.size();
        if (BLOCKS.contains(name)) {
            int paragraph = last("p");
            keep = paragraph > last("td", "th", "caption") ? paragraph : keep;
        }
        if (HEADINGS.contains(name) && HEADINGS.contains(parent())) {
            keep = Math.min(keep, last("h4", "h5", "h6"));
        }
        if (name.equals("li")) {
            keep = Math.min(keep, item(keep, "li", "li"));
        } else if (name.equals("dt") || name.equals("dd")) {
            keep = Math.min(keep, item(keep, "dt", "dd"));
        }
        return keep;
    }

    /** Where the item is that the next one ends; {@code keep} where none is. */
    private int item(int keep, String name, String orName) {
        for (int i = open.size() - 1; i >= 0; i--) {
            Open element = open.get(i);
            if (element.written()
                    && (element.name().equals(name) || element.name().equals(orName))) {
                return i;
            }
            boolean passed = element.name().equals("div") || element.name().equals("p");
            if (element.written() && isBlock(element.name()) && !passed) {
                break;
            }
        }
        return keep;
    }
}
