package dev.threadmill.archive.render.index;

import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.mail.MessageId;
import dev.threadmill.archive.site.Links;
import dev.threadmill.archive.site.ListPlan;
import dev.threadmill.archive.site.SiteUnit;
import dev.threadmill.archive.site.Whereabouts;
import java.util.List;

/** Indexes of a list's messages that are made together. They look up no ids and find nothing. */
abstract class IndexUnit implements SiteUnit {

    private static final byte[] NOTHING = {};

    final Links links;
    final ListPlan plan;
    private final Runnable writing;

    /**
     * Indexes to be made.
     *
     * @param writing writes their files
     */
    IndexUnit(Links links, ListPlan plan, Runnable writing) {
        this.links = links;
        this.plan = plan;
        this.writing = writing;
    }

    @Override
    public final Hash links(List<MessageId> mentions) {
        return Whereabouts.of(mentions, links, plan.index());
    }

    @Override
    public final byte[] write() {
        writing.run();
        return NOTHING;
    }
}
