package dev.threadmill.archive.site;

import dev.threadmill.archive.mail.Fingerprint;
import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.MessageId;
import dev.threadmill.archive.thread.ThreadNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adds to the inputs of a unit what decides where things are. An address is made of a few facts:
 * those are added and not the address, since in every build this is done for all messages, and
 * addresses are made for few. Which kinds of page are written is in the version of the state.
 */
public final class Whereabouts {

    private final Links links;
    private final Fingerprint hash;

    public Whereabouts(Links links, Fingerprint hash) {
        this.links = links;
        this.hash = hash;
    }

    /** A hash of where these ids lead from pages of a list, and whether to a message. */
    public static Hash of(List<MessageId> mentions, Links links, int list) {
        Fingerprint hash = new Fingerprint();
        Whereabouts where = new Whereabouts(links, hash);
        for (MessageId id : mentions) {
            where.target(links.answer(list, id));
            hash.add(links.plan().holds(id));
        }
        return hash.hash();
    }

    /** What decides how a message is shown, and where its author is. */
    public void shown(Message message) {
        hash.add(message.bytes()).add(message.arrived()).add(message.sent());
        hash.add(message.sentRepaired()).add(message.idMissing()).add(message.list());
        author(message);
    }

    /** Where the page of an id is, the id included. */
    public void page(int list, MessageId id) {
        hash.add(id.value());
        pageOfKnown(list, id);
    }

    /** The same of an id that has been added. */
    public void pageOfKnown(int list, MessageId id) {
        hash.add(links.permalinks().exception(list, id));
    }

    /** Where a list shows a message that it holds, as {@link Links#message} says. */
    public void message(int list, NodeRef ref) {
        page(list, links.plan().node(ref).id());
        boolean onThreadPage = links.writes(PageKind.NESTED) || links.writes(PageKind.FLAT);
        if (!links.writes(PageKind.MESSAGE) && onThreadPage) {
            page(list, links.plan().threads().get(ref.thread()).thread().root().id());
            hash.add(links.threadPage(list, ref));
        }
    }

    /** Where a list shows a node, as {@link Links#find} says. */
    public void find(int list, NodeRef ref) {
        ThreadNode node = links.plan().node(ref);
        hash.add(node.isIn(list));
        if (node.isIn(list)) {
            message(list, ref);
        } else {
            target(links.find(list, ref));
        }
    }

    /** Where a message stands among those of its month, as {@link Links#byDate} says. */
    public void byDate(int list, NodeRef ref) {
        if (links.writes(PageKind.MONTHS)) {
            Links.Entry entry = links.entry(list, ref);
            hash.add(entry.number()).add(entry.page());
            hash.add(entry.month().getYear()).add(entry.month().getMonthValue());
        }
    }

    /** Where what the author of a message wrote is, as {@link Links#author} says. */
    void author(Message message) {
        if (links.writes(PageKind.AUTHORS)) {
            Author author = links.plan().lists().get(message.list()).authors().of(message.from());
            hash.add(author == null ? "" : author.key());
        }
    }

    /** Where a list's index of threads leads, as {@link Links#thread} says. */
    public void thread(int list, PlannedThread thread) {
        page(list, thread.thread().root().id());
        boolean pages = links.hasPages(thread);
        hash.add(pages);
        if (!pages) {
            target(links.thread(list, thread));
        }
    }

    /** An address as such. */
    void target(Links.@Nullable Target target) {
        hash.add(target == null ? "" : target.path().value());
        hash.add(target == null ? "" : target.fragment());
    }
}
