package dev.threadmill.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole real list of 3,115 messages, against what is known of it from elsewhere. */
class RealListTest {

    /** Made once: all tests here only read it. */
    @TempDir static Path folder;

    private static GenerationReport report;

    private static GeneratedSite site() throws IOException {
        Path source = Corpora.file("lists/ksummit.mbox.gz");
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
        GeneratedSite site = site();
        assertThat(report.messagesIn()).isEqualTo(3115);
        assertThat(report.shown() + report.variants() + report.duplicates()).isEqualTo(3115);
        long pages =
                site.pages().stream()
                        .filter(page -> !page.matches(".*/(t|flat)/(\\d+/)?index.html"))
                        .filter(page -> site.page(page).selectFirst("article.message") != null)
                        .count();
        assertThat(pages).isEqualTo(report.shown());
    }

    @Test
    void noLinkOrAnchorIsBroken() throws IOException {
        assertThat(site().faults()).isEmpty();
    }

    @Test
    void rawGivesBackTheBytesThatCameIn() throws IOException {
        Map<String, List<byte[]>> expected = messagesById();
        Map<String, List<byte[]>> actual = new HashMap<>();
        GeneratedSite site = site();
        for (String file : site.files()) {
            if (file.endsWith("/raw")) {
                for (byte[] message : split(site.bytes(file), true)) {
                    actual.computeIfAbsent(id(message), id -> new ArrayList<>()).add(message);
                }
            }
        }
        assertThat(actual.keySet()).containsExactlyInAnyOrderElementsOf(expected.keySet());
        expected.forEach(
                (id, messages) -> {
                    assertThat(actual.get(id)).as(id).hasSameSizeAs(messages);
                    for (int i = 0; i < messages.size(); i++) {
                        assertThat(actual.get(id).get(i)).as(id).isEqualTo(messages.get(i));
                    }
                });
    }

    /** Threads whose listing there also holds loose matches are not compared. */
    @Test
    void threadsEqualThoseOfPublicInbox() throws IOException {
        GeneratedSite site = site();
        int compared = 0;
        List<String> lines =
                Files.readAllLines(Corpora.file("oracles/ksummit-public-inbox-threads.jsonl"));
        for (String line : lines) {
            JsonObject thread = JsonParser.parseString(line).getAsJsonObject();
            if (thread.get("foreign").getAsInt() > 0) {
                continue;
            }
            List<String> expected = new ArrayList<>();
            for (JsonElement node : thread.getAsJsonArray("nodes")) {
                JsonArray pair = node.getAsJsonArray();
                expected.add(pair.get(0).getAsInt() + " " + pair.get(1).getAsString());
            }
            if (expected.stream().filter(node -> !node.contains(" ?")).count() < 2) {
                continue; // its message page is its thread page
            }
            assertThat(nested(site, expected.get(0).substring(2)))
                    .as("thread %s", thread.get("tid"))
                    .isEqualTo(expected);
            compared++;
        }
        assertThat(compared).isGreaterThan(75);
    }

    /** The nested view of the thread on whose top this id stands, as depths and ids. */
    private static List<String> nested(GeneratedSite site, String top) throws IOException {
        String root = top.replaceFirst("^\\?", "");
        String folder = "ksummit/" + root + "/";
        List<String> nodes = new ArrayList<>();
        for (int page = 1; ; page++) {
            String file = folder + "t/" + (page == 1 ? "" : page + "/") + "index.html";
            if (!site.has(file)) {
                return nodes;
            }
            Document document = site.page(file);
            for (Element node : document.select("article.message, .ghost[data-mid]")) {
                if (node.id().matches("m[0-9a-f]{40}-\\d+")) {
                    continue; // a further message of the same id
                }
                String id =
                        node.hasClass("ghost")
                                ? "?" + node.attr("data-mid")
                                : idOfAnchor(node.id());
                nodes.add(node.attr("data-depth") + " " + id);
            }
        }
    }

    private static final Map<String, String> ID_BY_ANCHOR = new HashMap<>();

    private static String idOfAnchor(String anchor) throws IOException {
        if (ID_BY_ANCHOR.isEmpty()) {
            for (String id : messagesById().keySet()) {
                String sha1 = new dev.threadmill.archive.mail.MessageId(id).sha1();
                ID_BY_ANCHOR.put("m" + sha1, id);
            }
        }
        return ID_BY_ANCHOR.getOrDefault(anchor, anchor);
    }

    /** Read without our own reader: this list's From_ lines are all alike. */
    private static Map<String, List<byte[]>> messagesById() throws IOException {
        try (InputStream in =
                new GZIPInputStream(Files.newInputStream(Corpora.file("lists/ksummit.mbox.gz")))) {
            Map<String, List<byte[]>> messages = new TreeMap<>();
            for (byte[] message : split(in.readAllBytes(), false)) {
                List<byte[]> known = messages.computeIfAbsent(id(message), id -> new ArrayList<>());
                if (known.stream().noneMatch(k -> java.util.Arrays.equals(k, message))) {
                    known.add(message);
                }
            }
            return messages;
        }
    }

    private static List<byte[]> split(byte[] mbox, boolean lastEndsAsItDid) {
        String text = new String(mbox, StandardCharsets.ISO_8859_1);
        List<byte[]> messages = new ArrayList<>();
        Matcher from = Pattern.compile("(?m)(?<=\\A|\n\n)From mboxrd@z .*\n").matcher(text);
        int start = -1;
        while (from.find()) {
            if (start >= 0) {
                messages.add(unquoted(text.substring(start, from.start() - 1)));
            }
            start = from.end();
        }
        String last = text.substring(start);
        messages.add(unquoted(lastEndsAsItDid ? last : last.replaceFirst("\n\n\\z", "\n")));
        return messages;
    }

    private static byte[] unquoted(String message) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            bytes.write(
                    Pattern.compile("(?m)^>(>*From )")
                            .matcher(message)
                            .replaceAll("$1")
                            .getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String id(byte[] message) {
        String header = new String(message, StandardCharsets.ISO_8859_1).split("\r?\n\r?\n", 2)[0];
        Matcher id = Pattern.compile("(?im)^message-id:\\s*<([^>]*)>").matcher(header);
        assertThat(id.find()).isTrue();
        return id.group(1).replaceAll("\\s", "");
    }
}
