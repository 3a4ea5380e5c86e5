package dev.threadmill.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.mail.AddressPolicy;
import dev.threadmill.archive.mail.AddressPolicy.Mode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No address that came in can be found in anything that is written, in whatever disguise. */
class HiddenAddressesTest {

    private static final Path SAMPLE = Path.of("..", "sample-archive", "mail");

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(names = {"MASK", "HIDE"})
    void ofTheSample(Mode mode) throws IOException {
        AddressSearch search =
                new AddressSearch(
                        List.of("weft-dev@lists.example.org", "weft-announce@lists.example.org"));
        for (Path mbox : mboxes(SAMPLE)) {
            search.collect(Files.readAllBytes(mbox));
        }
        assertThat(search.size()).isGreaterThan(50);
        assertThat(leaks(search, generate(SAMPLE, policy(mode)))).isEmpty();
        assertThat(leaks(search, generate(SAMPLE, policy(mode).copying()))).isEmpty();
        assertThat(leaks(search, generate(SAMPLE, AddressPolicy.SHOW))).isNotEmpty();
    }

    @Test
    void theMirrorPageDoesNotPromiseMailAsItCame() throws IOException {
        GeneratedSite hidden = generate(SAMPLE, policy(Mode.HIDE).copying());
        assertThat(hidden.folder("dev/mirror/").text())
                .contains("/raw, without the mail addresses")
                .doesNotContain("byte for byte");
        GeneratedSite open = generate(SAMPLE, AddressPolicy.SHOW);
        assertThat(open.folder("dev/mirror/").text()).contains("/raw, byte for byte");
    }

    @Test
    void theHelpPageSaysWhatAddressesAreMadeOf() throws IOException {
        String hidden = generate(SAMPLE, policy(Mode.MASK).copying()).folder("dev/help/").text();
        assertThat(hidden)
                .contains("/dev/~<26 letters and digits>/")
                .contains("raw is a message without the mail addresses in it")
                .doesNotContain("/dev/<Message-ID>/")
                .doesNotContain("b4 -c")
                .doesNotContain("as it came in");
        String open = generate(SAMPLE, AddressPolicy.SHOW).folder("dev/help/").text();
        assertThat(open)
                .contains("/dev/<Message-ID>/")
                .contains("raw is a message as it came in")
                .doesNotContain("letters and digits>");
    }

    @Test
    void notesDoNotPromiseRawMessages() throws IOException {
        Path mail = folder.resolve("dev.mbox");
        String inside = "Content-Type: message/rfc822\n\nSubject: Inside\n".repeat(12);
        Files.writeString(
                mail,
                "From a@x.org Mon Jan  1 11:00:00 2024\nMessage-ID: <1@x.org>\n"
                        + inside
                        + "\nText.\n");
        GeneratedSite hidden = generate(mail, policy(Mode.HIDE));
        String page = hidden.pages().stream().filter(p -> p.startsWith("dev/~")).findFirst().get();
        assertThat(hidden.page(page).select(".note").text())
                .contains("the message as it came has it")
                .doesNotContain("raw");
    }

    @Test
    void ofAWholeList() throws IOException {
        assertHidden("lists/ksummit.mbox.gz", List.of("ksummit@lists.linux.dev"), 3000);
    }

    @Test
    void ofAListFullOfPatches() throws IOException {
        assertHidden(
                "crosspost-2023-06/linux-xfs.mbox.gz", List.of("linux-xfs@vger.kernel.org"), 1500);
    }

    private void assertHidden(String source, List<String> published, int atLeast)
            throws IOException {
        Path mail = Corpora.file(source);
        AddressSearch search = new AddressSearch(published);
        try (InputStream in = new GZIPInputStream(Files.newInputStream(mail))) {
            search.collect(in.readAllBytes());
        }
        assertThat(search.size()).isGreaterThan(atLeast);
        for (Mode mode : List.of(Mode.HIDE, Mode.MASK)) {
            assertThat(leaks(search, generate(mail, policy(mode).copying()))).isEmpty();
        }
    }

    private static AddressPolicy policy(Mode mode) {
        return AddressPolicy.of(mode).secret("a long secret of the operator");
    }

    private GeneratedSite generate(Path mail, AddressPolicy policy) throws IOException {
        Path site = Files.createTempDirectory(folder, "site").resolve("site");
        ArchiveGenerator.builder()
                .source(mail)
                .outputDirectory(site)
                .siteUrl(URI.create("https://lists.example.org/archive/"))
                .addresses(policy)
                .build()
                .generate(ProgressListener.NONE);
        return new GeneratedSite(site);
    }

    /** By file, what can be read in it; of many the first few. */
    private static Map<String, Set<String>> leaks(AddressSearch search, GeneratedSite site) {
        Map<String, Set<String>> leaks = new TreeMap<>();
        for (String file : site.files()) {
            Set<String> found = search.found(file, site.bytes(file));
            if (!found.isEmpty() && leaks.size() < 20) {
                leaks.put(file, found);
            }
        }
        return leaks;
    }

    private static List<Path> mboxes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return new ArrayList<>(files.filter(Files::isRegularFile).toList());
        }
    }
}
