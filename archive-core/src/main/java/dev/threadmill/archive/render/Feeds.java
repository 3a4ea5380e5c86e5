package dev.threadmill.archive.render;

import dev.threadmill.archive.mail.MailingList;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.MessageId;
import dev.threadmill.archive.site.ListPlan;
import dev.threadmill.archive.site.NodeRef;
import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.site.SitePath;
import dev.threadmill.archive.thread.ThreadNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes Atom feeds (RFC 4287) with their threading (RFC 4685). Ids are those public-inbox makes,
 * so that readers who change to this archive see nothing twice.
 */
final class Feeds {

    /** The newest messages of a thread that its feed holds. */
    private static final int LONGEST = 200;

    private final Links links;
    private final Pages pages;
    private final People people;
    private final SiteFacts facts;
    private final String base;

    Feeds(Links links, Pages pages, People people, SiteFacts facts) {
        this.links = links;
        this.pages = pages;
        this.people = people;
        this.facts = facts;
        this.base = facts.base();
    }

    /** A message of a feed: where it stands, what is known of it, and its text. */
    private record Item(NodeRef ref, Shown shown, Body body) {}

    /** A text, to be written with links of its own. */
    interface Body {
        Markup with(PageHoles holes);
    }

    /** Writes the feed of a thread: its newest messages, oldest first. */
    void thread(ListThread thread, List<List<Shown>> shown, HtmlStore bodies, PageWriter buffer) {
        List<Item> items = new ArrayList<>();
        int from = Math.max(0, thread.held.length - LONGEST);
        List<Integer> newest = new ArrayList<>();
        for (int node : thread.held) {
            newest.add(node);
        }
        newest.sort(Comparator.comparingLong(node -> thread.message(node).arrived()));
        List<Integer> kept = new ArrayList<>(newest.subList(from, newest.size()));
        kept.sort(Comparator.comparingLong(node -> thread.message(node).sent()));
        for (int node : kept) {
            Shown first = shown.get(node).get(0);
            items.add(
                    new Item(
                            new NodeRef(thread.planned.index(), node),
                            first,
                            holes -> bodies.markup(first.body(), holes)));
        }
        int list = thread.list;
        SitePath path = links.permalinks.threadFeed(list, thread.root());
        Links.Target page = links.thread(list, thread.planned);
        String title = shown.get(thread.held[0]).get(0).subject();
        write(path, list, uuid("t\n" + thread.root().value()), title, page, items, buffer);
    }

    /** A message of a list's feed, read again. */
    record Newest(NodeRef ref, Shown shown, Body body) {}

    /** Writes the feed of a list's newest messages, newest first. */
    void list(ListPlan plan, List<Newest> newest, PageWriter buffer) {
        MailingList list = plan.list();
        SitePath path = links.permalinks.newFeed(plan.index());
        Links.Target page = new Links.Target(links.permalinks.list(plan.index()), "");
        String id =
                list.address().isEmpty()
                        ? uuid(links.href(path, base, new Links.Target(path, "")) + path)
                        : "mailto:" + people.text(list.address());
        List<Item> items =
                newest.stream().map(n -> new Item(n.ref(), n.shown(), n.body())).toList();
        write(path, plan.index(), id, list.title(), page, items, buffer);
    }

    private void write(
            SitePath path,
            int list,
            String id,
            String title,
            Links.Target page,
            List<Item> items,
            PageWriter buffer) {
        long updated = items.stream().mapToLong(i -> i.shown().message().arrived()).max().orElse(0);
        List<View.FeedEntry> entries = new ArrayList<>(items.size());
        for (Item item : items) {
            entries.add(entry(path, list, item));
        }
        Page.Feed view =
                new Page.Feed(
                        facts.language(),
                        id,
                        title,
                        facts.title(),
                        Dates.iso(updated),
                        links.href(path, base, new Links.Target(path, "")),
                        links.href(path, base, page),
                        "Threadmill",
                        facts.version(),
                        entries);
        pages.write(path, PageKind.FEEDS, view.template(), view, buffer);
    }

    private View.FeedEntry entry(SitePath path, int list, Item item) {
        Message message = item.shown().message();
        MessageId id = message.id();
        ThreadNode node = links.plan.node(item.ref());
        int children = 0;
        List<ThreadNode> nodes = links.plan.threads().get(item.ref().thread()).thread().nodes();
        for (int i = item.ref().node() + 1; i < nodes.size(); i++) {
            if (nodes.get(i).depth() <= node.depth()) {
                break;
            }
            boolean reply = nodes.get(i).parent() == item.ref().node();
            children += reply && !nodes.get(i).isGhost() ? 1 : 0;
        }
        @Nullable ThreadNode parent = node.parent() < 0 ? null : nodes.get(node.parent());
        Links.Target above = parent == null ? null : links.find(list, parent.id());
        String prefix = "e" + id.sha1().substring(0, 8) + "-";
        PageHoles holes = new PageHoles(links, path, base, list, prefix, item.shown().files());
        return new View.FeedEntry(
                uuid(id.value()),
                item.shown().subject(),
                people.name(message.from()),
                email(message),
                Dates.iso(message.arrived()),
                Dates.iso(message.sent()),
                links.href(path, base, links.message(list, item.ref())),
                parent == null ? "" : uuid(parent.id().value()),
                above == null ? "" : links.href(path, base, above),
                children,
                links.href(
                        path,
                        base,
                        new Links.Target(links.permalinks.threadFeed(list, nodes.get(0).id()), "")),
                item.body().with(holes));
    }

    /** The address of the author, where it is one: Atom wants that. */
    private String email(Message message) {
        String email = people.email(message.from());
        int at = email.indexOf('@');
        return at > 0 && at < email.length() - 1 ? email : "";
    }

    /** {@code urn:uuid:} and 128 bits of the SHA-1, as public-inbox has it. */
    private static String uuid(String of) {
        try {
            byte[] bytes = of.getBytes(StandardCharsets.UTF_8);
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(bytes);
            String hex = HexFormat.of().formatHex(digest, 0, 16);
            return "urn:uuid:%s-%s-%s-%s-%s"
                    .formatted(
                            hex.substring(0, 8),
                            hex.substring(8, 12),
                            hex.substring(12, 16),
                            hex.substring(16, 20),
                            hex.substring(20));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Java platform without SHA-1", e);
        }
    }
}
