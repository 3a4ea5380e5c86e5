package dev.threadmill.archive.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.mail.MessageId;
import dev.threadmill.archive.mail.Problem;
import dev.threadmill.archive.output.FileGroup;
import dev.threadmill.archive.output.Published;
import dev.threadmill.archive.output.SiteOutput;
import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.site.SitePath;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site of threads, each of which is rendered or kept. */
class PageFingerprintsTest {

    private static final Hash LINKS = new Hash(3, 4);

    @TempDir Path folder;

    @Test
    void whatHasTheSameInputsIsKept() throws IOException {
        assertThat(build("a=1", "b=1", "c=1")).containsExactly("a=1", "b=1", "c=1");
        assertThat(build("a=1", "b=1", "c=1")).isEmpty();
        assertThat(build("0=1", "a=1", "b=2", "c=1")).containsExactly("0=1", "b=2");
        assertThat(build("0=1", "b=2", "c=1")).isEmpty();
        assertThat(build("a=1", "b=1", "c=1")).containsExactly("a=1", "b=1");
        assertThat(folder.resolve("site/c/2")).hasContent("c=1");
    }

    @Test
    void whatWasFoundInRenderingComesBack() throws IOException {
        build("a=1");
        try (ArchiveState state = ArchiveState.open(folder.resolve("state"));
                SiteOutput output = SiteOutput.open(folder.resolve("site"))) {
            RememberedPage page = state.pages("1", output.last()).find(hash("a=1")).orElseThrow();
            assertThat(page.mentions()).containsExactly(new MessageId("m\u4e2d@a=1"));
            assertThat(page.links()).isEqualTo(LINKS);
            assertThat(page.problems())
                    .containsExactly(Problem.warning("dev.mbox:7", "charset 'x' of a=1"));
        }
    }

    @Test
    void anotherSiteOrVersionIsNotKnown() throws IOException {
        build("a=1");
        try (ArchiveState state = ArchiveState.open(folder.resolve("state"));
                SiteOutput output = SiteOutput.open(folder.resolve("site"))) {
            Optional<Hash> last = output.last();
            assertThat(state.pages("1", last).find(hash("a=1"))).isPresent();
            assertThat(state.pages("2", last).find(hash("a=1"))).isEmpty();
            assertThat(state.pages("1", Optional.of(LINKS)).find(hash("a=1"))).isEmpty();
            assertThat(state.pages("1", Optional.empty()).find(hash("a=1"))).isEmpty();
        }
        Files.writeString(folder.resolve("state/pages"), "damaged");
        assertThat(build("a=1")).containsExactly("a=1");
    }

    @Test
    void twoPagesOfTheSameInputsAreAnError() throws IOException {
        try (ArchiveState state = ArchiveState.open(folder.resolve("state"));
                SiteOutput output = SiteOutput.open(folder.resolve("site"))) {
            PageFingerprints pages = state.pages("1", output.last());
            Published published = output.publish((done, total) -> {});
            for (int i = 0; i < 2; i++) {
                pages.add(LINKS, List.of(), LINKS, output.group(), List.of());
            }
            assertThatIllegalStateException().isThrownBy(() -> pages.save(published.manifest()));
        }
    }

    /** Builds a site of these threads and tells which it rendered. */
    private List<String> build(String... threads) throws IOException {
        List<String> rendered = new ArrayList<>();
        try (ArchiveState state = ArchiveState.open(folder.resolve("state"));
                SiteOutput output = SiteOutput.open(folder.resolve("site"))) {
            PageFingerprints pages = state.pages("1", output.last());
            for (String thread : threads) {
                FileGroup files =
                        pages.find(hash(thread))
                                .flatMap(page -> output.keep(page.lines()))
                                .orElse(null);
                if (files == null) {
                    rendered.add(thread);
                    files = output.group();
                    for (int i = 0; i < 3; i++) {
                        SitePath path = new SitePath(thread.charAt(0) + "/" + i);
                        files.write(
                                path,
                                PageKind.MESSAGE,
                                ByteBuffer.wrap(thread.getBytes(StandardCharsets.UTF_8)));
                    }
                }
                pages.add(
                        hash(thread),
                        List.of(new MessageId("m\u4e2d@" + thread)),
                        LINKS,
                        files,
                        List.of(Problem.warning("dev.mbox:7", "charset 'x' of " + thread)));
            }
            pages.save(output.publish((done, total) -> {}).manifest());
        }
        return rendered;
    }

    private static Hash hash(String inputs) {
        return Hash.of(inputs.getBytes(StandardCharsets.UTF_8));
    }
}
