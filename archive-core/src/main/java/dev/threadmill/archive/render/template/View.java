package dev.threadmill.archive.render.template;

import dev.threadmill.archive.site.SitePath;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What templates read, beside the pages themselves ({@link Page}): finished text, addresses and
 * numbers. Text that is not there is empty. {@code templates/README.md} describes every component.
 */
public final class View {

    private View() {}

    public record Link(String href, String text) {}

    public record ListHead(
            String name,
            String title,
            String description,
            String href,
            String help,
            String color,
            String mirror,
            String stats,
            String feed) {}

    /**
     * Asks for a Message-ID.
     *
     * @param hashed whether messages are addressed by a hash of their ids alone
     */
    public record Go(
            String action, String list, String lists, boolean hashed, List<String> scripts) {}

    /**
     * Which kinds of page the site has.
     *
     * @param authors whether what each author wrote has one: not where their addresses are hidden
     *     and no secret makes keys of them
     */
    public record Written(
            boolean message,
            boolean nested,
            boolean flat,
            boolean raw,
            boolean mbox,
            boolean b4,
            boolean feeds,
            boolean months,
            boolean authors) {}

    /** A feed that a page names in its head. */
    public record Feed(String href, String text, String type) {}

    /** A link from one feed to another, by its relation. */
    public record FeedLink(String relation, String href) {}

    public record Head(
            String language,
            String site,
            String home,
            String title,
            String description,
            String canonical,
            boolean indexed,
            Markup data,
            String style,
            String script,
            String generator,
            List<Feed> feeds,
            @Nullable ListHead list) {}

    /** The way from one page of several to the others; empty where there is none. */
    public record Pager(int page, int pages, String first, String prev, String next, String last) {

        /**
         * The way from a page.
         *
         * @param number which of them it is, from 1
         * @param pages how many there are
         * @param address where each page is, by number
         */
        public static Pager of(
                SitePath page, int number, int pages, IntFunction<SitePath> address) {
            return new Pager(
                    number,
                    pages,
                    number > 1 ? page.linkTo(address.apply(1)) : "",
                    number > 1 ? page.linkTo(address.apply(number - 1)) : "",
                    number < pages ? page.linkTo(address.apply(number + 1)) : "",
                    number < pages ? page.linkTo(address.apply(pages)) : "");
        }
    }

    /**
     * One line of an overview.
     *
     * @param ghost whether nothing is shown of the message
     * @param removed whether that is because it was taken out of the archive
     */
    public record Line(
            int depth,
            String date,
            String marks,
            boolean here,
            boolean ghost,
            boolean removed,
            String id,
            String href,
            String subject,
            String same,
            String author,
            String list) {}

    /** An overview: lines that a partial made before, because many pages show them. */
    public record Overview(
            int messages,
            String nested,
            String flat,
            String mbox,
            String feed,
            int before,
            int after,
            Markup lines,
            Markup loose) {}

    /** What stands in one message. */
    public record Article(
            String from,
            String author,
            String rewritten,
            List<String> to,
            List<String> cc,
            String subject,
            String date,
            String sent,
            String iso,
            List<Link> inReplyTo,
            List<Link> references,
            List<String> warnings,
            Markup body) {}

    public record Nav(
            String next,
            String prev,
            String parent,
            String date,
            String month,
            String byDate,
            String newest) {}

    /**
     * How to answer a message.
     *
     * @param open whether mail addresses are shown
     */
    public record Reply(
            boolean open,
            String mbox,
            String inReplyTo,
            List<String> to,
            List<String> cc,
            String mailto) {}

    /**
     * A message on the page of its thread, or a line for one that is not held here.
     *
     * @param removed whether that is because it was taken out of the archive
     */
    public record Entry(
            String id,
            String anchor,
            int depth,
            int indent,
            boolean held,
            boolean removed,
            String list,
            String href,
            String raw,
            String subject,
            String from,
            String date,
            String iso,
            String to,
            String cc,
            String parent,
            List<String> warnings,
            Markup body) {}

    /** A patch series, as the table on the page of its thread. */
    public record Series(
            String anchor,
            String title,
            int version,
            int total,
            String author,
            String date,
            String iso,
            List<Version> versions,
            List<Patch> patches,
            int more) {}

    /** A version of a series, and how it is known to be one. */
    public record Version(int version, boolean here, String href, String date, String how) {}

    /** A patch in its series, and what replies come to; or one that is not there. */
    public record Patch(
            String number,
            boolean cover,
            boolean held,
            String former,
            String href,
            String subject,
            int replies,
            String last,
            String lastHref,
            String date,
            String iso,
            List<Trailer> trailers,
            int moreTrailers) {}

    /** Who stands for a patch; {@code sender} where somebody else said so. */
    public record Trailer(String name, String who, String href, boolean review, String sender) {}

    /** What the page of a patch says of its series. */
    public record InSeries(
            String number,
            boolean cover,
            String title,
            String table,
            int version,
            List<Version> versions,
            String prev,
            String next) {}

    public record HomeList(
            String name,
            String href,
            String title,
            String description,
            int messages,
            int threads,
            String date,
            String iso) {}

    public record ThreadLine(
            String href,
            String subject,
            Link author,
            int messages,
            String start,
            String date,
            String iso) {}

    public record Month(String href, String name, int messages) {}

    public record Year(String href, String year, int messages, List<Month> months) {}

    public record MonthThread(
            String href, String subject, Link author, int messages, List<Line> lines) {}

    /** Where the indexes of a list are; empty where one is not written. */
    public record Indexes(String newest, String authors, String subjects, String attachments) {}

    /** The way to the older entries of an index by arrival, and from a numbered page back. */
    public record Past(int page, String newest, String older, String oldest, List<Link> pages) {}

    /** A message in an index. */
    public record MessageLine(
            String anchor, String href, String subject, Link author, String date, String iso) {}

    /** Messages below a heading. */
    public record Group(String title, List<MessageLine> lines) {}

    public record AuthorLine(
            String anchor,
            String href,
            String name,
            String email,
            int messages,
            String first,
            String last) {}

    /** Threads of one base subject. */
    public record SubjectGroup(String anchor, String subject, List<ThreadLine> threads) {}

    public record FileLine(
            String anchor,
            String href,
            String name,
            String type,
            String size,
            String message,
            String subject,
            Link author,
            String date,
            String iso) {}

    /** A month of a year: how much was written, in how many threads, by how many people. */
    public record YearMonth(
            String href, String byDate, String month, int messages, int threads, int authors) {}

    /** A year of the whole list, with its twelve months. */
    public record StatsYear(String href, String year, int messages, List<StatsMonth> months) {}

    /** A month of it; {@code shade} tells from 0 to 5 how much it is beside the busiest one. */
    public record StatsMonth(String href, String month, int messages, int shade) {}

    public record FeedEntry(
            String id,
            String title,
            String author,
            String email,
            String updated,
            String published,
            String href,
            String parentId,
            String parent,
            int replies,
            String replyFeed,
            String summary,
            Markup content) {}
}
