package dev.threadmill.archive.site;

import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.MessageId;
import java.util.List;

/**
 * A piece of the site that is made as a whole, or kept as the last build made it: a thread in one
 * list, a month of it, or what one author wrote to it. It is kept when all that decides what is in
 * its files is the same.
 */
public interface SiteUnit {

    /**
     * A hash of all that decides what is in its files, its own name included: no other unit of the
     * site has it. Two things need not be in it: what decides all pages (settings, templates, facts
     * of the lists, the program itself), and where those ids lead that it {@linkplain
     * SiteSink#mention mentions}.
     */
    Hash inputs();

    /** Whether {@link #inputs} says already where a mentioned id leads. */
    default boolean isInput(MessageId mention) {
        return false;
    }

    /** A hash of where these ids lead from its pages. */
    Hash links(List<MessageId> mentions);

    /** The messages that it reads, in an order that {@link #inputs} decides. */
    default List<Message> messages() {
        return List.of();
    }

    /**
     * Writes its files to the sink that it was given to.
     *
     * @return what it found that other pages want to know, in whatever form {@link #found}
     *     understands
     */
    byte[] write();

    /** Hears what {@link #write} returned, now or in the build that wrote what is kept. */
    default void found(byte[] finds) {}
}
