package dev.threadmill.archive.site;

import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.MessageId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Gives the ids of one list their paths, in the order they claim them: messages in source order,
 * then what is missing in the order of first mention.
 */
final class PathClaims {

    /** Lower-cased path or leading folder to the spelling that has it. */
    private final Map<String, String> claimed = new HashMap<>();

    private final Map<MessageId, String> exceptions = new HashMap<>();
    private final MessagePaths paths;

    PathClaims(MessagePaths paths) {
        this.paths = paths;
    }

    void claim(Message message) {
        if (message.idMissing()) {
            // Made from its bytes, so nobody else can mean it: it stands as it is.
            exceptions.put(message.id(), message.id().value());
            claimed.put(message.id().value(), message.id().value());
        } else {
            claim(message.id());
        }
    }

    void claim(MessageId id) {
        String path = paths.of(id);
        if (!isFree(path)) {
            path = id.hashed();
            exceptions.put(id, path);
        }
        for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
            take(path.substring(0, end));
        }
        take(path);
    }

    private boolean isFree(String path) {
        for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
            if (!isFreeSpelling(path.substring(0, end))) {
                return false;
            }
        }
        return isFreeSpelling(path);
    }

    private boolean isFreeSpelling(String path) {
        String holder = claimed.get(path.toLowerCase(Locale.ROOT));
        return holder == null || holder.equals(path);
    }

    private void take(String path) {
        claimed.put(path.toLowerCase(Locale.ROOT), path);
    }

    Map<MessageId, String> exceptions() {
        return exceptions;
    }
}
