package dev.threadmill.archive.site;

import dev.threadmill.archive.mail.Address;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote what in one list.
 *
 * @param all everybody, by name
 * @param byAddress for each sender that occurs in the list, who that is; senders without name and
 *     address are nobody
 */
public record Authors(List<Author> all, Map<Address, Author> byAddress) {

    public Authors {
        all = List.copyOf(all);
    }

    /** Who writes as {@code sender}; null when a message names no sender. */
    public @Nullable Author of(Address sender) {
        return byAddress.get(sender);
    }
}
