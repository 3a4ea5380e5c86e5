package dev.threadmill.archive.removal;

import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.MessageId;
import dev.threadmill.archive.mail.Problem;
import dev.threadmill.archive.mail.Tombstone;
import dev.threadmill.archive.site.Unindexed;
import dev.threadmill.archive.thread.CopyReader;
import dev.threadmill.archive.thread.RemovedCopies;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Takes out of the archive what the file of removals names, and the copies of it in all lists; and
 * finds what the file keeps from search engines.
 */
public final class RemovedMail {

    private final List<Removal> lines;
    private final RemovalLines removing;
    private final RemovalLines hiding;
    private final Set<Integer> hiddenLists = new TreeSet<>();
    private final Set<MessageId> hidden = new HashSet<>();

    private RemovedMail(List<Removal> lines) {
        this.lines = lines;
        this.removing = new RemovalLines(lines.stream().filter(l -> !l.isNoindex()).toList());
        this.hiding = new RemovalLines(lines.stream().filter(Removal::isNoindex).toList());
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
     * The same messages, with tombstones for those that are removed.
     *
     * @param names those of the lists
     * @param lists for each list all its messages in source order
     * @param unmet hears of the lines that name no mail
     */
    public List<List<Message>> from(
            List<String> names,
            List<List<Message>> lists,
            CopyReader reader,
            Consumer<Problem> unmet) {
        if (lines.isEmpty()) {
            return lists;
        }
        List<List<Message>> marked = new ArrayList<>();
        for (int list = 0; list < lists.size(); list++) {
            if (hiding.find(Removal.Of.LIST, names.get(list)).isPresent()) {
                hiddenLists.add(list);
            }
            marked.add(lists.get(list).stream().map(this::marked).toList());
        }
        removing.unmet().forEach(line -> unmet.accept(problem(line)));
        hiding.unmet().forEach(line -> unmet.accept(problem(line)));
        return RemovedCopies.with(marked, reader);
    }

    /** What search engines should not lead to, once the messages were asked for. */
    public Unindexed unindexed() {
        return new Unindexed(hiddenLists, hidden);
    }

    /** The lists of which no page is for search engines, in their order. */
    public String unindexedLists() {
        return hiddenLists.toString();
    }

    /** What its source took back keeps its tombstone too; what a rule leaves out has none. */
    private Message marked(Message message) {
        hiding.find(message).ifPresent(line -> hidden.add(message.id()));
        boolean open = !message.isLeftOut() || message.leftOut().equals(Message.REMOVED);
        Tombstone stone = removing.find(message).map(Removal::tombstone).orElse(null);
        return open && stone != null ? message.removed(stone) : message;
    }

    private static Problem problem(Removal unmet) {
        return Problem.warning(
                unmet.place(),
                "%s '%s'; mend the line, or take it out if no source has that mail any more"
                        .formatted(
                                switch (unmet.of()) {
                                    case MESSAGE -> "no message has the Message-ID";
                                    case AUTHOR -> "no message has the author";
                                    case CONTENT -> "no message has the hash";
                                    case LIST -> "there is no list";
                                },
                                unmet.value()));
    }
}
