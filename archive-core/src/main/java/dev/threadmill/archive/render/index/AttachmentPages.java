package dev.threadmill.archive.render.index;

import dev.threadmill.archive.mail.Dates;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.MessageId;
import dev.threadmill.archive.render.download.AttachedFile;
import dev.threadmill.archive.render.frame.Heads;
import dev.threadmill.archive.render.frame.People;
import dev.threadmill.archive.render.template.Page;
import dev.threadmill.archive.render.template.PageWriter;
import dev.threadmill.archive.render.template.Pages;
import dev.threadmill.archive.render.template.View;
import dev.threadmill.archive.site.ArrivalPages;
import dev.threadmill.archive.site.Links;
import dev.threadmill.archive.site.ListPlan;
import dev.threadmill.archive.site.NodeRef;
import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.site.Permalinks;
import dev.threadmill.archive.site.SitePath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Writes the index of all attachments of a list. */
public final class AttachmentPages {

    private final Links links;
    private final Pages pages;
    private final People people;
    private final Heads heads;
    private final Indexes indexes;

    public AttachmentPages(Links links, Pages pages, People people, Heads heads, Indexes indexes) {
        this.links = links;
        this.pages = pages;
        this.people = people;
        this.heads = heads;
        this.indexes = indexes;
    }

    /** A file and the message it came with. */
    private record Arrived(AttachedFile file, NodeRef ref, Message message) {}

    /**
     * Writes the pages.
     *
     * @param found the files of the list; those of one message in their order
     */
    public void write(ListPlan plan, Collection<AttachedFile> found, PageWriter buffer) {
        int list = plan.index();
        List<Arrived> files = byArrival(found);
        for (ArrivalPages.Stretch at : ArrivalPages.of(files.size())) {
            SitePath page = links.permalinks().attachments(list, at.page());
            List<View.FileLine> lines = new ArrayList<>();
            for (int entry = at.to() - 1; entry >= at.from(); entry--) {
                lines.add(line(page, list, files.get(entry), Permalinks.anchor(entry)));
            }
            String title = "Attachments - " + plan.list().title();
            Page.AttachmentIndex view =
                    new Page.AttachmentIndex(
                            heads.aside(page, list, Heads.byArrival(title, at)),
                            at.isNewest() ? files.size() : 0,
                            lines,
                            indexes.past(
                                    page,
                                    at,
                                    files.size(),
                                    p -> links.permalinks().attachments(list, p)),
                            indexes.of(page, plan));
            pages.write(page, PageKind.INDEX, view, buffer);
        }
    }

    private List<Arrived> byArrival(Collection<AttachedFile> found) {
        List<Arrived> files = new ArrayList<>(found.size());
        for (AttachedFile file : found) {
            NodeRef ref = links.plan().find(new MessageId(file.message()));
            if (ref == null) {
                throw new IllegalArgumentException(
                        "file of a message that no list holds: " + file.message());
            }
            List<Message> variants = links.plan().node(ref).messagesIn(file.list());
            files.add(new Arrived(file, ref, variants.get(file.variant())));
        }
        // The newest stand first, and among those of one message the first does.
        Collections.reverse(files);
        files.sort(Comparator.comparing(Arrived::message, Message.BY_ARRIVAL));
        return files;
    }

    private View.FileLine line(SitePath page, int list, Arrived arrived, String anchor) {
        AttachedFile file = arrived.file();
        Message message = arrived.message();
        String given = people.text(file.name());
        return new View.FileLine(
                anchor,
                page.linkTo(links.permalinks().message(list, message.id()).resolve(file.file())),
                given.isBlank() ? file.file() : given,
                people.text(file.type()),
                Sizes.text(file.size()),
                links.message(list, arrived.ref()).from(page),
                people.subject(message.subject().text()),
                indexes.author(page, message),
                Dates.minute(message.arrived()),
                Dates.iso(message.arrived()));
    }
}
