package dev.threadmill.archive.bench;

import dev.threadmill.archive.ArchiveGenerator;
import dev.threadmill.archive.GenerationReport;
import dev.threadmill.archive.ProgressListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** One build, in a JVM of its own. */
final class SiteBuild {

    private SiteBuild() {}

    /** Takes mail, site, state, pages, workers, and a file for figures. */
    public static void main(String[] args) throws IOException {
        GenerationReport report =
                ArchiveGenerator.builder()
                        .source(Path.of(args[0]))
                        .outputDirectory(Path.of(args[1]))
                        .stateDirectory(Path.of(args[2]))
                        .pages(BenchmarkOptions.kinds(args[3]))
                        .workers(Integer.parseInt(args[4]))
                        .failOn(Optional.empty())
                        .build()
                        .generate(ProgressListener.NONE);
        Figures figures = Figures.ofThisProcess();
        figures.put("messages", report.messagesIn());
        figures.put("threads", report.threads());
        figures.put("written", report.written());
        figures.put("removed", report.removed());
        figures.put("problems", report.problems().size());
        report.files().forEach((kind, files) -> figures.put("files." + kind, files));
        report.bytes().forEach((kind, bytes) -> figures.put("bytes." + kind, bytes));
        figures.write(Path.of(args[5]));
    }
}
