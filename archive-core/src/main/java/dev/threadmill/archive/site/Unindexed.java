package dev.threadmill.archive.site;

import dev.threadmill.archive.mail.AddressPolicy;
import dev.threadmill.archive.mail.MessageId;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What search engines should not lead to: all pages of a list, or those that show a message.
 *
 * @param lists as indexes into the lists of the site
 */
public record Unindexed(Set<Integer> lists, Set<MessageId> messages) {

    public static final Unindexed NONE = new Unindexed(Set.of(), Set.of());

    public Unindexed {
        lists = Set.copyOf(lists);
        messages = Set.copyOf(messages);
    }

    /** The same under the ids that a policy shows. */
    public Unindexed shownBy(AddressPolicy addresses) {
        return new Unindexed(
                lists,
                messages.stream().map(addresses::id).collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether search engines may lead to pages of a list at all. */
    public boolean admits(int list) {
        return !lists.contains(list);
    }

    /** Whether search engines may lead to the page of a message in a list. */
    public boolean admits(int list, MessageId id) {
        return admits(list) && !messages.contains(id);
    }

    /** Whether they may lead to the pages that show a thread as a whole in a list. */
    public boolean admits(int list, PlannedThread thread) {
        return admits(list)
                && (messages.isEmpty()
                        || thread.thread().nodes().stream()
                                .noneMatch(n -> n.isIn(list) && messages.contains(n.id())));
    }
}
