package dev.threadmill.archive;

/**
 * Turns mail into a static site.
 *
 * <pre>{@code
 * GenerationReport report =
 *         ArchiveGenerator.builder()
 *                 .source(Path.of("ksummit.mbox.gz"))
 *                 .outputDirectory(Path.of("site"))
 *                 .build()
 *                 .generate(ProgressListener.NONE);
 * }</pre>
 */
public final class ArchiveGenerator {

    private ArchiveGenerator() {}
}
