package dev.threadmill.archive.site;

import java.util.EnumSet;
import java.util.Locale;

/**
 * What a file of the site is. The kinds that can be chosen are the values of {@code archive.pages}.
 */
public enum PageKind {
    /** A page per message. */
    MESSAGE,
    /** A thread as a tree, with all its texts. */
    NESTED,
    /** A thread by date, with all its texts. */
    FLAT,
    /** Each message as it came in. */
    RAW,
    /** Threads, months and whole lists as mboxes. */
    MBOX,
    /** The mbox of a thread at each of its messages too, where b4 looks for it. */
    B4,
    /** Feeds. */
    FEEDS,
    /** The months and years of a list. */
    MONTHS,
    /** Who wrote to a list, and everything each one wrote. */
    AUTHORS,
    /** The threads of a list by subject. */
    SUBJECTS,
    /** How much was written to a list, when and by whom. */
    STATS,
    /**
     * Home, the front page of each list, the pages on how it is used, the index of its attachments,
     * and what stands in for messages that are not there: always written.
     */
    INDEX,
    /** Files out of messages: they go with the first of message, nested and flat that is on. */
    ATTACHMENT,
    /** Style, scripts, 404 and what hosts look for: always written. */
    ASSET;

    /** Its word in settings, reports and the manifest: {@code message}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kinds that {@code archive.pages} may leave out. */
    public static EnumSet<PageKind> optional() {
        return EnumSet.range(MESSAGE, STATS);
    }

    /** Those of them that are written unless {@code archive.pages} says otherwise. */
    public static EnumSet<PageKind> usual() {
        EnumSet<PageKind> kinds = optional();
        kinds.remove(B4);
        return kinds;
    }
}
