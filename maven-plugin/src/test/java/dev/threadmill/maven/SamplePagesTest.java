package dev.threadmill.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.ArchiveGenerator;
import dev.threadmill.archive.ProgressListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import nu.validator.client.EmbeddedValidator;
import nu.validator.client.EmbeddedValidator.OutputFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every page of the sample, whatever its mail holds, is HTML as the standard has it. */
class SamplePagesTest {

    private static final int STACK = 16 << 20;

    @TempDir Path folder;

    @Test
    void areValidHtml() throws Exception {
        ArchiveGenerator.builder()
                .source(Path.of("..", "sample-archive", "mail"))
                .siteUrl(Choices.siteUrl("https://example.org/"))
                .outputDirectory(folder.resolve("site"))
                .build()
                .generate(ProgressListener.NONE);
        List<Path> pages = pages(folder.resolve("site"));
        assertThat(pages).hasSizeGreaterThan(100);
        assertThat(errors(pages)).isEmpty();
    }

    @Test
    void wouldBeFoundFaulty() throws Exception {
        Path page = folder.resolve("faulty.html");
        Files.writeString(page, "<!doctype html><html lang=en><title>x</title><p><div id='a b'>");
        assertThat(errors(List.of(page))).isNotEmpty();
    }

    private static List<Path> pages(Path site) throws Exception {
        try (Stream<Path> files = Files.walk(site)) {
            return files.filter(file -> file.toString().endsWith(".html")).sorted().toList();
        }
    }

    /** In a thread of its own: the validator takes more stack than our own code may. */
    private static List<String> errors(List<Path> pages) throws Exception {
        FutureTask<List<String>> task = new FutureTask<>(() -> validate(pages));
        new Thread(null, task, "validator", STACK).start();
        return task.get();
    }

    private static List<String> validate(List<Path> pages) throws Exception {
        EmbeddedValidator validator = new EmbeddedValidator();
        validator.setOutputFormat(OutputFormat.GNU);
        List<String> errors = new ArrayList<>();
        for (Path page : pages) {
            String report = validator.validate(page);
            report.lines().filter(line -> line.contains(": error")).forEach(errors::add);
        }
        return errors;
    }
}
