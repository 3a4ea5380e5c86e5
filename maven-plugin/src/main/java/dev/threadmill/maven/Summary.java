package dev.threadmill.maven;

import dev.threadmill.archive.GenerationReport;
import dev.threadmill.archive.site.PageKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a build did, in a few lines for people. */
final class Summary {

    /** GitHub Pages takes a gigabyte; this leaves time to act. */
    private static final long MUCH = 800_000_000;

    private final GenerationReport report;

    Summary(GenerationReport report) {
        this.report = report;
    }

    /** Messages, threads and files, the bytes of each kind, the time and the place. */
    List<String> lines(Duration time) {
        List<String> lines = new ArrayList<>();
        lines.add(messages());
        report.leftOut().forEach((rule, messages) -> lines.add(leftOut(rule, messages)));
        for (PageKind kind : PageKind.values()) {
            long files = report.files().getOrDefault(kind, 0L);
            if (files > 0) {
                lines.add(
                        String.format(
                                Locale.ROOT,
                                "%,9d  %-10s %10s",
                                files,
                                kind.word(),
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

    /** What was read, and what became of it: the parts add up to the whole. */
    private String messages() {
        long leftOut = report.leftOut().values().stream().mapToLong(Long::longValue).sum();
        StringBuilder line = new StringBuilder();
        line.append(Figures.count(report.messagesIn(), "message")).append(" read: ");
        line.append(Figures.count(report.shown())).append(" shown in ");
        line.append(Figures.count(report.threads(), "thread"));
        if (report.variants() > 0) {
            line.append(", ").append(Figures.count(report.variants()));
            line.append(" shown beside another of the same Message-ID");
        }
        if (report.duplicates() > 0) {
            line.append(", ").append(Figures.count(report.duplicates(), "duplicate"));
        }
        if (leftOut > 0) {
            line.append(", ").append(Figures.count(leftOut)).append(" left out");
        }
        return line.toString();
    }

    private static String leftOut(String rule, long messages) {
        return String.format(Locale.ROOT, "%,9d  left out: %s", messages, rule);
    }

    /** What deserves a warning; empty where nothing does. */
    List<String> warnings() {
        List<String> lines = new ArrayList<>();
        if (sum(report.bytes()) > MUCH) {
            lines.add(
                    "The site holds %s, and GitHub Pages takes up to 1 GB: see archive.pages"
                            .formatted(Figures.bytes(sum(report.bytes()))));
        }
        return lines;
    }

    private static long sum(Map<PageKind, Long> figures) {
        return figures.values().stream().mapToLong(Long::longValue).sum();
    }
}
