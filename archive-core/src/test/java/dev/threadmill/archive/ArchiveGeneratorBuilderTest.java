package dev.threadmill.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadmill.archive.ArchiveOptions.ListOptions;
import dev.threadmill.archive.mail.Problem;
import dev.threadmill.archive.site.PageKind;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArchiveGeneratorBuilderTest {

    @Test
    void readsMailAndWritesBelowTargetByDefault() {
        ArchiveOptions options = ArchiveGenerator.builder().options();
        assertThat(options.source()).contains(Path.of("mail"));
        assertThat(options.outputDirectory()).isEqualTo(Path.of("target/archive"));
        assertThat(options.stateDirectory()).isEqualTo(Path.of("target/archive-state"));
        assertThat(options.pages()).isEqualTo(EnumSet.complementOf(EnumSet.of(PageKind.B4)));
        assertThat(options.failOn()).contains(Problem.Severity.ERROR);
        assertThat(options.allowRemovals()).isFalse();
    }

    @Test
    void needsNoDefaultSourceWhereListsNameTheirs() {
        ListOptions dev = new ListOptions("dev", List.of(Path.of("dev.mbox")), "", "", "");
        assertThat(ArchiveGenerator.builder().list(dev).options().source()).isEmpty();
    }

    @Test
    void keepsDefaultSourceWhereListsOnlyDescribe() {
        ListOptions dev = new ListOptions("dev", List.of(), "dev@example.org", "", "");
        assertThat(ArchiveGenerator.builder().list(dev).options().source()).isPresent();
    }

    @Test
    void keepsStateNextToTheSite() {
        ArchiveOptions options =
                ArchiveGenerator.builder().outputDirectory(Path.of("site")).options();
        assertThat(options.stateDirectory()).isEqualTo(Path.of("site-state"));
    }

    @Test
    void alwaysWritesWhatIsNotOptional() {
        ArchiveOptions options =
                ArchiveGenerator.builder().pages(Set.of(PageKind.MESSAGE)).options();
        assertThat(options.pages())
                .contains(PageKind.MESSAGE, PageKind.INDEX, PageKind.ASSET)
                .doesNotContain(PageKind.FLAT);
    }

    @Test
    void refusesAHostNameThatIsNone() {
        for (String name : List.of("https://lists.example.org/", "localhost", "a b.org", "-.org")) {
            assertThatThrownBy(() -> ArchiveGenerator.builder().cname(name).build())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "archive.cname '"
                                    + name
                                    + "' is no host name; write it like lists.example.org");
        }
        assertThat(ArchiveGenerator.builder().cname("lists.example.org").options().cname())
                .isEqualTo("lists.example.org");
    }

    @Test
    void refusesASiteUrlThatIsNoneBeforeAnyMailIsRead() {
        for (String url :
                List.of(
                        "example.org/archive",
                        "ftp://example.org/",
                        "https:/archive",
                        "https://example.org/?a=b",
                        "https://example.org/#top")) {
            assertThatThrownBy(() -> ArchiveGenerator.builder().siteUrl(URI.create(url)).build())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "archive.siteUrl '"
                                    + url
                                    + "' is not the address of a site; write it like https://example.org/archive/");
        }
    }

    @Test
    void endsTheSiteUrlWithASlash() {
        for (String url : List.of("https://example.org/archive", "https://example.org/archive/")) {
            assertThat(ArchiveGenerator.builder().siteUrl(URI.create(url)).options().siteUrl())
                    .contains(URI.create("https://example.org/archive/"));
        }
        assertThat(
                        ArchiveGenerator.builder()
                                .siteUrl(URI.create("https://example.org"))
                                .options()
                                .siteUrl())
                .contains(URI.create("https://example.org/"));
    }

    @Test
    void refusesToWorkWithNobody() {
        assertThatThrownBy(() -> ArchiveGenerator.builder().workers(0).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("archive.workers is 0; 1 is the least");
    }
}
