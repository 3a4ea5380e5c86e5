package dev.threadmill.archive.render.index;

import dev.threadmill.archive.mail.Address;
import dev.threadmill.archive.mail.Fingerprint;
import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.site.Author;
import dev.threadmill.archive.site.Links;
import dev.threadmill.archive.site.ListPlan;
import dev.threadmill.archive.site.NodeRef;
import dev.threadmill.archive.site.Whereabouts;

/**
 * What one author wrote to a list: the pages and the feed. What decides them: their names and
 * addresses, their messages in the order of arrival, and where each is shown.
 */
public final class AuthorUnit extends IndexUnit {

    private final Author author;

    /**
     * An author's pages to be made.
     *
     * @param writing writes the files
     */
    public AuthorUnit(Links links, ListPlan plan, Author author, Runnable writing) {
        super(links, plan, writing);
        this.author = author;
    }

    @Override
    public Hash inputs() {
        Fingerprint hash = new Fingerprint().add("author").add(plan.index()).add(author.key());
        add(hash, author.person());
        hash.add(author.addresses().size());
        author.addresses().forEach(address -> add(hash, address));
        Whereabouts where = new Whereabouts(links, hash);
        hash.add(author.messages().size());
        for (NodeRef ref : author.messages()) {
            Message message = links.plan().node(ref).messageIn(plan.index());
            where.message(plan.index(), ref);
            hash.add(message.bytes()).add(message.arrived()).add(message.sent());
        }
        return hash.hash();
    }

    private static void add(Fingerprint hash, Address address) {
        hash.add(address.name()).add(address.email());
    }
}
