package dev.threadmill.archive.render.index;

import dev.threadmill.archive.render.template.View;
import dev.threadmill.archive.site.Links;
import dev.threadmill.archive.site.ListPlan;
import dev.threadmill.archive.site.ReadingOrder;
import dev.threadmill.archive.site.SitePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** The first entry under each letter of a sorted index, for jumping to it. */
final class Letters {

    /** By letter, the number of the first entry under it. */
    private final Map<Character, Integer> first = new TreeMap<>();

    Letters(List<String> sorted) {
        for (int entry = 0; entry < sorted.size(); entry++) {
            first.putIfAbsent(letter(sorted.get(entry)), entry);
        }
    }

    private static char letter(String text) {
        return ReadingOrder.letter(ReadingOrder.key(text));
    }

    /** Links to the letters that there are. */
    List<View.Link> links(SitePath page, IntFunction<SitePath> address) {
        List<View.Link> links = new ArrayList<>(first.size());
        first.forEach(
                (letter, entry) -> {
                    SitePath there = address.apply(entry / ListPlan.PAGE_LENGTH + 1);
                    links.add(
                            new View.Link(
                                    new Links.Target(there, "#" + id(letter)).from(page),
                                    letter.toString()));
                });
        return links;
    }

    /** The id of an entry; empty unless it is the first under its letter. */
    String anchor(int entry, String text) {
        char letter = letter(text);
        return first.get(letter) == entry ? id(letter) : "";
    }

    private static String id(char letter) {
        return letter == '#' ? "other" : String.valueOf(letter);
    }
}
