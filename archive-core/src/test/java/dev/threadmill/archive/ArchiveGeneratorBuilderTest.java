package dev.threadmill.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.ArchiveOptions.ListOptions;
import dev.threadmill.archive.mail.Problem;
import dev.threadmill.archive.site.PageKind;
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
}
