package dev.threadmill.archive.thread;

import dev.threadmill.archive.mail.Address;
import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.MessageId;
import dev.threadmill.archive.mail.Origin;
import dev.threadmill.archive.mail.Subject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Mail in words, and its threads as text: {@code (ghost)}, two spaces a level. */
public final class GivenMail {

    private final List<List<Message>> lists = new ArrayList<>(List.of(new ArrayList<>()));
    private final Map<Hash, String> texts = new HashMap<>();
    private int list;
    private long clock;
    private Address from = Address.NONE;
    private boolean named;
    private String changeId = "";

    /** The time of the next message, in seconds. */
    public GivenMail at(long seconds) {
        clock = seconds;
        return this;
    }

    /** Who sends the next messages; empty for somebody else each. */
    public GivenMail from(String name) {
        from = new Address("", name + "@example.org");
        named = !name.isEmpty();
        return this;
    }

    /** What the next messages say they are a change of. */
    public GivenMail changeId(String id) {
        changeId = id;
        return this;
    }

    /** The list that the next messages go to. */
    public GivenMail list(int index) {
        list = index;
        while (lists.size() <= index) {
            lists.add(new ArrayList<>());
        }
        return this;
    }

    /** Who sends the next messages; without it each message has a sender of its own. */
    public GivenMail from(String name, String email) {
        from = new Address(name, email);
        named = true;
        return this;
    }

    /** A message of its own, one second after the last. */
    public GivenMail sent(String id, String... references) {
        return add(
                id,
                "Subject of " + id,
                "bytes of " + id + " in " + list,
                "text of " + id,
                references);
    }

    public GivenMail sentAs(String subject, String id, String... references) {
        return add(id, subject, "bytes of " + id + " in " + list, "text of " + id, references);
    }

    /** A message under an id that may have been used before. */
    public GivenMail copy(String id, String bytes, String text) {
        return add(id, "Subject of " + id, bytes, text);
    }

    private GivenMail add(
            String id, String subject, String bytes, String text, String... references) {
        Hash hash = Hash.of(bytes.getBytes(StandardCharsets.UTF_8));
        texts.put(hash, text);
        int number = lists.get(list).size();
        lists.get(list)
                .add(
                        new Message(
                                new MessageId(id),
                                false,
                                Arrays.stream(references).map(MessageId::new).toList(),
                                named ? from : new Address("", id + "@example.org"),
                                new Subject(subject),
                                changeId,
                                clock,
                                false,
                                clock,
                                hash,
                                new Origin.Slice("given.mbox", number, 1),
                                list,
                                0,
                                number));
        clock++;
        return this;
    }

    public List<List<Message>> lists() {
        return lists;
    }

    List<Message> messages(int index) {
        return lists.get(index);
    }

    /** The threads of all of it. */
    public Threads thread() {
        return Threader.thread(
                lists, m -> Hash.of(texts.get(m.bytes()).getBytes(StandardCharsets.UTF_8)));
    }

    String threads() {
        StringBuilder text = new StringBuilder();
        for (MailThread thread : thread().threads()) {
            text.append(text(thread));
        }
        return text.toString();
    }

    /** The threads in an order that does not depend on how mail came in. */
    String threadsByDate() {
        return byDate(threads());
    }

    String byDate(String threads) {
        return Stream.of(threads.split("\n(?=\\S)"))
                .map(String::strip)
                .sorted()
                .toList()
                .toString();
    }

    List<String> shownIds() {
        return thread().threads().stream()
                .flatMap(t -> t.nodes().stream())
                .filter(n -> !n.isGhost())
                .map(n -> n.id().value())
                .toList();
    }

    static String text(MailThread thread) {
        StringBuilder text = new StringBuilder();
        for (ThreadNode node : thread.nodes()) {
            String id = node.id().value();
            text.append("  ".repeat(node.depth()))
                    .append(node.isGhost() ? "(" + id + ")" : id)
                    .append('\n');
        }
        return text.toString();
    }
}
