package dev.threadmill.archive.mail;

/** The decoded Subject header of a message, on one line; empty when there was none. */
public record Subject(String text) {

    public static final Subject NONE = new Subject("");

    /**
     * The subject without what replying and forwarding put around it: the "base subject" of RFC
     * 5256 §2.1, in the case it was written in.
     */
    public String base() {
        return BaseSubject.of(text);
    }
}
