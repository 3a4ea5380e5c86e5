package dev.threadmill.archive.render.index;

import dev.threadmill.archive.render.frame.Heads;
import dev.threadmill.archive.render.frame.People;
import dev.threadmill.archive.render.template.Page;
import dev.threadmill.archive.render.template.PageWriter;
import dev.threadmill.archive.render.template.Pages;
import dev.threadmill.archive.render.template.View;
import dev.threadmill.archive.site.Links;
import dev.threadmill.archive.site.ListPlan;
import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.site.PlannedThread;
import dev.threadmill.archive.site.SitePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes the threads of a list by base subject. */
public final class SubjectPages {

    private final Links links;
    private final Pages pages;
    private final People people;
    private final Heads heads;
    private final Indexes indexes;

    public SubjectPages(Links links, Pages pages, People people, Heads heads, Indexes indexes) {
        this.links = links;
        this.pages = pages;
        this.people = people;
        this.heads = heads;
        this.indexes = indexes;
    }

    /** A thread under its base subject; {@code same} is equal where only case differs. */
    private record Entry(String subject, String same, PlannedThread thread) {

        static Entry of(PlannedThread thread) {
            String subject = thread.thread().first().subject().base();
            return new Entry(subject, subject.toLowerCase(Locale.ROOT), thread);
        }
    }

    public void write(ListPlan plan, PageWriter buffer) {
        int list = plan.index();
        List<PlannedThread> all = links.plan().threads();
        List<Entry> threads = plan.bySubject().stream().map(i -> Entry.of(all.get(i))).toList();
        Letters letters = new Letters(threads.stream().map(Entry::subject).toList());
        String title = "Subjects - " + plan.list().title();
        for (Cut<Entry> cut : Cut.of(threads, p -> links.permalinks().subjects(list, p))) {
            SitePath page = cut.page();
            Page.Subjects view =
                    new Page.Subjects(
                            heads.aside(page, list, cut.title(title)),
                            threads.size(),
                            letters.links(page, cut.address()),
                            groups(list, cut, letters),
                            cut.pager(),
                            indexes.of(page, plan));
            pages.write(page, PageKind.SUBJECTS, view, buffer);
        }
    }

    /** Threads of one subject are neighbours. */
    private List<View.SubjectGroup> groups(int list, Cut<Entry> cut, Letters letters) {
        List<View.SubjectGroup> groups = new ArrayList<>();
        List<Entry> here = cut.entries();
        for (int from = 0; from < here.size(); ) {
            Entry first = here.get(from);
            String anchor = letters.anchor(cut.from() + from, first.subject());
            List<View.ThreadLine> same = new ArrayList<>(1);
            while (from < here.size() && here.get(from).same().equals(first.same())) {
                same.add(indexes.thread(cut.page(), list, here.get(from++).thread()));
            }
            groups.add(new View.SubjectGroup(anchor, people.subject(first.subject()), same));
        }
        return groups;
    }
}
