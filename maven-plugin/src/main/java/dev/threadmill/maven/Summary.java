package dev.threadmill.maven;

import dev.threadmill.archive.GenerationReport;
import dev.threadmill.archive.mail.Problem;
import dev.threadmill.archive.mail.Problem.Severity;
import dev.threadmill.archive.site.PageKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a build did, in a few lines for people. */
final class Summary {

    /** More would hide what comes after. */
    private static final int PROBLEMS_NAMED = 5;

    /** GitHub Pages takes a gigabyte; this leaves time to act. */
    private static final long MUCH = 800_000_000;

    private final GenerationReport report;

    Summary(GenerationReport report) {
        this.report = report;
    }

    /** Messages, threads and files, the bytes of each kind, the time and the place. */
    List<String> lines(Duration time) {
        List<String> lines = new ArrayList<>();
        long leftOut = report.leftOut().values().stream().mapToLong(Long::longValue).sum();
        lines.add(
                "%s in %s: %s read, %s more under an id in use, %s%s"
                        .formatted(
                                Figures.count(report.shown(), "message"),
                                Figures.count(report.threads(), "thread"),
                                Figures.count(report.messagesIn()),
                                Figures.count(report.variants()),
                                Figures.count(report.duplicates(), "duplicate"),
                                leftOut == 0 ? "" : ", " + Figures.count(leftOut) + " left out"));
        report.leftOut()
                .forEach((rule, messages) -> lines.add(leftOut(rule, messages)));
        for (PageKind kind : PageKind.values()) {
            long files = report.files().getOrDefault(kind, 0L);
            if (files > 0) {
                lines.add(
                        String.format(
                                Locale.ROOT,
                                "%,9d  %-10s %10s",
                                files,
                                kind.name().toLowerCase(Locale.ROOT),
                                Figures.bytes(report.bytes().getOrDefault(kind, 0L))));
            }
        }
        long files = sum(report.files());
        lines.add(
                "%s, %s: %s written, %s unchanged, %s removed"
                        .formatted(
                                Figures.count(files, "file"),
                                Figures.bytes(sum(report.bytes())),
                                Figures.count(report.written()),
                                Figures.count(files - report.written()),
                                Figures.count(report.removed())));
        lines.add("%s; the site is in %s".formatted(Figures.time(time), report.site()));
        return lines;
    }

    private static String leftOut(String rule, long messages) {
        return String.format(Locale.ROOT, "%,9d  left out: %s", messages, rule);
    }

    /** What deserves a warning: how many problems there are, and the first of the worst. */
    List<String> warnings() {
        List<String> lines = new ArrayList<>();
        List<Problem> problems = report.problems();
        long serious = count(Severity.ERROR) + count(Severity.WARNING);
        if (serious > 0) {
            lines.add(counts());
            problems.stream()
                    .filter(problem -> problem.severity() != Severity.INFO)
                    .sorted(Comparator.comparing(Problem::severity).reversed())
                    .limit(PROBLEMS_NAMED)
                    .forEach(problem -> lines.add("  " + problem));
        }
        if (serious > PROBLEMS_NAMED) {
            lines.add("  and " + Figures.count(serious - PROBLEMS_NAMED) + " more: see mvn -X");
        }
        if (sum(report.bytes()) > MUCH) {
            lines.add(
                    "The site holds %s, and GitHub Pages takes up to 1 GB: see archive.pages"
                            .formatted(Figures.bytes(sum(report.bytes()))));
        }
        return lines;
    }

    /** {@code 4 problems in the mail: 1 error, 3 repaired}. Empty without any. */
    String counts() {
        if (report.problems().isEmpty()) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        for (Severity severity : List.of(Severity.ERROR, Severity.WARNING)) {
            if (count(severity) > 0) {
                parts.add(Figures.count(count(severity), severity.name().toLowerCase(Locale.ROOT)));
            }
        }
        if (count(Severity.INFO) > 0) {
            parts.add(Figures.count(count(Severity.INFO)) + " repaired");
        }
        return Figures.count(report.problems().size(), "problem")
                + " in the mail: "
                + String.join(", ", parts);
    }

    private long count(Severity severity) {
        return report.problems().stream().filter(problem -> problem.severity() == severity).count();
    }

    private static long sum(Map<PageKind, Long> figures) {
        return figures.values().stream().mapToLong(Long::longValue).sum();
    }
}
