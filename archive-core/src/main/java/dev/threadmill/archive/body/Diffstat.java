package dev.threadmill.archive.body;

import dev.threadmill.archive.body.Passage.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Brings the lines of a diffstat together with the files of the patch below it, so that each can
 * link to the other.
 *
 * @param heads where the first line about a file stands, and its number
 * @param lines where the line of the diffstat stands, and the number of its file
 */
record Diffstat(Map<Integer, Integer> heads, Map<Integer, Integer> lines) {

    /** Further files of a message are not linked. */
    private static final int MOST_FILES = 2000;

    private static final Diffstat NONE = new Diffstat(Map.of(), Map.of());

    /** Whether a line reads {@code path | 12 ++--} or {@code path | Bin 0 -> 12 bytes}. */
    static boolean isLine(String text, int at, int end) {
        if (text.charAt(at) != ' ' || end - at < 6 || end - at > 400) {
            return false;
        }
        int bar = bar(text, at, end);
        if (bar < 0 || text.substring(at, bar).isBlank()) {
            return false;
        }
        int i = bar + 2;
        while (i < end && text.charAt(i) == ' ') {
            i++;
        }
        return i < end && (isDigit(text.charAt(i)) || text.startsWith("Bin", i));
    }

    /** Where the path of a diffstat's line ends. */
    static int pathEnd(String text, int at, int end) {
        int last = bar(text, at, end);
        while (last > at && text.charAt(last - 1) == ' ') {
            last--;
        }
        return last;
    }

    private static int bar(String text, int at, int end) {
        for (int i = at + 2; i < end - 2; i++) {
            if (text.charAt(i) == '|' && text.charAt(i - 1) == ' ' && text.charAt(i + 1) == ' ') {
                return i;
            }
        }
        return -1;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /**
     * @param first the number of the first file; further ones count on
     */
    static Diffstat of(String text, List<Passage> passages, int first) {
        boolean hasStat = false;
        boolean hasHead = false;
        for (Passage passage : passages) {
            hasStat |= passage.kind() == Kind.DIFFSTAT;
            hasHead |= passage.kind() == Kind.HEAD;
        }
        if (!hasStat || !hasHead) {
            return NONE;
        }
        Map<String, Integer> statLines = new HashMap<>();
        for (Passage passage : passages) {
            if (passage.kind() == Kind.DIFFSTAT) {
                for (int at = passage.from(), end; at < passage.to(); at = end) {
                    end = Lines.end(text, at);
                    statLines.putIfAbsent(
                            newPath(text.substring(at + 1, pathEnd(text, at, end))), at);
                }
            }
        }
        Diffstat pairs = new Diffstat(new HashMap<>(), new HashMap<>());
        int number = first;
        for (Passage passage : passages) {
            if (passage.kind() == Kind.HEAD) {
                number = pairs.match(text, passage, statLines, number);
            }
        }
        return pairs;
    }

    /** Looks for the files that a head passage names; one passage can name several. */
    private int match(String text, Passage head, Map<String, Integer> statLines, int first) {
        int number = first;
        int file = head.from();
        boolean named = false;
        for (int at = head.from(), end; at < head.to(); at = end) {
            end = Lines.end(text, at);
            if (text.startsWith("diff ", at) || text.startsWith("Index: ", at)) {
                file = at;
                named = false;
            }
            String path = named ? "" : path(text, at, end);
            if (!path.isEmpty()) {
                Integer line = statLine(statLines, path);
                named = true;
                if (line != null && number < MOST_FILES && !lines.containsKey(line)) {
                    heads.put(file, number);
                    lines.put(line, number);
                    number++;
                }
            }
        }
        return number;
    }

    private static @Nullable Integer statLine(Map<String, Integer> statLines, String path) {
        Integer line = statLines.get(path);
        // A long path is cut from the left: ".../net/ethernet/driver.c".
        for (int slash = path.indexOf('/');
                line == null && slash >= 0;
                slash = path.indexOf('/', slash + 1)) {
            line = statLines.get("..." + path.substring(slash));
        }
        return line;
    }

    /** The path that a head line names, or nothing. */
    private static String path(String text, int at, int end) {
        String line = text.substring(at, Math.min(end, at + 1000)).stripTrailing();
        if (line.startsWith("diff --git ")) {
            int b = line.lastIndexOf(" b/");
            return b < 0 ? "" : line.substring(b + 3);
        }
        if (line.startsWith("Index: ")) {
            return line.substring(7);
        }
        if (line.startsWith("+++ b/")) {
            int tab = line.indexOf('\t');
            return line.substring(6, tab < 0 ? line.length() : tab);
        }
        return "";
    }

    /** {@code src/{old => new}/file} and {@code old => new} as the new path. */
    private static String newPath(String stat) {
        int arrow = stat.indexOf(" => ");
        if (arrow < 0) {
            return stat;
        }
        int open = stat.lastIndexOf('{', arrow);
        int close = stat.indexOf('}', arrow);
        if (open < 0 || close < 0) {
            return stat.substring(arrow + 4);
        }
        String renamed = stat.substring(arrow + 4, close);
        String path = stat.substring(0, open) + renamed + stat.substring(close + 1);
        return path.replace("//", "/");
    }
}
