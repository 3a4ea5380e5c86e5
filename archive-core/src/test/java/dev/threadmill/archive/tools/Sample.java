package dev.threadmill.archive.tools;

import dev.threadmill.archive.ArchiveGenerator;
import dev.threadmill.archive.GeneratedSite;
import dev.threadmill.archive.ProgressListener;
import dev.threadmill.archive.site.PageKind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;

/** Sites of mail that programs read. */
final class Sample {

    /** The mail of the sample project. */
    static final Path MAIL = Path.of("..", "sample-archive", "mail");

    private Sample() {}

    /** The site of some mail, with pages of all kinds, in {@code site} below {@code folder}. */
    static GeneratedSite site(Path mail, Path folder) throws IOException {
        ArchiveGenerator.builder()
                .source(mail)
                .outputDirectory(folder.resolve("site"))
                .stateDirectory(folder.resolve("state"))
                .siteUrl(URI.create("https://example.org/archive/"))
                .pages(EnumSet.allOf(PageKind.class))
                .build()
                .generate(ProgressListener.NONE);
        return new GeneratedSite(folder.resolve("site"));
    }
}
