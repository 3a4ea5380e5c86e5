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
 * @param heads the first line about a file, and the file's number
 * @param lines the line of the diffstat, and the number of its file
 */
record Diffstat(Map<Integer, Integer> heads, Map<Integer, Integer> lines) {

    /** Further files of a message are not linked. */
    private static final int MOST_FILES = 2000;

    private static final Diffstat NONE = new Diffstat(Map.of(), Map.of());

    /** Whether a line reads {@code path | 12 ++--} or {@code path | Bin 0 -> 12 bytes}. */
    static boolean isLine(Text text, int line) {
        int at = text.start(line);
        int end = text.end(line);
        if (text.at(at) != ' ' || end - at < 6 || end - at > 400) {
            return false;
        }
        int bar = bar(text, at, end);
        if (bar < 0 || text.isBlank(at, bar)) {
            return false;
        }
        int i = bar + 2;
        while (i < end && text.at(i) == ' ') {
            i++;
        }
        return i < end && (isDigit(text.at(i)) || text.startsWith("Bin", i));
    }

    /** Where the path of a diffstat's line ends. */
    static int pathEnd(Text text, int line) {
        int at = text.start(line);
        int last = bar(text, at, text.end(line));
        while (last > at && text.at(last - 1) == ' ') {
            last--;
        }
        return last;
    }

    private static int bar(Text text, int at, int end) {
        for (int i = at + 2; i < end - 2; i++) {
            if (text.at(i) == '|' && text.at(i - 1) == ' ' && text.at(i + 1) == ' ') {
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
    static Diffstat of(Text text, List<Passage> passages, int first) {
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
                for (int line = passage.from(); line < passage.to(); line++) {
                    String path = text.substring(text.start(line) + 1, pathEnd(text, line));
                    statLines.putIfAbsent(newPath(path), line);
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
    private int match(Text text, Passage head, Map<String, Integer> statLines, int first) {
        int number = first;
        int file = head.from();
        boolean named = false;
        for (int line = head.from(); line < head.to(); line++) {
            if (text.lineStarts(line, "diff ") || text.lineStarts(line, "Index: ")) {
                file = line;
                named = false;
            }
            String path = named ? "" : path(text, line);
            if (!path.isEmpty()) {
                Integer stat = statLine(statLines, path);
                named = true;
                if (stat != null && number < MOST_FILES && !lines.containsKey(stat)) {
                    heads.put(file, number);
                    lines.put(stat, number);
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
    private static String path(Text text, int line) {
        int from = text.start(line);
        int to = Math.min(text.end(line), from + 1000);
        while (to > from && Character.isWhitespace(text.at(to - 1))) {
            to--;
        }
        if (text.lineStarts(line, "diff --git ")) {
            int b = to - 3;
            while (b > from && !text.startsWith(" b/", b)) {
                b--;
            }
            from = b > from ? b + 3 : to;
        } else if (text.lineStarts(line, "Index: ")) {
            from += 7;
        } else if (text.lineStarts(line, "+++ b/")) {
            from += 6;
            to = text.find('\t', from, to);
        } else {
            return "";
        }
        return from < to ? text.substring(from, to) : "";
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
