package dev.threadmill.archive.site;

import dev.threadmill.archive.mail.Address;
import dev.threadmill.archive.mail.AddressPolicy;
import dev.threadmill.archive.mail.MailingList;
import dev.threadmill.archive.mail.Message;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Decides who wrote what in one list. An author is an address, or where a message has none, a name;
 * behind the address of a list stand many, each a name. A {@code .mailmap} makes one of several.
 * The key is made of the first message in source order, so that later mail moves no page; the name
 * is the first that there is.
 */
final class AuthorPlanner {

    /** Whoever has more names at one address writes for others, and has the name of none. */
    private static final int MOST_NAMES = 12;

    private final AddressPolicy policy;
    private final Mailmap mailmap;

    /** Addresses of lists, in lower case. */
    private final Set<String> lists;

    private final Map<String, Written> people = new LinkedHashMap<>();
    private final Map<Address, Written> bySender = new HashMap<>();

    AuthorPlanner(AddressPolicy policy, Mailmap mailmap, List<MailingList> lists) {
        this.policy = policy;
        this.mailmap = mailmap;
        this.lists =
                lists.stream()
                        .map(list -> list.address().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet());
    }

    /** Someone, while messages are being found. */
    private static final class Written {

        /** As the first message has them. */
        private final Address first;

        private String name = "";
        private boolean named;
        private final Set<Address> addresses = new LinkedHashSet<>();
        private final List<NodeRef> messages = new ArrayList<>();

        Written(Address first) {
            this.first = first;
        }

        /** The first name counts, but one that the mailmap gives counts more. */
        void add(Address sender, Mailmap.Proper proper) {
            boolean better = proper.named() ? !named : name.isEmpty();
            if (better && !proper.person().name().isEmpty()) {
                name = proper.person().name();
                named = proper.named();
            }
            addresses.add(sender);
        }

        Address person() {
            boolean many =
                    !named
                            && !first.email().isEmpty()
                            && addresses.size() > MOST_NAMES
                            && names() > MOST_NAMES;
            return new Address(many ? "" : name, first.email());
        }

        private long names() {
            return addresses.stream()
                    .filter(sender -> sender.email().equalsIgnoreCase(first.email()))
                    .map(sender -> sender.name().toLowerCase(Locale.ROOT))
                    .distinct()
                    .count();
        }
    }

    /**
     * Finds the authors.
     *
     * @param bySource the list's messages in source order: they decide on names
     * @param byArrival where the messages stand, oldest first: the order of what each one wrote
     * @param from who sent what stands there
     */
    Authors plan(List<Message> bySource, List<NodeRef> byArrival, Function<NodeRef, Address> from) {
        for (Message message : bySource) {
            Address sender = message.from();
            boolean shown = !message.isLeftOut() && !sender.isEmpty();
            if (shown && !bySender.containsKey(sender)) {
                Mailmap.Proper proper = mailmap.proper(sender);
                Written person =
                        people.computeIfAbsent(
                                identity(proper.person()), i -> new Written(proper.person()));
                person.add(sender, proper);
                bySender.put(sender, person);
            }
        }
        for (NodeRef ref : byArrival) {
            Written person = bySender.get(from.apply(ref));
            if (person != null) {
                person.messages.add(ref);
            }
        }
        return authors();
    }

    /** Nobody's name is taken for an address, and nobody's address for a list's. */
    private String identity(Address person) {
        String identity = (person.email().isEmpty() ? "" : "<") + person.identity();
        return lists.contains(person.email().toLowerCase(Locale.ROOT))
                ? identity + ">" + person.name().toLowerCase(Locale.ROOT)
                : identity;
    }

    private Authors authors() {
        Set<String> keys = new HashSet<>();
        Map<Written, Author> authors = new LinkedHashMap<>();
        for (Written one : people.values()) {
            if (!one.messages.isEmpty()) {
                String key = free(policy.authorKey(one.first), keys);
                authors.put(
                        one,
                        new Author(key, one.person(), List.copyOf(one.addresses), one.messages));
            }
        }
        Map<Address, Author> byAddress = new HashMap<>();
        bySender.forEach(
                (sender, one) -> {
                    if (authors.containsKey(one)) {
                        byAddress.put(sender, authors.get(one));
                    }
                });
        return new Authors(byName(authors.values().stream().toList()), byAddress);
    }

    /** Two addresses of one name may share the few digits of a key: the second one is numbered. */
    private static String free(String key, Set<String> taken) {
        String free = key;
        for (int i = 2; !key.isEmpty() && !taken.add(free); i++) {
            free = key + "-" + i;
        }
        return free;
    }

    private record Keyed(String key, Author author) {}

    private List<Author> byName(List<Author> authors) {
        return authors.stream()
                .map(a -> new Keyed(ReadingOrder.key(policy.display(a.person())), a))
                .sorted(
                        Comparator.comparing((Keyed k) -> ReadingOrder.letter(k.key()))
                                .thenComparing(Keyed::key)
                                .thenComparing(k -> k.author().key())
                                .thenComparing(k -> k.author().person().email()))
                .map(Keyed::author)
                .toList();
    }
}
