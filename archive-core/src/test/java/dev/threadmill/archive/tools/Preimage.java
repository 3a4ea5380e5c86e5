package dev.threadmill.archive.tools;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files to which patches apply: each has, at the lines that the patches name, what they say is
 * there, and something else between.
 */
final class Preimage {

    private static final Pattern HUNK = Pattern.compile("@@ -(\\d+)(?:,(\\d+))? \\+\\d+.*");

    private Preimage() {}

    /** Writes the files that a mailbox of patches changes into a folder; those it adds not. */
    static void write(Path mailbox, Path folder) throws IOException {
        Map<String, TreeMap<Integer, String>> files = new TreeMap<>();
        TreeMap<Integer, String> file = new TreeMap<>();
        List<String> lines = Files.readAllLines(mailbox, StandardCharsets.ISO_8859_1);
        int at = 0;
        int left = 0;
        for (String line : lines) {
            Matcher hunk = HUNK.matcher(line);
            if (left == 0 && line.startsWith("--- a/")) {
                file = files.computeIfAbsent(line.substring(6), name -> new TreeMap<>());
            } else if (left == 0 && hunk.matches()) {
                at = Integer.parseInt(hunk.group(1));
                left = hunk.group(2) == null ? 1 : Integer.parseInt(hunk.group(2));
            } else if (left > 0 && !line.startsWith("+")) {
                file.put(at, line.isEmpty() ? "" : line.substring(1));
                at++;
                left--;
            }
        }
        for (Map.Entry<String, TreeMap<Integer, String>> written : files.entrySet()) {
            Path path = folder.resolve(written.getKey());
            Files.createDirectories(path.getParent());
            StringBuilder text = new StringBuilder();
            TreeMap<Integer, String> known = written.getValue();
            // A patch that shows three lines below its change says that more follow.
            for (int number = 1; number <= known.lastKey() + 3; number++) {
                text.append(known.getOrDefault(number, "line " + number)).append('\n');
            }
            Files.writeString(path, text, StandardCharsets.ISO_8859_1);
        }
    }
}
