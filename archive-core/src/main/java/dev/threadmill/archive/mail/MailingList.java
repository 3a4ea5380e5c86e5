package dev.threadmill.archive.mail;

/**
 * A mailing list (RFC 2919) as the site presents it.
 *
 * @param name what people call it: {@code dev}
 * @param folder its folder in the site: the name in lower case, safe as a path
 * @param title a line for headings; the name where nothing better is known
 * @param description one line; empty without one
 * @param address the posting address; empty where it is not known
 */
public record MailingList(
        String name, String folder, String title, String description, String address) {}
