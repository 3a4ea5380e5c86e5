package dev.threadmill.archive.render;

import dev.threadmill.archive.site.ListPlan;
import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.site.PlannedThread;
import dev.threadmill.archive.site.SitePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes the threads of a list by base subject. */
final class SubjectPages {

    private final Links links;
    private final Pages pages;
    private final People people;
    private final Heads heads;
    private final Indexes indexes;

    SubjectPages(Links links, Pages pages, People people, Heads heads, Indexes indexes) {
        this.links = links;
        this.pages = pages;
        this.people = people;
        this.heads = heads;
        this.indexes = indexes;
    }

    void write(ListPlan plan, PageWriter buffer) {
        int list = plan.index();
        List<Integer> threads = plan.bySubject();
        Letters letters = new Letters(threads.stream().map(this::subject).toList());
        List<List<Integer>> cut = Indexes.pages(threads);
        int entry = 0;
        for (int number = 1; number <= cut.size(); number++) {
            SitePath page = links.permalinks.subjects(list, number);
            List<View.SubjectGroup> groups = new ArrayList<>();
            List<Integer> here = cut.get(number - 1);
            for (int from = 0; from < here.size(); ) {
                String subject = subject(here.get(from));
                List<View.ThreadLine> same = new ArrayList<>(1);
                int to = from;
                while (to < here.size() && isSame(subject, subject(here.get(to)))) {
                    same.add(indexes.thread(page, list, thread(here.get(to++))));
                }
                groups.add(
                        new View.SubjectGroup(
                                letters.anchor(entry, subject), people.subject(subject), same));
                entry += to - from;
                from = to;
            }
            String title = "Subjects - " + plan.list().title();
            Page.Subjects view =
                    new Page.Subjects(
                            heads.aside(page, list, Heads.paged(title, number)),
                            threads.size(),
                            letters.links(page, p -> links.permalinks.subjects(list, p)),
                            groups,
                            ThreadPages.pager(
                                    page,
                                    number,
                                    cut.size(),
                                    p -> links.permalinks.subjects(list, p)),
                            indexes.of(page, plan));
            pages.write(page, PageKind.SUBJECTS, view.template(), view, buffer);
        }
    }

    private PlannedThread thread(int index) {
        return links.plan.threads().get(index);
    }

    private String subject(int index) {
        return thread(index).thread().first().subject().base();
    }

    private static boolean isSame(String one, String other) {
        return one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }
}
