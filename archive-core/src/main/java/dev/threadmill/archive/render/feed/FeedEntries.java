package dev.threadmill.archive.render.feed;

import dev.threadmill.archive.mail.Dates;
import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.render.frame.PageHoles;
import dev.threadmill.archive.render.frame.People;
import dev.threadmill.archive.render.template.Markup;
import dev.threadmill.archive.render.template.View;
import dev.threadmill.archive.site.Links;
import dev.threadmill.archive.site.NodeRef;
import dev.threadmill.archive.site.SitePath;
import dev.threadmill.archive.thread.ThreadNode;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What feeds say of one message. Ids are those public-inbox makes, so that readers who change to
 * this archive see nothing twice.
 */
public final class FeedEntries {

    private final Links links;
    private final People people;
    private final String base;

    public FeedEntries(Links links, People people, String base) {
        this.links = links;
        this.people = people;
        this.base = base;
    }

    /**
     * A message of a feed.
     *
     * @param ref where it stands
     * @param subject as a heading
     * @param summary the first words of its author, wanted where there is no body
     * @param files the addresses of its attachments by part
     * @param body null where the feed is long enough without it, so that the first words must do
     */
    public record Item(
            NodeRef ref,
            Message message,
            String subject,
            String summary,
            Map<String, SitePath> files,
            @Nullable Body body) {}

    /** A text, to be written with links of its own. */
    interface Body {
        Markup with(PageHoles holes);
    }

    /** The whole message, with what is known by now of the answers to it. */
    View.FeedEntry whole(SitePath feed, Item item) {
        Message message = item.message();
        int list = message.list();
        ThreadNode node = links.plan().node(item.ref());
        List<ThreadNode> nodes = links.plan().threads().get(item.ref().thread()).thread().nodes();
        @Nullable ThreadNode parent = node.parent() < 0 ? null : nodes.get(node.parent());
        Links.Target above = parent == null ? null : links.find(list, parent.id());
        SitePath replies = links.permalinks().threadFeed(list, nodes.get(0).id());
        return new View.FeedEntry(
                id(message),
                item.subject(),
                people.name(message.from()),
                email(message),
                Dates.iso(message.arrived()),
                Dates.iso(message.sent()),
                href(feed, list, item.ref()),
                parent == null ? "" : uuid(parent.id().value()),
                above == null ? "" : links.href(feed, base, above),
                replies(nodes, item.ref().node()),
                links.href(feed, base, new Links.Target(replies)),
                item.body() == null ? item.summary() : "",
                content(feed, item));
    }

    /** What never changes of a message: nothing of its place in a thread, which may grow. */
    View.FeedEntry brief(SitePath feed, NodeRef ref, Message message, String summary) {
        return new View.FeedEntry(
                id(message),
                people.subject(message.subject().text()),
                people.name(message.from()),
                email(message),
                Dates.iso(message.arrived()),
                Dates.iso(message.sent()),
                href(feed, message.list(), ref),
                "",
                "",
                0,
                "",
                summary,
                Markup.EMPTY);
    }

    /** The text of a message with links that work in a feed; empty where it is not whole. */
    Markup content(SitePath feed, Item item) {
        if (item.body() == null) {
            return Markup.EMPTY;
        }
        Message message = item.message();
        String prefix = "e" + message.id().sha1().substring(0, 8) + "-";
        Links.Target shown = links.message(message.list(), item.ref());
        return item.body()
                .with(
                        new PageHoles(
                                links, feed, base, message.list(), prefix, item.files(), shown));
    }

    String href(SitePath feed, int list, NodeRef ref) {
        return links.href(feed, base, links.message(list, ref));
    }

    static String id(Message message) {
        return uuid(message.id().value());
    }

    private static int replies(List<ThreadNode> nodes, int node) {
        int replies = 0;
        for (int i = node + 1; i < nodes.size(); i++) {
            if (nodes.get(i).depth() <= nodes.get(node).depth()) {
                break;
            }
            replies += nodes.get(i).parent() == node && !nodes.get(i).isGhost() ? 1 : 0;
        }
        return replies;
    }

    /** The address of the author, where it is one: Atom wants that. */
    private String email(Message message) {
        String email = people.email(message.from());
        int at = email.indexOf('@');
        return at > 0 && at < email.length() - 1 ? email : "";
    }

    /** {@code urn:uuid:} and 128 bits of the SHA-1, as public-inbox has it. */
    static String uuid(String of) {
        byte[] digest = Hash.sha1().digest(of.getBytes(StandardCharsets.UTF_8));
        StringBuilder uuid = new StringBuilder(HexFormat.of().formatHex(digest, 0, 16));
        return uuid.insert(20, '-')
                .insert(16, '-')
                .insert(12, '-')
                .insert(8, '-')
                .insert(0, "urn:uuid:")
                .toString();
    }
}
