package dev.threadmill.archive.render.index;

import dev.threadmill.archive.mail.Address;
import dev.threadmill.archive.mail.Dates;
import dev.threadmill.archive.render.frame.Heads;
import dev.threadmill.archive.render.frame.People;
import dev.threadmill.archive.render.template.Page;
import dev.threadmill.archive.render.template.PageWriter;
import dev.threadmill.archive.render.template.Pages;
import dev.threadmill.archive.render.template.View;
import dev.threadmill.archive.site.ArrivalPages;
import dev.threadmill.archive.site.Author;
import dev.threadmill.archive.site.Links;
import dev.threadmill.archive.site.ListPlan;
import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.site.SitePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes who wrote to a list, and everything each one wrote. */
public final class AuthorPages {

    /** So many names tell that somebody has many. */
    private static final int MOST_NAMES = 20;

    private final Links links;
    private final Pages pages;
    private final People people;
    private final Heads heads;
    private final Indexes indexes;

    public AuthorPages(Links links, Pages pages, People people, Heads heads, Indexes indexes) {
        this.links = links;
        this.pages = pages;
        this.people = people;
        this.heads = heads;
        this.indexes = indexes;
    }

    /** All authors by name. */
    public void all(ListPlan plan, PageWriter buffer) {
        int list = plan.index();
        List<Author> authors = plan.authors().all();
        List<String> names = authors.stream().map(a -> people.name(a.person())).toList();
        Map<String, Integer> times = new HashMap<>();
        names.forEach(name -> times.merge(name, 1, Integer::sum));
        Letters letters = new Letters(names);
        String title = "Authors - " + plan.list().title();
        for (Cut<Author> cut : Cut.of(authors, p -> links.permalinks().authors(list, p))) {
            SitePath page = cut.page();
            List<View.AuthorLine> lines = new ArrayList<>();
            int entry = cut.from();
            for (Author author : cut.entries()) {
                String name = names.get(entry);
                lines.add(
                        indexes.author(
                                page,
                                list,
                                author,
                                author.messages().size(),
                                letters.anchor(entry++, name),
                                times.get(name) > 1 ? people.email(author.person()) : ""));
            }
            Page.Authors view =
                    new Page.Authors(
                            heads.aside(page, list, cut.title(title)),
                            authors.size(),
                            letters.links(page, cut.address()),
                            lines,
                            cut.pager(),
                            indexes.of(page, plan));
            pages.write(page, PageKind.AUTHORS, view, buffer);
        }
    }

    /** Everything one author wrote, who has a page. */
    public void author(ListPlan plan, Author author, PageWriter buffer) {
        int list = plan.index();
        int messages = author.messages().size();
        for (ArrivalPages.Stretch at : ArrivalPages.of(messages)) {
            SitePath page = links.permalinks().author(list, author, at.page());
            String name = people.name(author.person());
            String title = name + " - " + plan.list().title();
            Page.Author view =
                    new Page.Author(
                            heads.author(page, list, author, name, Heads.byArrival(title, at)),
                            name,
                            at.isNewest() ? indexes.author(page, list, author, messages) : null,
                            links.writes(PageKind.FEEDS)
                                    ? page.linkTo(links.permalinks().authorFeed(list, author))
                                    : "",
                            at.isNewest() ? names(author) : List.of(),
                            indexes.groups(
                                    page,
                                    list,
                                    author.messages(),
                                    at,
                                    arrived -> ListPlan.monthOf(arrived).toString(),
                                    Dates::minute),
                            indexes.past(
                                    page,
                                    at,
                                    messages,
                                    p -> links.permalinks().author(list, author, p)),
                            indexes.of(page, plan));
            pages.write(page, PageKind.AUTHORS, view, buffer);
        }
    }

    /** The names and addresses that somebody used. */
    private List<String> names(Author author) {
        return author.addresses().stream()
                .limit(MOST_NAMES)
                .map((Address address) -> people.full(address))
                .distinct()
                .toList();
    }
}
