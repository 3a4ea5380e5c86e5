package dev.threadmill.archive.render;

import dev.threadmill.archive.site.Permalinks;
import dev.threadmill.archive.site.SitePath;
import java.util.List;
import java.util.function.Function;

/** The form that asks for a Message-ID, for each page that shows it. */
final class Goes {

    private static final List<String> SCRIPTS = List.of("message-id.js", "go.js");

    private final Links links;
    private final List<String> folders;

    /** All of them in one text, with blanks between. */
    private final String lists;

    Goes(Links links) {
        this.links = links;
        this.folders = links.plan.lists().stream().map(plan -> plan.list().folder()).toList();
        this.lists = String.join(" ", folders);
    }

    /** On a page of a list: there first. */
    View.Go list(SitePath page, int list) {
        String action = page.linkTo(links.permalinks.go(list));
        return new View.Go(action, folders.get(list), lists, scripts(page::linkTo, SCRIPTS));
    }

    /** On a page of the site: in any list. */
    View.Go site(SitePath page) {
        String action = page.linkTo(Permalinks.go());
        return new View.Go(action, "", lists, scripts(page::linkTo, SCRIPTS));
    }

    /**
     * On the page that is shown at any depth.
     *
     * @param root the path of the site on its host
     */
    View.Go notFound(String root) {
        List<String> names = List.of("message-id.js", "go.js", "not-found.js");
        return new View.Go(
                root + Permalinks.go().encoded(),
                "",
                lists,
                scripts(path -> root + path.encoded(), names));
    }

    private static List<String> scripts(Function<SitePath, String> link, List<String> names) {
        return names.stream().map(Permalinks::asset).map(link).toList();
    }
}
