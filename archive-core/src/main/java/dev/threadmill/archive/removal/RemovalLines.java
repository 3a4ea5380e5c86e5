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

    private final Map<Removal.By, Map<String, Removal>> wanted = new EnumMap<>(Removal.By.class);
    private final Set<Removal> met = new HashSet<>();

    /** Whether a line names a message as addresses do, by a hash. */
    private final boolean byHash;

    RemovalLines(List<Removal> lines) {
        for (Removal.By by : Removal.By.values()) {
            wanted.put(by, new HashMap<>());
        }
        lines.forEach(line -> lines(line.by()).putIfAbsent(line.value(), line));
        byHash = lines(Removal.By.MESSAGE).keySet().stream().anyMatch(id -> id.startsWith("~"));
    }

    private Map<String, Removal> lines(Removal.By by) {
        return wanted.getOrDefault(by, Map.of());
    }

    /** The line that names a message most closely; all that name it have met their mail. */
    Optional<Removal> find(Message message) {
        String author = message.from().email().toLowerCase(Locale.ROOT);
        Optional<Removal> byAuthor = find(Removal.By.AUTHOR, author);
        Optional<Removal> byContent = find(Removal.By.CONTENT, message.bytes().toString());
        Optional<Removal> byName =
                byHash
                        ? find(Removal.By.MESSAGE, message.id().hashed())
                        : Optional.<Removal>empty();
        return find(Removal.By.MESSAGE, message.id().value())
                .or(() -> byName)
                .or(() -> byContent)
                .or(() -> byAuthor);
    }

    /** The line of this value. */
    Optional<Removal> find(Removal.By by, String value) {
        Optional<Removal> found = Optional.ofNullable(lines(by).get(value));
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
