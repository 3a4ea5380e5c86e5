package dev.threadmill.archive.render.feed;

import dev.threadmill.archive.body.BodyRenderer;
import dev.threadmill.archive.body.Html;
import dev.threadmill.archive.mail.ContentLoader;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.MessageContent;
import dev.threadmill.archive.render.download.Attachments;
import dev.threadmill.archive.render.frame.People;
import dev.threadmill.archive.render.frame.TextShare;
import dev.threadmill.archive.render.template.Markup;
import dev.threadmill.archive.site.Links;
import dev.threadmill.archive.site.ListPlan;
import dev.threadmill.archive.site.NodeRef;
import dev.threadmill.archive.site.SitePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the newest messages again, for feeds. */
public final class NewestMessages {

    private final Links links;
    private final People people;
    private final Attachments attachments;
    private final ContentLoader loader;
    private final BodyRenderer bodies;

    public NewestMessages(
            Links links,
            People people,
            Attachments attachments,
            ContentLoader loader,
            BodyRenderer bodies) {
        this.links = links;
        this.people = people;
        this.attachments = attachments;
        this.loader = loader;
        this.bodies = bodies;
    }

    /** Those of one list, newest first. */
    public List<FeedEntries.Item> of(ListPlan list) throws IOException {
        List<FeedEntries.Item> newest = new ArrayList<>(list.newest().size());
        TextShare share = TextShare.ofFeed();
        for (NodeRef ref : list.newest()) {
            newest.add(item(ref, links.plan().node(ref).messageIn(list.index()), share));
        }
        return newest;
    }

    /**
     * Those of all lists, newest first: one that several lists hold, once, in the first of them.
     */
    public List<FeedEntries.Item> ofAll() throws IOException {
        Comparator<NodeRef> byArrival =
                Comparator.comparingLong((NodeRef ref) -> message(ref).arrived())
                        .thenComparingInt(ref -> -message(ref).list())
                        .thenComparingInt(ref -> message(ref).number());
        Stream<NodeRef> all = links.plan().lists().stream().flatMap(list -> list.newest().stream());
        List<NodeRef> refs =
                all.distinct()
                        .sorted(byArrival.reversed())
                        .limit(ListPlan.NEWEST_MESSAGES)
                        .toList();
        List<FeedEntries.Item> newest = new ArrayList<>(refs.size());
        TextShare share = TextShare.ofFeed();
        for (NodeRef ref : refs) {
            newest.add(item(ref, message(ref), share));
        }
        return newest;
    }

    private Message message(NodeRef ref) {
        return links.plan().node(ref).message();
    }

    private FeedEntries.Item item(NodeRef ref, Message message, TextShare share)
            throws IOException {
        MessageContent content = loader.load(message).content();
        Html body = bodies.render(message.id(), content);
        Map<String, SitePath> files =
                links.writesFiles() ? attachments.addresses(message, 0, content) : Map.of();
        String subject = people.subject(content.subject());
        boolean whole = share.takes(body.weight());
        return new FeedEntries.Item(
                ref,
                message,
                subject,
                whole ? "" : body.summary(),
                files,
                whole ? holes -> Markup.of(body, holes) : null);
    }
}
