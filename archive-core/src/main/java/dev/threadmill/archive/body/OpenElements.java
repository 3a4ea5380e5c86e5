package dev.threadmill.archive.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The elements that are open while HTML is written, and which of them can hold one more (HTML
 * Standard §3.2.5). Only blocks have tags here: what is inline is written by {@link Phrases}, when
 * its text comes.
 */
final class OpenElements {

    private static final int DEEPEST = 60;

    private static final Set<String> HEADINGS = Set.of("h4", "h5", "h6");
    private static final Set<String> SECTIONS = Set.of("thead", "tbody", "tfoot");
    private static final Set<String> CELLS = Set.of("td", "th");
    private static final Set<String> ITEMS = Set.of("li", "dt", "dd");

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
                    "h4",
                    "h5",
                    "h6");

    private static final Set<String> OTHERS_THAT_END_WORDS =
            Set.of("br", "img", "details", "summary");

    /**
     * An open element.
     *
     * @param name by which it is closed
     * @param tag what is written for it; empty where that is nothing, or not written here
     */
    record Open(String name, String tag) {
        boolean written() {
            return !tag.isEmpty();
        }
    }

    private final List<Open> open = new ArrayList<>();

    /** How many blocks lie around what comes next. */
    private int written;

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

    /** Whether words end where an element begins or ends: not within a word set in two styles. */
    static boolean endsWords(String name) {
        return isBlock(name) || OTHERS_THAT_END_WORDS.contains(name);
    }

    /** Whether an element can stand in a table only. */
    static boolean isTablePart(String name) {
        return SECTIONS.contains(name)
                || CELLS.contains(name)
                || name.equals("tr")
                || name.equals("caption");
    }

    /** Whether an element goes on where a block inside it begins and ends. */
    static boolean goesAcross(String name) {
        return !isBlock(name) || name.equals("pre");
    }

    static boolean isItem(String name) {
        return ITEMS.contains(name);
    }

    /** Where the innermost element is that is closed by this name; -1 without one. */
    int named(String name) {
        int at = open.size() - 1;
        while (at >= 0 && !open.get(at).name().equals(name)) {
            at--;
        }
        return at;
    }

    /** Where the innermost written element with one of these tags is; -1 without one. */
    private int last(String... tags) {
        for (int i = open.size() - 1; i >= 0; i--) {
            for (String tag : tags) {
                if (open.get(i).tag().equals(tag)) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** Where the innermost written element is; -1 without one. */
    private int innermost() {
        int i = open.size() - 1;
        while (i >= 0 && !open.get(i).written()) {
            i--;
        }
        return i;
    }

    /** The tag of the innermost written element; empty outside of all. */
    String parent() {
        int at = innermost();
        return at < 0 ? "" : open.get(at).tag();
    }

    /** Whether only rows, cells or items can stand here. */
    boolean isBetweenParts() {
        String parent = parent();
        return isList(parent)
                || SECTIONS.contains(parent)
                || Set.of("dl", "table", "tr").contains(parent);
    }

    /** Whether what comes next can hold text only. */
    boolean isInLine() {
        return isLine(parent());
    }

    private static boolean isLine(String tag) {
        return tag.equals("p") || HEADINGS.contains(tag);
    }

    /** How many elements must stay open for this part of a table; -1 where there is no table. */
    int keptForPart(String name) {
        int table = last("table");
        if (table < 0) {
            return -1;
        }
        int row = last("tr");
        int section = last("thead", "tbody", "tfoot");
        boolean cell = CELLS.contains(name);
        if (cell && row > table) {
            return row + 1;
        }
        return ((cell || name.equals("tr")) && section > table ? section : table) + 1;
    }

    /** How many elements must stay open for this block, which is no part of a table. */
    int keptFor(String name) {
        int keep = open.size();
        if (isInLine()) {
            keep = innermost();
        }
        if (name.equals("table") && last("caption") > last("table")) {
            keep = last("caption");
        }
        int item = isItem(name) ? item(name) : -1;
        return item < 0 ? keep : Math.min(keep, item);
    }

    /** Where an item of this name begins: where the one before it ends; -1 outside of a list. */
    private int item(String name) {
        boolean described = !name.equals("li");
        for (int i = open.size() - 1; i >= 0; i--) {
            String tag = open.get(i).tag();
            if (ITEMS.contains(tag)) {
                return tag.equals("li") == described ? -1 : i;
            }
            if (tag.equals("dl") || tag.equals("ul") || tag.equals("ol")) {
                return tag.equals("dl") == described ? i + 1 : -1;
            }
            if (!tag.isEmpty() && !tag.equals("div") && !isLine(tag)) {
                return -1;
            }
        }
        return -1;
    }

    /** Whether an item of this name can stand here. */
    boolean isPlaceFor(String item) {
        String parent = parent();
        return item.equals("li") ? isList(parent) : isItem(item) && parent.equals("dl");
    }

    /** What is written for a block whose place is made; empty where it would lie too deep. */
    String tag(String name, boolean literal) {
        if (isPlaceFor(name)) {
            return name;
        }
        int room = name.equals("table") ? 4 : name.equals("dl") || isList(name) ? 2 : 0;
        if (written + room >= DEEPEST) {
            return "";
        }
        boolean other =
                ITEMS.contains(name)
                        || (literal && name.equals("p"))
                        || (HEADINGS.contains(name) && last("th", "dt") >= 0);
        return other ? "div" : name;
    }

    private static boolean isList(String tag) {
        return tag.equals("ul") || tag.equals("ol");
    }

    /** Whether so many inline elements more lie no deeper than a browser likes. */
    boolean hasRoomFor(int inline) {
        return written + inline < DEEPEST;
    }
}
