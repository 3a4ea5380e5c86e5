package dev.threadmill.archive.mail;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The meat of a message: its headers as they are shown, and its parts in the order they stand in
 * the mail. Read when a page needs it and never kept.
 *
 * @param from the senders; where a list wrote itself into From, who really wrote
 * @param rewritten what From says where a list wrote itself into it; else {@link Address#NONE}
 * @param subject decoded, on one line
 * @param date the Date header as it was written; empty without one
 * @param inReplyTo the ids of In-Reply-To, as far as the header names any
 * @param parts the leaves of the MIME tree that are shown or offered, in their order
 * @param problems what had to be repaired, guessed or cut in reading it
 */
public record MessageContent(
        List<Address> from,
        Address rewritten,
        List<Address> to,
        List<Address> cc,
        List<Address> replyTo,
        String subject,
        String date,
        List<MessageId> inReplyTo,
        List<Part> parts,
        List<Problem> problems) {

    public MessageContent {
        from = List.copyOf(from);
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        replyTo = List.copyOf(replyTo);
        inReplyTo = List.copyOf(inReplyTo);
        parts = List.copyOf(parts);
        problems = List.copyOf(problems);
    }

    /**
     * All parts in the order in which they are read: behind a message that was sent inside this one
     * stands what is in it, however deep.
     */
    public List<Part> allParts() {
        List<Part> all = new ArrayList<>(parts.size());
        Deque<Part> left = new ArrayDeque<>(parts);
        while (!left.isEmpty()) {
            Part part = left.pop();
            all.add(part);
            if (part instanceof NestedMessage nested) {
                List<Part> inside = nested.content().parts();
                for (int i = inside.size() - 1; i >= 0; i--) {
                    left.push(inside.get(i));
                }
            }
        }
        return all;
    }

    /** The same without its parts: little enough to be kept beside others. */
    public MessageContent header() {
        return new MessageContent(
                from, rewritten, to, cc, replyTo, subject, date, inReplyTo, List.of(), problems);
    }
}
