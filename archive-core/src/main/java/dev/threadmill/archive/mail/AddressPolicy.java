package dev.threadmill.archive.mail;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * How addresses are shown ({@code archive.addresses}). Whatever of mail reaches a page, a feed or
 * the name of a file has passed this one object: a message and what it says as a whole, through
 * {@link #message} and {@link #content}, and once more where text is known only later, as in HTML.
 * What it has shown already it shows the same again. Immutable and safe for threads.
 */
public final class AddressPolicy {

    /** What is shown of an address. */
    public enum Mode {
        /** All of it: replies need it. */
        SHOW,
        /** What stands before the {@code @}: people know who it is, and nobody can write to it. */
        MASK,
        /** Nothing. */
        HIDE
    }

    /** What stands for a hidden address. */
    static final String HIDDEN = "<hidden>";

    /** The same where it stands between brackets of its own. */
    static final String HIDDEN_WORD = "hidden";

    /** What stands for the rest of a masked one. */
    static final String CUT = "…";

    private static final int SHORTEST_SECRET = 16;

    /** Addresses as they came. */
    public static final AddressPolicy SHOW = of(Mode.SHOW);

    private final Mode mode;
    private final boolean copies;
    private final String secret;

    /** Addresses of lists, in lower case. */
    private final Set<String> published;

    private final Predicate<MessageId> held;

    private AddressPolicy(
            Mode mode,
            boolean copies,
            String secret,
            Set<String> published,
            Predicate<MessageId> held) {
        this.mode = mode;
        this.copies = copies;
        this.secret = secret;
        this.published = published;
        this.held = held;
    }

    /** The policy of this mode, with no list, no secret and no message known yet. */
    public static AddressPolicy of(Mode mode) {
        return new AddressPolicy(mode, false, "", Set.of(), id -> false);
    }

    /**
     * The same, with what author keys are made with. It is shown nowhere; empty is as good as none.
     *
     * @throws IllegalArgumentException when it is so short that all of its length could be tried
     */
    public AddressPolicy secret(String key) {
        if (!key.isEmpty() && key.length() < SHORTEST_SECRET) {
            throw new IllegalArgumentException(
                    "archive.secret has %s characters, so that it could be found by trying; make one of at least %s, for instance with 'openssl rand -hex 16'"
                            .formatted(key.length(), SHORTEST_SECRET));
        }
        return new AddressPolicy(mode, copies, key, published, held);
    }

    /**
     * The same, handing on redacted copies of messages where their own bytes would tell addresses.
     */
    public AddressPolicy copying() {
        return new AddressPolicy(mode, true, secret, published, held);
    }

    /** The same, but for the posting addresses of these lists, which are public. */
    public AddressPolicy publishing(List<MailingList> lists) {
        Set<String> addresses = new HashSet<>();
        lists.forEach(list -> addresses.add(lower(list.address())));
        return new AddressPolicy(mode, copies, secret, addresses, held);
    }

    /**
     * The same, knowing which messages the archive holds: where text names one, it is shown by the
     * id under which it is addressed.
     */
    public AddressPolicy holding(Predicate<MessageId> messages) {
        return new AddressPolicy(mode, copies, secret, published, messages);
    }

    /** Whether addresses are shown as they came. */
    public boolean isOpen() {
        return mode == Mode.SHOW;
    }

    /** Whether messages are handed on as files: as they came, or as redacted copies. */
    public boolean handsOnMail() {
        return isOpen() || copies;
    }

    /** How the address of a person is shown, without the name. */
    public String email(Address address) {
        String email = address.email();
        if (isOpen() || email.isEmpty() || isPublished(email)) {
            return email;
        }
        return mode == Mode.HIDE ? HIDDEN_WORD : masked(email);
    }

    /** How a person is called where only one word for them is wanted. */
    public String display(Address address) {
        if (!address.name().isEmpty()) {
            return text(address.name());
        }
        String email = email(address);
        return email.equals(HIDDEN_WORD) && !isOpen() ? HIDDEN : email;
    }

    /**
     * The name of an author's page in its address: what they are called, and eight digits of the
     * hash of their address, which tell them from others of that name. Empty where authors have no
     * pages.
     */
    public String authorKey(Address author) {
        if (isOpen()) {
            return AuthorKey.of(author);
        }
        if (secret.isEmpty()) {
            return "";
        }
        Address shown = new Address(text(author.name()), author.email());
        return AuthorKey.of(shown, secret);
    }

    /** Whether authors have keys, and so pages. */
    public boolean namesAuthors() {
        return isOpen() || !secret.isEmpty();
    }

    /** Text that may hold addresses, as it is shown. */
    public String text(String text) {
        if (isOpen()) {
            return text;
        }
        List<Redaction> redactions = redactions(text);
        if (redactions.isEmpty()) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length());
        int done = 0;
        for (Redaction redaction : redactions) {
            shown.append(text, done, redaction.from()).append(redaction.shown());
            done = redaction.to();
        }
        return shown.append(text, done, text.length()).toString();
    }

    /** What of a text is not shown as it came, in its order; nothing overlaps. */
    public List<Redaction> redactions(String text) {
        return isOpen() ? List.of() : new AddressFinder(text, this).find();
    }

    /** A URL as it is linked to; empty when it is none any more without the address it held. */
    public String url(String url) {
        if (isOpen()) {
            return url;
        }
        StringBuilder shown = new StringBuilder(url.length());
        int done = 0;
        for (Redaction redaction : redactions(url)) {
            if (!redaction.namesMessage()) {
                return "";
            }
            shown.append(url, done, redaction.from()).append(redaction.shown());
            done = redaction.to();
        }
        return shown.append(url, done, url.length()).toString();
    }

    /**
     * The id under which a message is addressed and shown. Many ids are made of an address, so that
     * only a hash of them tells nothing.
     */
    public MessageId id(MessageId id) {
        return isOpen() ? id : new MessageId(id.hashed());
    }

    /** A message, as pages may know it. Its sender's address stays: it tells people apart. */
    public Message message(Message message) {
        if (isOpen()) {
            return message;
        }
        Address from = message.from();
        return message.shownAs(
                message.idMissing() ? message.id() : id(message.id()),
                message.references().stream().map(this::id).toList(),
                new Address(text(from.name()), from.email()),
                new Subject(text(message.subject().text())),
                text(message.changeId()));
    }

    /** All messages of all lists, as pages may know them. */
    public List<List<Message>> messages(List<List<Message>> lists) {
        return isOpen()
                ? lists
                : lists.stream().map(list -> list.stream().map(this::message).toList()).toList();
    }

    /** What a message says, without what is not shown. */
    public MessageContent content(MessageContent content) {
        return isOpen() ? content : new RedactedContent(this).of(content);
    }

    /** What is said of a list. */
    public MailingList list(MailingList list) {
        return new MailingList(
                text(list.name()),
                list.folder(),
                text(list.title()),
                text(list.description()),
                list.address());
    }

    /** Whether it is the address of a list. */
    boolean isPublished(String email) {
        return !email.isEmpty() && published.contains(lower(email));
    }

    /** Whether this archive has a page for the message of that id, as it came. */
    boolean holds(MessageId id) {
        return held.test(id(id));
    }

    /** What is shown instead of an address with this before its {@code @}. */
    String instead(String local) {
        return mode == Mode.HIDE ? HIDDEN : masked(local);
    }

    /** The same where the address stood in angle brackets. */
    String insteadInBrackets(String local) {
        return mode == Mode.HIDE ? HIDDEN : "<" + masked(local) + ">";
    }

    /** What is shown instead of something that holds an address and is none itself. */
    String insteadOfAll() {
        return mode == Mode.HIDE ? HIDDEN : CUT;
    }

    /** What stands before the {@code @}, up to where it may repeat another address. */
    private static String masked(String email) {
        int start = email.startsWith("\"") ? 1 : 0;
        int end = start;
        while (end < email.length() && "@=%+:/\\\"?&<>!".indexOf(email.charAt(end)) < 0) {
            end++;
        }
        return email.substring(start, end) + "@" + CUT;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** What decides how it shows an address; of the secret no more than a hash. */
    @Override
    public String toString() {
        String key =
                secret.isEmpty() ? "" : Hash.of(secret.getBytes(StandardCharsets.UTF_8)).toString();
        return mode + " " + copies + " " + key + " " + new TreeSet<>(published);
    }
}
