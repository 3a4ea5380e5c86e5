package dev.threadmill.maven;

import dev.threadmill.archive.mail.Problem;
import dev.threadmill.archive.mail.Problem.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What was wrong with the mail, in a few lines for people: each kind of problem once. */
final class ProblemSummary {

    /** More would hide what comes after. */
    private static final int KINDS_NAMED = 8;

    private final List<Problem> problems;
    private final Path file;

    /**
     * Sums up what a build found.
     *
     * @param file where all of it is written down
     */
    ProblemSummary(List<Problem> problems, Path file) {
        this.problems = problems;
        this.file = file;
    }

    /** Whether more is wrong than could be repaired without a loss. */
    boolean isSerious() {
        return problems.stream().anyMatch(problem -> problem.severity() != Severity.INFO);
    }

    /** How many problems there are, the first of each kind, the worst first; empty without any. */
    List<String> lines() {
        if (problems.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add(counts());
        List<List<Problem>> kinds = kinds();
        kinds.stream().limit(KINDS_NAMED).forEach(kind -> lines.add("  " + line(kind)));
        if (kinds.size() > KINDS_NAMED) {
            lines.add("  and " + Figures.count(kinds.size() - KINDS_NAMED, "other kind"));
        }
        lines.add("All of them, message by message: " + file);
        return lines;
    }

    private static String line(List<Problem> alike) {
        String first = alike.get(0).toString();
        return alike.size() == 1 ? first : Figures.count(alike.size()) + " like this: " + first;
    }

    /** The problems by severity and kind: the worst first, then the most frequent. */
    private List<List<Problem>> kinds() {
        Map<String, List<Problem>> kinds =
                problems.stream()
                        .collect(
                                Collectors.groupingBy(
                                        problem -> problem.severity() + problem.kind(),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        List<List<Problem>> sorted = new ArrayList<>(kinds.values());
        Comparator<List<Problem>> bySeverity =
                Comparator.comparing(alike -> alike.get(0).severity());
        sorted.sort(
                bySeverity
                        .reversed()
                        .thenComparing(
                                Comparator.<List<Problem>>comparingInt(List::size).reversed()));
        return sorted;
    }

    /** {@code 4 problems in the mail: 1 error, 3 repaired}. */
    private String counts() {
        List<String> parts = new ArrayList<>();
        for (Severity severity : List.of(Severity.ERROR, Severity.WARNING)) {
            if (count(severity) > 0) {
                parts.add(Figures.count(count(severity), severity.name().toLowerCase(Locale.ROOT)));
            }
        }
        if (count(Severity.INFO) > 0) {
            parts.add(Figures.count(count(Severity.INFO)) + " repaired");
        }
        return Figures.count(problems.size(), "problem")
                + " in the mail: "
                + String.join(", ", parts);
    }

    private long count(Severity severity) {
        return problems.stream().filter(problem -> problem.severity() == severity).count();
    }
}
