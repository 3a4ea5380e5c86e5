package dev.threadmill.archive.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadmill.archive.site.LargeFile;
import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.site.SitePath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeFilesTest {

    private static final SitePath PART = new SitePath("dev/2024-01/mbox.gz");
    private static final SitePath WHOLE = new SitePath("dev/all.mbox.gz");

    @TempDir Path folder;

    private record Text(String text) implements LargeFile {

        @Override
        public long size() {
            return text.length();
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static String text(LargeFile file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        file.writeTo(out);
        assertThat(file.size()).isEqualTo(out.size());
        return out.toString(StandardCharsets.US_ASCII);
    }

    private Published build(String part) throws IOException {
        try (SiteOutput output = SiteOutput.open(folder.resolve("site"))) {
            byte[] bytes = part.getBytes(StandardCharsets.US_ASCII);
            output.write(PART, PageKind.MBOX, ByteBuffer.wrap(bytes));
            assertThat(text(output.taken(PART))).isEqualTo(part);
            output.write(WHOLE, PageKind.MBOX, output.taken(PART));
            return output.publish((done, total) -> {});
        }
    }

    /** Its line in the manifest comes after that of a file in the folder above. */
    private static void keepPart(SiteOutput output) {
        assertThat(output.keep(new int[] {1})).isPresent();
    }

    @Test
    void oneFileIsMadeOfAnotherOfTheSameBuild() throws IOException {
        assertThat(build("first").written()).isEqualTo(2);
        assertThat(build("other").written()).isEqualTo(2);
        assertThat(folder.resolve("site").resolve(WHOLE.file())).hasContent("other");
    }

    @Test
    void anUnchangedOneIsNotWrittenAgain() throws IOException {
        build("first");
        assertThat(build("first").written()).isZero();
    }

    @Test
    void aFileThatWasKeptCanBeReadToo() throws IOException {
        build("first");
        try (SiteOutput output = SiteOutput.open(folder.resolve("site"))) {
            keepPart(output);
            output.write(WHOLE, PageKind.MBOX, new Text(text(output.taken(PART)) + " and more"));
            output.publish((done, total) -> {});
        }
        assertThat(folder.resolve("site").resolve(WHOLE.file())).hasContent("first and more");
    }

    @Test
    void aKeptFileThatSomebodyChangedIsNotBuiltUpon() throws IOException {
        build("first");
        try (SiteOutput output = SiteOutput.open(folder.resolve("site"))) {
            keepPart(output);
            Files.writeString(folder.resolve("site").resolve(PART.file()), "tampered");
            assertThatThrownBy(() -> output.write(WHOLE, PageKind.MBOX, output.taken(PART)))
                    .hasMessageContaining("mbox.gz has 8 bytes instead of 5");
        }
        assertThat(folder.resolve("site").resolve(WHOLE.file())).hasContent("first");
    }

    @Test
    void whatThisBuildHasNotTakenIsNotThere() throws IOException {
        build("first");
        try (SiteOutput output = SiteOutput.open(folder.resolve("site"))) {
            assertThatThrownBy(() -> output.taken(PART))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
