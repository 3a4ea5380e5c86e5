package dev.threadmill.archive.render;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What templates read, beside the pages themselves ({@link Page}): finished text, addresses and
 * numbers. Text that is not there is empty. {@code templates/README.md} describes every component.
 */
final class View {

    private View() {}

    record Link(String href, String text) {}

    record ListHead(
            String name,
            String title,
            String description,
            String href,
            String help,
            String color,
            String mirror,
            String feed) {}

    /** Asks for a Message-ID. */
    record Go(String action, String list, String lists, List<String> scripts) {}

    /** Which kinds of page the site has. */
    record Written(
            boolean message,
            boolean nested,
            boolean flat,
            boolean raw,
            boolean mbox,
            boolean feeds,
            boolean months) {}

    record Head(
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
            List<Link> feeds,
            @Nullable ListHead list) {}

    record Pager(int page, int pages, String first, String prev, String next, String last) {}

    /** One line of an overview. */
    record Line(
            int depth,
            String date,
            String marks,
            boolean here,
            boolean ghost,
            String id,
            String href,
            String subject,
            String same,
            String author,
            String list) {}

    /** An overview: lines that a partial made before, because many pages show them. */
    record Overview(
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
    record Article(
            String from,
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

    record Nav(String next, String prev, String parent, String date, String month, String newest) {}

    record Reply(String mbox, String inReplyTo, List<String> to, List<String> cc, String mailto) {}

    /** A message on the page of its thread, or a line for one that is not held here. */
    record Entry(
            String id,
            String anchor,
            int depth,
            int indent,
            boolean held,
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

    record HomeList(
            String name,
            String href,
            String title,
            String description,
            int messages,
            int threads,
            String date,
            String iso) {}

    record ThreadLine(
            String href, String subject, String author, int messages, String date, String iso) {}

    record Month(String href, String name, int messages) {}

    record Year(String year, int messages, List<Month> months) {}

    record MonthThread(String href, String subject, int messages, List<Line> lines) {}

    record FeedEntry(
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
            Markup content) {}
}
