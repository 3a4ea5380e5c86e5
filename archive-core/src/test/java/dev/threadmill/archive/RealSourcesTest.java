package dev.threadmill.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.ArchiveOptions.ListOptions;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real list in several forms: each makes the same site, and together they are that list. */
class RealSourcesTest {

    private static final List<String> KEPT =
            List.of("from:", "date:", "subject:", "message-id:", "in-reply-to:", "references:");

    @TempDir Path folder;

    private int messages;
    private final Set<String> ids = new HashSet<>();

    @Test
    void pipermailTextOfAListAddsNothingToItsMbox() throws IOException {
        Path mbox = Corpora.file("lists/ksummit.mbox.gz");
        Path text = folder.resolve("ksummit.txt");
        writeAsPipermail(mbox, text);
        assertThat(messages).isGreaterThan(3000);
        assertThat(ids).hasSizeBetween(3000, messages);

        GenerationReport report =
                ArchiveGenerator.builder()
                        .list(new ListOptions("ksummit", List.of(text, mbox), "", "", ""))
                        .outputDirectory(folder.resolve("site"))
                        .build()
                        .generate(ProgressListener.NONE);

        assertThat(report.messagesIn()).isEqualTo(2L * messages);
        assertThat(report.shown()).isEqualTo(ids.size());
        assertThat(report.shown() + report.variants() + report.duplicates())
                .isEqualTo(2L * messages);
        GeneratedSite site = new GeneratedSite(folder.resolve("site"));
        assertThat(site.files().stream().filter(file -> file.endsWith("/raw")))
                .hasSize(ids.size())
                .allSatisfy(
                        file ->
                                assertThat(site.bytes(file))
                                        .asString(StandardCharsets.ISO_8859_1)
                                        .as("the copy that says which way it came")
                                        .contains("\nReceived: "));
    }

    @Test
    void publicInboxOfAListMakesTheSiteThatItsMboxMakes() throws IOException {
        Map<String, String> mbox = site("lists/ksummit.mbox.gz");
        Map<String, String> inbox = site("git/ksummit-0.bundle");
        assertThat(mbox).hasSizeGreaterThan(6000);
        assertThat(inbox.keySet()).isEqualTo(mbox.keySet());
        assertThat(mbox.keySet())
                .filteredOn(file -> !inbox.get(file).equals(mbox.get(file)))
                .isEmpty();
    }

    /** The files of the site of one source, with their hashes. */
    private Map<String, String> site(String source) throws IOException {
        Path site = folder.resolve(source);
        ArchiveGenerator.builder()
                .source(Corpora.file(source))
                .listName("ksummit")
                .outputDirectory(site)
                .siteUrl(URI.create("https://lists.example.org/"))
                .build()
                .generate(ProgressListener.NONE);
        return new GeneratedSite(site).contents();
    }

    /** Six fields of each header, and {@code user at host} for every address but those in ids. */
    private void writeAsPipermail(Path mbox, Path text) throws IOException {
        try (BufferedReader in =
                        new BufferedReader(
                                new InputStreamReader(
                                        new GZIPInputStream(Files.newInputStream(mbox)),
                                        StandardCharsets.ISO_8859_1));
                BufferedWriter out = Files.newBufferedWriter(text, StandardCharsets.ISO_8859_1)) {
            boolean inHeader = false;
            String field = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("From mboxrd@z ")) {
                    inHeader = true;
                    messages++;
                    out.write(line.replace("mboxrd@z ", "mboxrd at z  ") + "\n");
                } else if (inHeader && !line.isEmpty()) {
                    boolean folded = line.startsWith(" ") || line.startsWith("\t");
                    field = folded ? field : field(line);
                    if (field.equals("message-id:") && line.contains("<")) {
                        ids.add(line.substring(line.indexOf('<') + 1, line.indexOf('>')));
                    }
                    if (KEPT.contains(field)) {
                        boolean from = field.equals("from:");
                        out.write((from ? line.replace("@", " at ") : line) + "\n");
                    }
                } else {
                    inHeader = false;
                    out.write(line.replaceAll("(\\w)@(\\w)", "$1 at $2") + "\n");
                }
            }
        }
    }

    private static String field(String line) {
        return line.substring(0, line.indexOf(':') + 1).toLowerCase(Locale.ROOT);
    }
}
