package dev.threadmill.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A month of five real lists that share messages and threads. */
class CrosspostTest {

    private static final List<String> LISTS =
            List.of("io-uring", "linux-block", "linux-btrfs", "linux-ext4", "linux-xfs");

    @TempDir static Path folder;

    private static GenerationReport report;

    private static GeneratedSite site() throws IOException {
        Path source = Corpora.file("crosspost-2023-06");
        if (report == null) {
            report =
                    ArchiveGenerator.builder()
                            .source(source)
                            .outputDirectory(folder.resolve("site"))
                            .stateDirectory(folder.resolve("state"))
                            .build()
                            .generate(ProgressListener.NONE);
        }
        return new GeneratedSite(folder.resolve("site"));
    }

    @Test
    void everyMessageIsAccountedFor() throws IOException {
        site();
        assertThat(report.messagesIn()).isEqualTo(6519);
        assertThat(report.shown() + report.variants() + report.duplicates()).isEqualTo(6519);
    }

    @Test
    void noLinkOrAnchorIsBroken() throws IOException {
        assertThat(site().faults()).isEmpty();
    }

    @Test
    void everySharedMessageNamesTheOtherLists() throws IOException {
        GeneratedSite site = site();
        Map<String, Set<String>> holders = holders();
        int shared = 0;
        for (Map.Entry<String, Set<String>> entry : holders.entrySet()) {
            for (String list : entry.getValue()) {
                String page = list + "/" + entry.getKey() + "/";
                if (!site.has(page + "index.html")) {
                    continue; // an id that is no path: its page is named by its hash
                }
                Set<String> others = new TreeSet<>(entry.getValue());
                others.remove(list);
                Document document = site.folder(page);
                Set<String> named = new TreeSet<>();
                for (Element link : document.select(".also a")) {
                    named.add(link.attr("href").replaceFirst("^(\\.\\./)+", "").split("/", 2)[0]);
                }
                assertThat(named).as(page).isEqualTo(others);
                shared += others.isEmpty() ? 0 : 1;
            }
        }
        assertThat(shared).isGreaterThan(1000);
    }

    @Test
    void everyPairOfListsSharesWhatTheirHeadersSay() throws IOException {
        GeneratedSite site = site();
        Map<String, Integer> expected = new TreeMap<>();
        for (Set<String> lists : holders().values()) {
            for (String one : lists) {
                for (String other : lists) {
                    if (!one.equals(other)) {
                        expected.merge(one + " " + other, 1, Integer::sum);
                    }
                }
            }
        }
        Map<String, Integer> actual = new TreeMap<>();
        for (String page : site.pages()) {
            if (!page.matches(".*/(t|flat)/.*") && page.contains("/")) {
                String list = page.split("/", 2)[0];
                for (Element link : site.page(page).select(".also a")) {
                    actual.merge(list + " " + link.text(), 1, Integer::sum);
                }
            }
        }
        assertThat(actual).isEqualTo(expected);
    }

    @Test
    void noThreadHasAGhostForAMessageThatAnyListHolds() throws IOException {
        GeneratedSite site = site();
        Set<String> held = holders().keySet();
        Set<String> ghosts = new HashSet<>();
        for (String page : site.pages()) {
            if (page.contains("/t/")) {
                for (Element ghost : site.page(page).select(".ghost[data-mid]")) {
                    ghosts.add(ghost.attr("data-mid"));
                }
            }
        }
        assertThat(ghosts).isNotEmpty().doesNotContainAnyElementsOf(held);
    }

    /** Read without our own code: by id, the lists that hold it. */
    private static Map<String, Set<String>> holders() throws IOException {
        Map<String, Set<String>> holders = new TreeMap<>();
        for (String list : LISTS) {
            for (String id : ids(Corpora.file("crosspost-2023-06/" + list + ".mbox.gz"))) {
                holders.computeIfAbsent(id, i -> new TreeSet<>()).add(list);
            }
        }
        return holders;
    }

    private static List<String> ids(Path mbox) throws IOException {
        Pattern header = Pattern.compile("(?i)message-id:\\s*(.*)");
        List<String> ids = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(mbox)),
                                StandardCharsets.ISO_8859_1))) {
            boolean inHeader = false;
            boolean found = false;
            boolean folded = false;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("From mboxrd@z ")) {
                    inHeader = true;
                    found = false;
                } else if (line.isEmpty()) {
                    inHeader = false;
                } else if (inHeader && !found) {
                    Matcher matcher = header.matcher(line);
                    String value = matcher.matches() ? matcher.group(1) : folded ? line : "";
                    folded = matcher.matches() && value.isBlank();
                    if (value.contains("<")) {
                        ids.add(value.substring(value.indexOf('<') + 1, value.indexOf('>')));
                        found = true;
                    }
                }
            }
        }
        return ids;
    }
}
