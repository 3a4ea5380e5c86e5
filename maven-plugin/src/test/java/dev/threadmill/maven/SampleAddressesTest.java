package dev.threadmill.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.ArchiveGenerator;
import dev.threadmill.archive.ArchiveGeneratorBuilder;
import dev.threadmill.archive.GenerationReport;
import dev.threadmill.archive.ProgressListener;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.model.Model;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Published addresses are the promise of an archive: these are the sample's, all of them. */
class SampleAddressesTest {

    private static final Path SAMPLE = Path.of("..", "sample-archive");
    private static final Path EXPECTED = SAMPLE.resolve("expected-urls.txt");

    @TempDir Path folder;

    @Test
    void keepsEveryAddressOfTheSample() throws Exception {
        GenerationReport report = generate();
        List<String> addresses = addresses(folder.resolve("site"));
        if ("update".equals(System.getProperty("goldens"))) {
            Files.write(EXPECTED, addresses);
        }
        assertThat(addresses).containsExactlyElementsOf(Files.readAllLines(EXPECTED));
        assertThat(report.messagesIn())
                .isEqualTo(69)
                .isEqualTo(report.shown() + report.variants() + report.duplicates());
    }

    private GenerationReport generate() throws Exception {
        Model pom;
        try (InputStream in = Files.newInputStream(SAMPLE.resolve("pom.xml"))) {
            pom = new MavenXpp3Reader().read(in);
        }
        ArchiveGeneratorBuilder settings =
                ArchiveGenerator.builder()
                        .source(SAMPLE.resolve("mail"))
                        .siteUrl(Choices.siteUrl("https://example.org/"))
                        .outputDirectory(folder.resolve("site"));
        ListSettings.merge(List.of(), pom.getMailingLists()).forEach(settings::list);
        return settings.build().generate(ProgressListener.NONE);
    }

    /** Folders end with a slash; what serves the site's own pages is no published address. */
    private static List<String> addresses(Path site) throws Exception {
        try (Stream<Path> files = Files.walk(site)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> "/" + site.relativize(file).toString().replace('\\', '/'))
                    .filter(path -> !path.startsWith("/.threadmill/"))
                    .filter(path -> !path.startsWith("/assets/"))
                    .map(path -> path.replaceFirst("/index\\.html$", "/"))
                    .sorted()
                    .toList();
        }
    }
}
