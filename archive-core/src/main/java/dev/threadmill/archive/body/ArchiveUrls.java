package dev.threadmill.archive.body;

import dev.threadmill.archive.mail.MessageId;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the Message-ID in the address of a mail archive. Many archives write it as a segment of the
 * path, whatever their host; the host decides only where an id with a slash in it starts.
 */
final class ArchiveUrls {

    /** Hosts whose ids may hold a slash, and how many segments stand before the id. */
    private static final Map<String, Integer> SEGMENTS_BEFORE =
            Map.of(
                    "lore.kernel.org", 1,
                    "lkml.kernel.org", 1,
                    "inbox.sourceware.org", 1,
                    "public-inbox.org", 1,
                    "msgid.link", 0,
                    "patch.msgid.link", 0);

    private static final String[] PARAMETERS = {"i=", "q=", "msgid=", "mid=", "message-id="};

    private ArchiveUrls() {}

    /** The id of the message that a URL leads to, where it names one. */
    static Optional<MessageId> id(String url) {
        if (!url.startsWith("http") || (url.indexOf('@') < 0 && !url.contains("%40"))) {
            return Optional.empty();
        }
        int host = url.indexOf("://") + 3;
        int slash = url.indexOf('/', host);
        if (host < 3 || slash < 0) {
            return Optional.empty();
        }
        int fragment = url.indexOf('#', slash);
        String rest = url.substring(slash + 1, fragment < 0 ? url.length() : fragment);
        rest = rest.replace("%40", "@");
        int query = rest.indexOf('?');
        return query >= 0 && rest.indexOf('@') > query
                ? inQuery(rest.substring(query + 1))
                : inPath(url.substring(host, slash), query < 0 ? rest : rest.substring(0, query));
    }

    private static Optional<MessageId> inPath(String host, String path) {
        int at = path.lastIndexOf('@');
        if (at < 0) {
            return Optional.empty();
        }
        int start = path.lastIndexOf('/', at) + 1;
        Integer before = SEGMENTS_BEFORE.get(host);
        int first = before == null || before == 0 ? 0 : path.indexOf('/') + 1;
        if (before != null && first < at) {
            start = first;
        }
        int end = path.indexOf('/', at);
        return decode(path.substring(start, end < 0 ? path.length() : end));
    }

    private static Optional<MessageId> inQuery(String query) {
        for (String parameter : query.split("[&;]", 20)) {
            for (String name : PARAMETERS) {
                if (parameter.startsWith(name)) {
                    Optional<MessageId> id = decode(parameter.substring(name.length()));
                    if (id.isPresent()) {
                        return id;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<MessageId> decode(String encoded) {
        return MessageId.parse(Urls.decode(encoded)).filter(ArchiveUrls::isPlausible);
    }

    private static boolean isPlausible(MessageId id) {
        String value = id.value();
        int at = value.indexOf('@');
        return at > 0
                && at < value.length() - 1
                && value.indexOf('\ufffd') < 0
                && value.chars().noneMatch(Character::isISOControl);
    }
}
