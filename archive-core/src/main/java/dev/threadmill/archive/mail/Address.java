package dev.threadmill.archive.mail;

import java.util.Locale;

/**
 * A person or list as a header names it: a display name and an address, of which either may be
 * empty, never both unless the header was.
 */
public record Address(String name, String email) {

    public static final Address NONE = new Address("", "");

    /** The name, or where there is none the address; as it came, whatever is to be shown of it. */
    public String display() {
        return name.isEmpty() ? email : name;
    }

    /** {@code Name <address>}, or the half that there is; as it came, too. */
    public String full() {
        return name.isEmpty() || email.isEmpty() ? display() : name + " <" + email + ">";
    }

    /**
     * Who it is, where people are told apart: the address, or without one the name, in lower case.
     */
    public String identity() {
        return (email.isEmpty() ? name : email).toLowerCase(Locale.ROOT);
    }

    public boolean isEmpty() {
        return name.isEmpty() && email.isEmpty();
    }
}
