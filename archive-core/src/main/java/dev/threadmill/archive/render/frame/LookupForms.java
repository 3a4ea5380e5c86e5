package dev.threadmill.archive.render.frame;

import dev.threadmill.archive.render.template.View;
import dev.threadmill.archive.site.Links;
import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.site.Permalinks;
import dev.threadmill.archive.site.SitePath;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The form that asks for a Message-ID, for each page that shows it. There is none where messages
 * have no pages: it would say of all mail that it is not there.
 */
public final class LookupForms {

    private static final List<String> SCRIPTS = List.of("message-id.js", "go.js");

    private final Links links;

    /** Whether messages are addressed by a hash of their ids alone. */
    private final boolean hashed;

    private final List<String> folders;

    /** All of them in one text, with blanks between. */
    private final String lists;

    public LookupForms(Links links, People people) {
        this.links = links;
        this.hashed = !people.canBeWrittenTo();
        this.folders = links.plan().lists().stream().map(plan -> plan.list().folder()).toList();
        this.lists = String.join(" ", folders);
    }

    /** On a page of a list: there first. */
    public View.@Nullable Go list(SitePath page, int list) {
        String action = page.linkTo(links.permalinks().go(list));
        return go(action, folders.get(list), scripts(page::linkTo, SCRIPTS));
    }

    /** On a page of the site: in any list. */
    public View.@Nullable Go site(SitePath page) {
        String action = page.linkTo(Permalinks.go());
        return go(action, "", scripts(page::linkTo, SCRIPTS));
    }

    /**
     * On the page that is shown at any depth.
     *
     * @param root the path of the site on its host
     */
    public View.@Nullable Go notFound(String root) {
        List<String> names = List.of("message-id.js", "go.js", "not-found.js");
        String action = root + Permalinks.go().encoded();
        return go(action, "", scripts(path -> root + path.encoded(), names));
    }

    private View.@Nullable Go go(String action, String list, List<String> scripts) {
        return links.writes(PageKind.MESSAGE)
                ? new View.Go(action, list, lists, hashed, scripts)
                : null;
    }

    private static List<String> scripts(Function<SitePath, String> link, List<String> names) {
        return names.stream().map(Permalinks::asset).map(link).toList();
    }
}
