package dev.threadmill.archive.site;

import dev.threadmill.archive.mail.Attachment;
import dev.threadmill.archive.mail.MailingList;
import dev.threadmill.archive.mail.MessageId;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Makes every address of the site; nothing else does. A message's address is made from its list and
 * its Message-ID alone and never changes.
 */
public final class Permalinks {

    private static final int LONGEST_STEM = 80;

    /** Four digits, as a month has them. */
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("uuuu", Locale.ROOT);

    /** The folder of each list. */
    private final List<SitePath> lists;

    /** By list: the few ids that another spelling kept from their natural path. */
    private final List<Map<MessageId, String>> exceptions;

    private final MessagePaths paths;

    Permalinks(
            List<MailingList> lists, List<Map<MessageId, String>> exceptions, MessagePaths paths) {
        this.lists = lists.stream().map(list -> new SitePath(list.folder() + "/")).toList();
        this.exceptions = exceptions;
        this.paths = paths;
    }

    public static SitePath home() {
        return new SitePath("");
    }

    /** The page that hosts show for an address that leads nowhere. */
    public static SitePath notFound() {
        return new SitePath("404.html");
    }

    /** A file that hosts and crawlers look for at the root, such as {@code robots.txt}. */
    public static SitePath hostFile(String name) {
        return new SitePath(name);
    }

    /** The index of all sitemaps. */
    public static SitePath sitemap() {
        return new SitePath("sitemap.xml");
    }

    /**
     * A sitemap.
     *
     * @param name of its kind
     * @param number from 1
     */
    public static SitePath sitemap(String name, int number) {
        return new SitePath("sitemap-" + name + "-" + number + ".xml");
    }

    /** A file of the site's own program, such as {@code archive.css}. */
    public static SitePath asset(String name) {
        return new SitePath("assets/" + name);
    }

    public SitePath list(int list) {
        return lists.get(list);
    }

    /** How a list's pages are used. */
    public SitePath help(int list) {
        return list(list).resolve("help/");
    }

    /** How to copy a list. */
    public SitePath mirror(int list) {
        return list(list).resolve("mirror/");
    }

    /** What a style of one's own can change. */
    public SitePath color(int list) {
        return list(list).resolve("color/");
    }

    /** How much was written to a list, when and by whom. */
    public SitePath stats(int list) {
        return list(list).resolve("stats/");
    }

    /** Looks a Message-ID up in a list: {@code ?id=}. Hosts can be told to answer it themselves. */
    public SitePath go(int list) {
        return list(list).resolve("_/go/");
    }

    /** Looks a Message-ID up in all lists. */
    public static SitePath go() {
        return new SitePath("_/go/");
    }

    /** The feed of the newest messages of all lists. */
    public static SitePath newFeed() {
        return new SitePath("new.atom");
    }

    /** The feed of a list's newest messages. */
    public SitePath newFeed(int list) {
        return list(list).resolve("new.atom");
    }

    /** The same as JSON. */
    public SitePath newJson(int list) {
        return list(list).resolve("new.json");
    }

    /**
     * A page of a month by thread.
     *
     * @param page from 1
     */
    public SitePath month(int list, YearMonth month, int page) {
        return page(list(list).resolve(month + "/"), page);
    }

    /** The messages of a month as mboxrd. */
    public SitePath monthMbox(int list, YearMonth month) {
        return month(list, month, 1).resolve("mbox.gz");
    }

    /** The messages of a month as a feed. */
    public SitePath monthFeed(int list, YearMonth month) {
        return month(list, month, 1).resolve("archive.atom");
    }

    /** All messages of a list as mboxrd. */
    public SitePath allMbox(int list) {
        return list(list).resolve("all.mbox.gz");
    }

    /** The messages of a year as mboxrd, where those of all years would be too much. */
    public SitePath yearMbox(int list, int year) {
        return list(list).resolve("all-" + Year.of(year).format(YEAR) + ".mbox.gz");
    }

    /** A year at a glance. */
    public SitePath year(int list, int year) {
        return list(list).resolve(Year.of(year).format(YEAR) + "/");
    }

    /** A page of a month by date, as {@link ArrivalPages} numbers it. */
    public SitePath byDate(int list, YearMonth month, int page) {
        return arrivalPage(list(list).resolve(month + "/date/"), page);
    }

    /** A page of who wrote to a list, by name, from 1. */
    public SitePath authors(int list, int page) {
        return page(list(list).resolve("authors/"), page);
    }

    /** A page of what somebody wrote, as {@link ArrivalPages} numbers it. */
    public SitePath author(int list, Author author, int page) {
        return arrivalPage(list(list).resolve("authors/" + author.key() + "/"), page);
    }

    /** The feed of what somebody wrote. */
    public SitePath authorFeed(int list, Author author) {
        return author(list, author, ArrivalPages.NEWEST).resolve("new.atom");
    }

    /** A page of a list's threads by subject, from 1. */
    public SitePath subjects(int list, int page) {
        return page(list(list).resolve("subjects/"), page);
    }

    /** A page of a list's attachments, as {@link ArrivalPages} numbers it. */
    public SitePath attachments(int list, int page) {
        return arrivalPage(list(list).resolve("attachments/"), page);
    }

    /** The page of a message, or of a missing one that others answer. */
    public SitePath message(int list, MessageId id) {
        String exception = exceptions.get(list).get(id);
        return list(list).resolve((exception != null ? exception : paths.of(id)) + "/");
    }

    /**
     * What of a message's address does not follow from its list and its id: the name that it has
     * because another id took its own; empty for nearly all.
     */
    String exception(int list, MessageId id) {
        return exceptions.get(list).getOrDefault(id, "");
    }

    /** The message as it came in. */
    public SitePath raw(int list, MessageId id) {
        return message(list, id).resolve("raw");
    }

    /**
     * A file out of a message.
     *
     * @param variant which of the list's messages of this id it is in, from 0
     */
    public SitePath attachment(int list, MessageId id, int variant, Attachment attachment) {
        String name = attachment.path() + "-" + stem(attachment) + "." + attachment.extension();
        return message(list, id).resolve(variant == 0 ? name : (variant + 1) + "_" + name);
    }

    /** What a stranger called the file, as far as letters, digits and - go; never a path. */
    private static String stem(Attachment attachment) {
        String name = attachment.name();
        int start = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1;
        int dot = name.lastIndexOf('.');
        int end = dot > start ? dot : name.length();
        StringBuilder safe = new StringBuilder();
        boolean gap = false;
        for (int i = start; i < end && safe.length() < LONGEST_STEM - 1; i++) {
            char c = name.charAt(i);
            boolean word =
                    (c >= 'a' && c <= 'z')
                            || (c >= 'A' && c <= 'Z')
                            || (c >= '0' && c <= '9')
                            || c == '-';
            if (word) {
                safe.append(gap && !safe.isEmpty() ? "_" : "").append(c);
            }
            gap = !word;
        }
        return safe.isEmpty() ? defaultStem(attachment) : safe.toString();
    }

    private static String defaultStem(Attachment attachment) {
        String type = attachment.type().toLowerCase(Locale.ROOT);
        return type.startsWith("image/") ? "image" : type.startsWith("text/") ? "text" : "file";
    }

    /**
     * A page of the thread as a tree.
     *
     * @param root the top of the thread
     * @param page from 1
     */
    public SitePath nested(int list, MessageId root, int page) {
        return page(message(list, root).resolve("t/"), page);
    }

    /** A page of the thread by date, from 1. */
    public SitePath flat(int list, MessageId root, int page) {
        return page(message(list, root).resolve("flat/"), page);
    }

    /** The thread as mboxrd. */
    public SitePath threadMbox(int list, MessageId root) {
        return message(list, root).resolve("t.mbox.gz");
    }

    /** The thread as a feed. */
    public SitePath threadFeed(int list, MessageId root) {
        return message(list, root).resolve("t.atom");
    }

    private static SitePath page(SitePath first, int page) {
        return page == 1 ? first : first.resolve(page + "/");
    }

    private static SitePath arrivalPage(SitePath newest, int page) {
        return page == ArrivalPages.NEWEST ? newest : newest.resolve(page + "/");
    }

    /** The id attribute of a message on a page that shows several. */
    public static String anchor(MessageId id) {
        return "m" + id.sha1();
    }

    /** The id attribute of an entry of an index by arrival: it keeps its number. */
    public static String anchor(int entry) {
        return "n" + (entry + 1);
    }
}
