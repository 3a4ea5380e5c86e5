package dev.threadmill.archive.site;

import dev.threadmill.archive.mail.Address;
import java.util.List;

/**
 * Someone who wrote to a list, under one address or several.
 *
 * @param key the name of the author's page in its address, made of the first message; empty where
 *     authors have no page
 * @param person the name and address to be shown: those of the {@code .mailmap}, else the name that
 *     came first, and the address alone where many write by it
 * @param addresses all names and addresses they wrote under, as they first came
 * @param messages what they wrote, by arrival
 */
public record Author(String key, Address person, List<Address> addresses, List<NodeRef> messages) {

    public Author {
        addresses = List.copyOf(addresses);
        messages = List.copyOf(messages);
    }
}
