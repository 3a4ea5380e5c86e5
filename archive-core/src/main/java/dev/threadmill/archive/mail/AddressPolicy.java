package dev.threadmill.archive.mail;

/**
 * How addresses are shown ({@code archive.addresses}). Every product of the archive, from the
 * header of a page to the name of a file, asks this one object.
 */
public enum AddressPolicy {
    /** As they came: replies need them. */
    SHOW;

    /** How the address of a person is shown, without the name. */
    public String email(Address address) {
        return address.email();
    }

    /** How a person is called where only one word for them is wanted. */
    public String display(Address address) {
        return address.name().isEmpty() ? email(address) : text(address.name());
    }

    /**
     * The name of an author's page in its address: what they are called, and eight digits of the
     * hash of their address, which tell them from others of that name. Empty where authors have no
     * pages.
     */
    public String authorKey(Address author) {
        return AuthorKey.of(author);
    }

    /** Text that may hold addresses, as it is shown. */
    public String text(String text) {
        return text;
    }
}
