package dev.threadmill.archive.mail;

/**
 * A person or list as a header names it: a display name and an address, of which either may be
 * empty, never both unless the header was.
 */
public record Address(String name, String email) {

    public static final Address NONE = new Address("", "");

    /**
     * The name, or where there is none the address. Goes through {@link AddressPolicy} to be shown.
     */
    public String display() {
        return name.isEmpty() ? email : name;
    }

    public boolean isEmpty() {
        return name.isEmpty() && email.isEmpty();
    }
}
