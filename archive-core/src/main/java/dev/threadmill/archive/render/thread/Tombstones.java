package dev.threadmill.archive.render.thread;

import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.MessageId;
import dev.threadmill.archive.mail.Tombstone;
import dev.threadmill.archive.render.frame.Heads;
import dev.threadmill.archive.render.frame.People;
import dev.threadmill.archive.render.template.Page;
import dev.threadmill.archive.render.template.PageWriter;
import dev.threadmill.archive.render.template.Pages;
import dev.threadmill.archive.render.template.View;
import dev.threadmill.archive.site.Links;
import dev.threadmill.archive.site.ListThread;
import dev.threadmill.archive.site.NodeRef;
import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.site.PlannedThread;
import dev.threadmill.archive.site.SitePath;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes the pages that stand in the place of removed messages. They say nothing of the messages,
 * not even their subjects, which may be what is to be forgotten.
 */
public final class Tombstones {

    private static final String TITLE = "Removed message";

    private final Links links;
    private final Pages pages;
    private final People people;
    private final Heads heads;

    public Tombstones(Links links, Pages pages, People people, Heads heads) {
        this.links = links;
        this.pages = pages;
        this.people = people;
        this.heads = heads;
    }

    /** Writes that of a node of a thread, with its place in it. */
    void write(ListThread thread, int node, Overviews overviews, PageWriter buffer) {
        MessageId id = thread.nodes().get(node).id();
        SitePath page = links.permalinks().message(thread.list(), id);
        Tombstone stone = thread.nodes().get(node).tombstone(thread.list());
        View.Head head = heads.standIn(page, thread, TITLE, page);
        write(page, head, id, stone, null, overviews.around(page, node), buffer);
    }

    /** Writes those of a list that shows nothing of their threads. */
    public void alone(int list, PageWriter buffer) {
        if (!links.writes(PageKind.MESSAGE)) {
            return;
        }
        for (Message message : links.plan().tombstones(list)) {
            SitePath page = links.permalinks().message(list, message.id());
            Tombstone stone = Objects.requireNonNull(message.tombstone());
            View.Head head = heads.aside(page, list, TITLE);
            write(page, head, message.id(), stone, elsewhere(page, message.id()), null, buffer);
        }
    }

    /** The thread, where another list shows it. */
    private View.@Nullable Link elsewhere(SitePath page, MessageId id) {
        NodeRef ref = links.plan().find(id);
        if (ref == null) {
            return null;
        }
        PlannedThread thread = links.plan().threads().get(ref.thread());
        int other = thread.lists().get(0).list();
        return new View.Link(
                links.thread(other, thread).from(page), links.plan().mailingList(other).title());
    }

    private void write(
            SitePath page,
            View.Head head,
            MessageId id,
            Tombstone stone,
            View.@Nullable Link elsewhere,
            View.@Nullable Overview overview,
            PageWriter buffer) {
        Page.Removed view =
                new Page.Removed(
                        head,
                        people.text(id.value()),
                        stone.date(),
                        people.text(stone.reason()),
                        elsewhere,
                        overview);
        // No message page: where its mail is in no source any more, it may go.
        pages.write(page, PageKind.INDEX, view, buffer);
    }
}
