package dev.threadmill.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.ArchiveGenerator;
import dev.threadmill.archive.ProgressListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every page of the sample, whatever its mail holds, is HTML as the standard has it. */
class SamplePagesTest {

    @TempDir Path folder;

    @Test
    void areValidHtml() throws Exception {
        ArchiveGenerator.builder()
                .source(Path.of("..", "sample-archive", "mail"))
                .siteUrl(Choices.siteUrl("https://example.org/"))
                .outputDirectory(folder.resolve("site"))
                .build()
                .generate(ProgressListener.NONE);
        List<Path> pages = Validator.pages(folder.resolve("site"));
        assertThat(pages).hasSizeGreaterThan(100);
        assertThat(Validator.errors(pages)).isEmpty();
    }

    @Test
    void wouldBeFoundFaulty() throws Exception {
        Path page = folder.resolve("faulty.html");
        Files.writeString(page, "<!doctype html><html lang=en><title>x</title><p><div id='a b'>");
        assertThat(Validator.errors(List.of(page))).isNotEmpty();
    }
}
