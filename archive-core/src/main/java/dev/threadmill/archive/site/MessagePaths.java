package dev.threadmill.archive.site;

import dev.threadmill.archive.mail.MessageId;
import java.util.Locale;
import java.util.Set;

/**
 * Which Message-IDs can be a path as they stand. The rules are frozen: an address once published
 * stays, so pages that are added later find their names elsewhere.
 */
final class MessagePaths {

    private static final int MOST_SEGMENTS = 4;
    private static final int LONGEST = 180;

    private static final Set<String> TAKEN =
            Set.of(
                    "authors",
                    "subjects",
                    "attachments",
                    "search",
                    "stats",
                    "help",
                    "color",
                    "mirror",
                    "assets",
                    "index.html",
                    "_");

    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");

    /** What an id may hold to be a path, by character, below 128. */
    private static final boolean[] ALLOWED = new boolean[128];

    static {
        for (char c = 0; c < ALLOWED.length; c++) {
            ALLOWED[c] =
                    (c >= 'a' && c <= 'z')
                            || (c >= 'A' && c <= 'Z')
                            || (c >= '0' && c <= '9')
                            || "._~!$&'()+,;=@-".indexOf(c) >= 0;
        }
    }

    private final boolean pseudonyms;

    /**
     * The paths of one site.
     *
     * @param pseudonyms whether all its ids are hashes already, given to it in place of their own
     */
    MessagePaths(boolean pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /** The path of an id where no other one is in its way: the id itself, or its hash. */
    String of(MessageId id) {
        return pseudonyms || standsForItself(id.value()) ? id.value() : id.hashed();
    }

    private static boolean standsForItself(String id) {
        if (id.length() > LONGEST) {
            return false;
        }
        int last = id.lastIndexOf('/') + 1;
        int at = id.indexOf('@');
        if (at < last) {
            return false;
        }
        int segments = 0;
        for (int start = 0; start <= id.length(); segments++) {
            int slash = id.indexOf('/', start);
            int end = slash < 0 ? id.length() : slash;
            if (segments == MOST_SEGMENTS || !isSegment(id, start, end)) {
                return false;
            }
            start = end + 1;
        }
        // A single segment holds an @, which none of the site's own names does.
        int slash = id.indexOf('/');
        if (slash < 0) {
            return true;
        }
        String first = id.substring(0, slash).toLowerCase(Locale.ROOT);
        return !TAKEN.contains(first) && !isPeriod(first);
    }

    private static boolean isSegment(String id, int start, int end) {
        if (start == end
                || id.charAt(start) == '.'
                || id.charAt(start) == '~'
                || id.charAt(end - 1) == '.') {
            return false;
        }
        for (int i = start; i < end; i++) {
            char c = id.charAt(i);
            if (c >= ALLOWED.length || !ALLOWED[c]) {
                return false;
            }
        }
        // All devices begin with one of these: nearly no id does, so nearly none is copied.
        return "cpanlCPANL".indexOf(id.charAt(start)) < 0 || !isDevice(id.substring(start, end));
    }

    /** Whether Windows takes a name for a device, whatever its extension is. */
    static boolean isDevice(String name) {
        int dot = name.indexOf('.');
        String stem = (dot < 0 ? name : name.substring(0, dot)).toLowerCase(Locale.ROOT);
        if (DEVICES.contains(stem)) {
            return true;
        }
        return stem.length() == 4
                && (stem.startsWith("com") || stem.startsWith("lpt"))
                && Character.digit(stem.charAt(3), 10) > 0;
    }

    /** Whether it reads {@code 2024} or {@code 2024-05}, as years and months do. */
    private static boolean isPeriod(String name) {
        if (name.length() != 4 && (name.length() != 7 || name.charAt(4) != '-')) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (i != 4 && (name.charAt(i) < '0' || name.charAt(i) > '9')) {
                return false;
            }
        }
        return true;
    }
}
