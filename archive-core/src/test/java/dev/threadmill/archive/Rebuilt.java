package dev.threadmill.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.mail.Hash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A site that is built again and again, and compared each time with one built from nothing. */
public final class Rebuilt {

    private final Path folder;
    private final Path mail;
    private UnaryOperator<ArchiveGeneratorBuilder> settings = UnaryOperator.identity();
    private int cleanBuilds;

    /**
     * Builds below a folder.
     *
     * @param mail the source
     */
    public Rebuilt(Path folder, Path mail) {
        this.folder = folder;
        this.mail = mail;
    }

    /** Changes the settings of all builds to come. */
    public Rebuilt with(UnaryOperator<ArchiveGeneratorBuilder> change) {
        UnaryOperator<ArchiveGeneratorBuilder> before = settings;
        settings = builder -> change.apply(before.apply(builder));
        return this;
    }

    Path site() {
        return folder.resolve("site");
    }

    /** Builds once more; the site and the report have to be those of a build from nothing. */
    public GenerationReport again(String what) {
        try {
            GenerationReport report = generate(site(), folder.resolve("state"));
            Path clean = folder.resolve("clean" + cleanBuilds++);
            GenerationReport expected = generate(clean.resolve("site"), clean.resolve("state"));
            assertThat(contents(site())).as(what).isEqualTo(contents(clean.resolve("site")));
            assertThat(report.problems()).as(what).isEqualTo(expected.problems());
            assertThat(report.accounts()).as(what).isEqualTo(expected.accounts());
            assertThat(report.problemsFile())
                    .as(what)
                    .hasSameTextualContentAs(expected.problemsFile());
            assertThat(counts(report)).as(what).isEqualTo(counts(expected));
            return report;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private GenerationReport generate(Path site, Path state) throws IOException {
        ArchiveGeneratorBuilder builder =
                ArchiveGenerator.builder()
                        .source(mail)
                        .templateDirectory(folder.resolve("templates"))
                        .allowRemovals(true)
                        .workers(2);
        return settings.apply(builder)
                .outputDirectory(site)
                .stateDirectory(state)
                .build()
                .generate(ProgressListener.NONE);
    }

    private static String counts(GenerationReport report) {
        return "%d = %d + %d + %d + %s, %d threads, %s, %s"
                .formatted(
                        report.messagesIn(),
                        report.shown(),
                        report.variants(),
                        report.duplicates(),
                        report.leftOut(),
                        report.threads(),
                        new TreeMap<>(report.files()),
                        new TreeMap<>(report.bytes()));
    }

    /** All files, the manifest too, by path. */
    private static Map<String, String> contents(Path site) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(site)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path = site.relativize(file).toString().replace('\\', '/');
                contents.put(path, Hash.of(Files.readAllBytes(file)).toString());
            }
        }
        return contents;
    }
}
