package dev.threadmill.archive.render.index;

import dev.threadmill.archive.render.frame.Heads;
import dev.threadmill.archive.render.template.View;
import dev.threadmill.archive.site.ListPlan;
import dev.threadmill.archive.site.SitePath;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * What stands on one page of an index that is cut as it is sorted.
 *
 * @param number of the page, from 1
 * @param pages how many there are
 * @param from how many entries stand on the pages before
 * @param address where each page is, by number
 */
public record Cut<T>(
        int number, int pages, int from, List<T> entries, IntFunction<SitePath> address) {

    /** The pages of an index, the first of which is there even when it is empty. */
    public static <T> List<Cut<T>> of(List<T> sorted, IntFunction<SitePath> address) {
        int length = ListPlan.PAGE_LENGTH;
        int pages = Math.max(1, (sorted.size() + length - 1) / length);
        List<Cut<T>> cut = new ArrayList<>(pages);
        for (int from = 0; cut.size() < pages; from += length) {
            List<T> entries = sorted.subList(from, Math.min(sorted.size(), from + length));
            cut.add(new Cut<>(cut.size() + 1, pages, from, entries, address));
        }
        return cut;
    }

    public SitePath page() {
        return address.apply(number);
    }

    /** The title of this page, of which the first has that of them all. */
    String title(String all) {
        return Heads.paged(all, number);
    }

    View.Pager pager() {
        return View.Pager.of(page(), number, pages, address);
    }
}
