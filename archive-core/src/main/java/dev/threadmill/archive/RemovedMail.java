package dev.threadmill.archive;

import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.Problem;
import dev.threadmill.archive.thread.CopyReader;
import dev.threadmill.archive.thread.RemovedCopies;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of the archive what the file of removals names, and the copies of it in all lists. Of
 * several lines that name the same the first one counts.
 */
final class RemovedMail {

    private final List<Removal> removals;
    private final Map<Removal.Of, Map<String, Removal>> wanted = new HashMap<>();

    /** Whether a line names a message as addresses do, by a hash. */
    private final boolean byHash;

    private final Set<Removal> met = new HashSet<>();

    RemovedMail(List<Removal> removals) {
        this.removals = removals;
        for (Removal.Of of : Removal.Of.values()) {
            wanted.put(of, new HashMap<>());
        }
        removals.forEach(r -> wanted.get(r.of()).putIfAbsent(r.value(), r));
        byHash = wanted.get(Removal.Of.MESSAGE).keySet().stream().anyMatch(v -> v.startsWith("~"));
    }

    /** All that decides what is removed and what is said of it. */
    String settings() {
        return removals.toString();
    }

    /**
     * The same messages, with tombstones for those that are removed.
     *
     * @param lists for each list all its messages in source order
     */
    List<List<Message>> from(List<List<Message>> lists, CopyReader reader, Problems problems) {
        if (removals.isEmpty()) {
            return lists;
        }
        List<List<Message>> marked = new ArrayList<>();
        for (List<Message> list : lists) {
            marked.add(list.stream().map(this::marked).toList());
        }
        removals.stream().filter(r -> !isMet(r)).forEach(r -> problems.addLayout(unmet(r)));
        return RemovedCopies.with(marked, reader);
    }

    /** What its source took back keeps its tombstone too; what a rule leaves out has none. */
    private Message marked(Message message) {
        Removal removal = removal(message);
        if (removal == null) {
            return message;
        }
        boolean open = !message.isLeftOut() || message.leftOut().equals(Message.REMOVED);
        return open ? message.removed(removal.tombstone()) : message;
    }

    /** The line that names it most closely. */
    private @Nullable Removal removal(Message message) {
        String author = message.from().email().toLowerCase(Locale.ROOT);
        Removal removal = find(Removal.Of.MESSAGE, message.id().value(), null);
        if (byHash) {
            removal = find(Removal.Of.MESSAGE, message.id().hashed(), removal);
        }
        removal = find(Removal.Of.CONTENT, message.bytes().toString(), removal);
        return find(Removal.Of.AUTHOR, author, removal);
    }

    /** The line of this value, unless one is known already; either way it has met its mail. */
    private @Nullable Removal find(Removal.Of of, String value, @Nullable Removal known) {
        Removal found = wanted.get(of).get(value);
        if (found != null) {
            met.add(found);
        }
        return known == null ? found : known;
    }

    /** Of lines that name the same, all are met when the first one is. */
    private boolean isMet(Removal removal) {
        return met.contains(wanted.get(removal.of()).get(removal.value()));
    }

    private static Problem unmet(Removal removal) {
        return Problem.warning(
                removal.place(),
                "no message has the %s '%s'; mend the line, or take it out if no source has that mail any more"
                        .formatted(
                                switch (removal.of()) {
                                    case MESSAGE -> "Message-ID";
                                    case AUTHOR -> "author";
                                    case CONTENT -> "hash";
                                },
                                removal.value()));
    }
}
