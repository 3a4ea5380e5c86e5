package dev.threadmill.archive.render;

import dev.threadmill.archive.mail.Fingerprint;
import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.mail.MessageId;
import dev.threadmill.archive.site.SiteUnit;
import java.util.List;

/**
 * Pages that show many threads, of one list or of the whole site. All that is in those threads
 * decides them: then nothing can be forgotten. That one of them changes nearly always is no harm,
 * since each page is looked at before it is made.
 */
final class IndexUnit implements SiteUnit {

    /** For pages of the site as a whole. */
    static final int WHOLE_SITE = -1;

    private static final byte[] NOTHING = {};

    private final Links links;
    private final int list;
    private final String name;
    private final Hash shown;
    private final Runnable writing;

    /**
     * Pages to be made.
     *
     * @param list the list they are of, or {@link #WHOLE_SITE}
     * @param name what no other unit of the list is called
     * @param shown of what the threads are that they show
     * @param writing writes the pages
     */
    IndexUnit(Links links, int list, String name, Hash shown, Runnable writing) {
        this.links = links;
        this.list = list;
        this.name = name;
        this.shown = shown;
        this.writing = writing;
    }

    @Override
    public Hash inputs() {
        return new Fingerprint().add("index").add(list).add(name).add(shown).hash();
    }

    /** All ids are known to who knows all threads. */
    @Override
    public boolean isInput(MessageId mention) {
        return list == WHOLE_SITE;
    }

    @Override
    public Hash links(List<MessageId> mentions) {
        return ThreadUnit.answers(links, list, mentions);
    }

    @Override
    public boolean asksByPage() {
        return true;
    }

    @Override
    public byte[] write() {
        writing.run();
        return NOTHING;
    }
}
