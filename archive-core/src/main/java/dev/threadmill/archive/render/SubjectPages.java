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
        String title = "Subjects - " + plan.list().title();
        for (Cut<Integer> cut : Cut.of(threads, p -> links.permalinks.subjects(list, p))) {
            SitePath page = cut.page();
            Page.Subjects view =
                    new Page.Subjects(
                            heads.aside(page, list, cut.title(title)),
                            threads.size(),
                            letters.links(page, cut.address()),
                            groups(list, cut, letters),
                            cut.pager(),
                            indexes.of(page, plan));
            pages.write(page, PageKind.SUBJECTS, view.template(), view, buffer);
        }
    }

    /** Threads of one subject are neighbours. */
    private List<View.SubjectGroup> groups(int list, Cut<Integer> cut, Letters letters) {
        List<View.SubjectGroup> groups = new ArrayList<>();
        List<Integer> here = cut.entries();
        for (int from = 0; from < here.size(); ) {
            String subject = subject(here.get(from));
            String anchor = letters.anchor(cut.from() + from, subject);
            List<View.ThreadLine> same = new ArrayList<>(1);
            while (from < here.size() && isSame(subject, subject(here.get(from)))) {
                same.add(indexes.thread(cut.page(), list, thread(here.get(from++))));
            }
            groups.add(new View.SubjectGroup(anchor, people.subject(subject), same));
        }
        return groups;
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
