package dev.threadmill.archive.site;

import java.util.ArrayList;
import java.util.List;

/**
 * How an index in order of arrival is cut into pages. Full pages are numbered from the oldest entry
 * on and never change; the page without a number shows the newest entries, of which the last full
 * page may have some as well.
 */
public final class ArrivalPages {

    /** The number of the page that shows the newest entries, and has none in its address. */
    public static final int NEWEST = 0;

    private static final int LENGTH = ListPlan.PAGE_LENGTH;

    private ArrivalPages() {}

    /**
     * One page of an index.
     *
     * @param page from 1, or {@link #NEWEST}
     * @param from the first of its entries, from 0 for the oldest
     * @param to the entry after its last
     */
    public record Stretch(int page, int from, int to) {

        /** Whether it shows the newest entries, and so what later mail may change. */
        public boolean isNewest() {
            return page == NEWEST;
        }
    }

    /** The pages of an index of so many entries: the newest, then the full ones by number. */
    public static List<Stretch> of(int entries) {
        List<Stretch> pages = new ArrayList<>();
        pages.add(new Stretch(NEWEST, Math.max(0, entries - LENGTH), entries));
        for (int page = 1; page <= full(entries); page++) {
            pages.add(new Stretch(page, (page - 1) * LENGTH, page * LENGTH));
        }
        return pages;
    }

    /** How many full pages there are. */
    public static int full(int entries) {
        return entries <= LENGTH ? 0 : entries / LENGTH;
    }

    /**
     * The page on which an entry stands: the numbered one once that is full, since it keeps it.
     *
     * @param entry from 0 for the oldest
     */
    public static int pageOf(int entry, int entries) {
        int page = entry / LENGTH + 1;
        return page <= full(entries) ? page : NEWEST;
    }
}
