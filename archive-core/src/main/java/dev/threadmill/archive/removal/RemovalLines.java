package dev.threadmill.archive.removal;

import dev.threadmill.archive.mail.Message;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lines of the file of removals, to be asked about messages. The first of equal ones counts. */
final class RemovalLines {

    private final Map<Removal.Of, Map<String, Removal>> wanted = new EnumMap<>(Removal.Of.class);
    private final Set<Removal> met = new HashSet<>();

    /** Whether a line names a message as addresses do, by a hash. */
    private final boolean byHash;

    RemovalLines(List<Removal> lines) {
        for (Removal.Of of : Removal.Of.values()) {
            wanted.put(of, new HashMap<>());
        }
        lines.forEach(line -> of(line.of()).putIfAbsent(line.value(), line));
        byHash = of(Removal.Of.MESSAGE).keySet().stream().anyMatch(id -> id.startsWith("~"));
    }

    private Map<String, Removal> of(Removal.Of of) {
        return wanted.getOrDefault(of, Map.of());
    }

    /** The line that names a message most closely; all that name it have met their mail. */
    Optional<Removal> find(Message message) {
        String author = message.from().email().toLowerCase(Locale.ROOT);
        Optional<Removal> byAuthor = find(Removal.Of.AUTHOR, author);
        Optional<Removal> byContent = find(Removal.Of.CONTENT, message.bytes().toString());
        Optional<Removal> byName =
                byHash
                        ? find(Removal.Of.MESSAGE, message.id().hashed())
                        : Optional.<Removal>empty();
        return find(Removal.Of.MESSAGE, message.id().value())
                .or(() -> byName)
                .or(() -> byContent)
                .or(() -> byAuthor);
    }

    /** The line of this value. */
    Optional<Removal> find(Removal.Of of, String value) {
        Optional<Removal> found = Optional.ofNullable(of(of).get(value));
        found.ifPresent(met::add);
        return found;
    }

    /** The lines that nothing was found for; of equal ones, the first. */
    List<Removal> unmet() {
        return wanted.values().stream()
                .flatMap(lines -> lines.values().stream())
                .filter(line -> !met.contains(line))
                .toList();
    }
}
