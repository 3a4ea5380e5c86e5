package dev.threadmill.archive.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.GeneratedSite;
import dev.threadmill.archive.site.PageKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever kinds of page a site is made of, its links lead somewhere. */
class LinksTest {

    @TempDir Path folder;

    static List<List<PageKind>> choices() {
        List<List<PageKind>> choices = new ArrayList<>();
        choices.add(List.of());
        PageKind.optional().forEach(kind -> choices.add(List.of(kind)));
        choices.add(List.of(PageKind.MESSAGE, PageKind.NESTED));
        choices.add(List.of(PageKind.MESSAGE, PageKind.NESTED, PageKind.FLAT));
        choices.add(List.copyOf(PageKind.optional()));
        return choices;
    }

    @ParameterizedTest(name = "without {0}")
    @MethodSource("choices")
    void noLinkLeadsNowhere(List<PageKind> without) throws IOException {
        GivenArchive given = Weft.archive().without(without.toArray(PageKind[]::new));
        for (int i = 0; i < 205; i++) {
            given.mail("long" + i + "@example.org")
                    .after(i * 60L)
                    .subject("A long thread")
                    .answers(
                            i == 0
                                    ? new String[0]
                                    : new String[] {"long" + (i - 1) / 3 + "@example.org"})
                    .says("Message " + i + ", see <plan@example.org> and <long7@example.org>.")
                    .in();
        }
        FilesInMemory site = new FilesInMemory();
        given.render(site);
        site.kinds.forEach((file, kind) -> assertThat(without).as(file).doesNotContain(kind));
        for (Map.Entry<String, byte[]> file : site.files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        assertThat(new GeneratedSite(folder).faults()).isEmpty();
    }
}
