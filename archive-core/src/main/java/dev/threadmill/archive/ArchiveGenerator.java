package dev.threadmill.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

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
 *
 * <p>Mail goes through nine rooms, each handing on values: {@code source} splits files into
 * messages, {@code parse} reads their headers into skeletons, {@code removal} takes out what shall
 * not be shown any more, {@code thread} finds out who answers whom, {@code site} plans the pages
 * and their addresses, {@code render} reads each message again, has {@code body} turn what it says
 * into HTML and fills the templates, {@code output} stages the files and publishes them together,
 * and {@code state} keeps other runs away and remembers what makes the next run short. They speak
 * in the words of {@code mail}.
 */
public final class ArchiveGenerator {

    private final ArchiveOptions options;

    ArchiveGenerator(ArchiveOptions options) {
        this.options = options;
    }

    /** Collects the settings. */
    public static ArchiveGeneratorBuilder builder() {
        return new ArchiveGeneratorBuilder();
    }

    /**
     * Reads the mail and publishes the site. An exception before the publishing leaves the site of
     * the last run as it was; what a failing disk cuts short while files are put in their place,
     * the next run finishes.
     *
     * @throws IllegalArgumentException when the settings are wrong, or a source is missing, no mail
     *     or not to be read; the message says what, where and what to do
     * @throws StoppedByProblems when the mail has graver problems than {@code failOn} allows, or
     *     messages of the published site are gone
     * @throws IOException when the disk fails or is full
     * @throws UncheckedIOException likewise
     */
    public GenerationReport generate(ProgressListener progress) throws IOException {
        try {
            return Build.run(options, progress);
        } catch (IOException | UncheckedIOException e) {
            Optional<IllegalArgumentException> denied = DeniedReading.in(e);
            if (denied.isPresent()) {
                throw denied.get();
            }
            throw e;
        }
    }
}
