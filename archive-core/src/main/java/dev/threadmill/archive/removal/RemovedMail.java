package dev.threadmill.archive.removal;

import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.MessageId;
import dev.threadmill.archive.mail.Problem;
import dev.threadmill.archive.mail.Tombstone;
import dev.threadmill.archive.site.Unindexed;
import dev.threadmill.archive.thread.CopyReader;
import dev.threadmill.archive.thread.RemovedCopies;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Takes out of the archive what the file of removals names, and the copies of it in all lists; and
 * finds what the file keeps from search engines.
 */
public final class RemovedMail {

    private final List<Removal> lines;

    /**
     * Mail from which the lines have taken out what they name.
     *
     * @param messages by list, with tombstones for those that are removed
     * @param unindexed what search engines should not lead to
     */
    public record Marked(List<List<Message>> messages, Unindexed unindexed) {}

    private RemovedMail(List<Removal> lines) {
        this.lines = lines;
    }

    /**
     * What the lines of a file of removals name.
     *
     * @param file what to call it
     * @throws IllegalArgumentException when a line is no removal
     */
    public static RemovedMail parse(String file, List<String> lines) {
        return new RemovedMail(RemovalsFile.parse(file, lines));
    }

    /** All that decides what is removed and what is said of it. */
    public String settings() {
        return lines.toString();
    }

    /**
     * Takes out of these messages what the lines name.
     *
     * @param names those of the lists
     * @param lists for each list all its messages in source order
     * @param unmet hears of the lines that name no mail, in their order
     */
    public Marked from(
            List<String> names,
            List<List<Message>> lists,
            CopyReader reader,
            Consumer<Problem> unmet) {
        if (lines.isEmpty()) {
            return new Marked(lists, Unindexed.NONE);
        }
        RemovalLines removing =
                new RemovalLines(lines.stream().filter(line -> !line.isNoindex()).toList());
        RemovalLines hiding = new RemovalLines(lines.stream().filter(Removal::isNoindex).toList());
        List<List<Message>> marked =
                lists.stream()
                        .map(list -> list.stream().map(m -> marked(m, removing)).toList())
                        .toList();
        Unindexed unindexed = unindexed(names, lists, hiding);
        Set<Removal> missed = new HashSet<>(removing.unmet());
        missed.addAll(hiding.unmet());
        lines.stream().filter(missed::contains).map(RemovedMail::problem).forEach(unmet);
        return new Marked(RemovedCopies.with(marked, reader), unindexed);
    }

    /** What its source took back keeps its tombstone too; what a rule leaves out has none. */
    private static Message marked(Message message, RemovalLines removing) {
        boolean open = !message.isLeftOut() || message.leftOut().equals(Message.REMOVED);
        Tombstone stone = removing.find(message).map(Removal::tombstone).orElse(null);
        return open && stone != null ? message.removed(stone) : message;
    }

    private static Unindexed unindexed(
            List<String> names, List<List<Message>> lists, RemovalLines hiding) {
        Set<Integer> hiddenLists = new HashSet<>();
        Set<MessageId> hidden = new HashSet<>();
        for (int list = 0; list < lists.size(); list++) {
            if (hiding.find(Removal.By.LIST, names.get(list)).isPresent()) {
                hiddenLists.add(list);
            }
            for (Message message : lists.get(list)) {
                if (hiding.find(message).isPresent()) {
                    hidden.add(message.id());
                }
            }
        }
        return new Unindexed(hiddenLists, hidden);
    }

    private static Problem problem(Removal unmet) {
        return Problem.warning(
                unmet.place(),
                "%s '%s'; mend the line, or take it out if no source has that mail any more"
                        .formatted(
                                switch (unmet.by()) {
                                    case MESSAGE -> "no message has the Message-ID";
                                    case AUTHOR -> "no message has the author";
                                    case CONTENT -> "no message has the hash";
                                    case LIST -> "there is no list";
                                },
                                unmet.value()));
    }
}
