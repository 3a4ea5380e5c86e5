package dev.threadmill.archive.render.frame;

import dev.threadmill.archive.mail.Address;
import dev.threadmill.archive.mail.AddressPolicy;
import java.util.List;

/** Names and addresses as pages show them: everything passes the address policy here. */
public final class People {

    /** So many names tell who was asked; the message page has them all. */
    private static final int MOST_NAMES = 12;

    private final AddressPolicy policy;

    public People(AddressPolicy policy) {
        this.policy = policy;
    }

    /** What one person is called. */
    public String name(Address address) {
        boolean named = !isNothing(address.name());
        String name = policy.display(named ? address : new Address("", address.email()));
        return isNothing(name) ? "(unknown)" : name;
    }

    /** {@code Name <address>}, or the half that there is. */
    public String full(Address address) {
        String name = isNothing(address.name()) ? "" : policy.text(address.name());
        return new Address(name, policy.email(address)).full();
    }

    public List<String> full(List<Address> addresses) {
        return addresses.stream().map(this::full).filter(text -> !isNothing(text)).toList();
    }

    /** Names alone, separated by commas; the first dozen and the number of the others. */
    public String names(List<Address> addresses) {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < addresses.size() && i < MOST_NAMES; i++) {
            names.append(i == 0 ? "" : ", ").append(name(addresses.get(i)));
        }
        int more = addresses.size() - MOST_NAMES;
        return more > 0
                ? names.append(" and ").append(more).append(" more").toString()
                : names.toString();
    }

    /** Whether pages tell the addresses of people. */
    public boolean canBeWrittenTo() {
        return policy.isOpen();
    }

    /** Whether what each of them wrote can have a page. */
    public boolean haveKeys() {
        return policy.namesAuthors();
    }

    public String email(Address address) {
        return policy.email(address);
    }

    /** Text of a stranger on one line. */
    public String text(String text) {
        return policy.text(text);
    }

    /** A subject as a heading: never empty, or nobody could follow its link. */
    public String subject(String subject) {
        return isNothing(subject) ? "(no subject)" : policy.text(subject);
    }

    /** Whether there is nothing to see in a text: blanks of any width, and marks of none. */
    private static boolean isNothing(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean seen =
                    !Character.isWhitespace(c)
                            && !Character.isSpaceChar(c)
                            && Character.getType(c) != Character.FORMAT;
            if (seen) {
                return false;
            }
        }
        return true;
    }
}
