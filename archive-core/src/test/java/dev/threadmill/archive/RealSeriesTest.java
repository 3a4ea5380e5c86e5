package dev.threadmill.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.mail.MessageId;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables of real patch series, compared with what raw mail holds, read by other means. */
class RealSeriesTest {

    private static final List<String> LISTS =
            List.of("io-uring", "linux-block", "linux-btrfs", "linux-ext4", "linux-xfs");

    private static final Pattern TAG =
            Pattern.compile("(?i)^((?:\\[[^\\]]*\\]\\s*)*\\[[^\\]]*\\bPATCH[^\\]]*\\])\\s*(.*)");
    private static final Pattern COUNT = Pattern.compile("\\b(\\d+)/(\\d+)\\b");
    private static final Pattern VERSION = Pattern.compile("(?i)(?<![a-z.\\d])v(\\d+)(?!\\w)");
    private static final Pattern TRAILER =
            Pattern.compile(
                    "(?i)^\\s*([a-z][a-z-]*-by):\\s+(.*?)\\s*[<(]?([^\\s<>()]+@[^\\s<>()]+\\.[^\\s<>()]+).*");

    @TempDir static Path folder;

    /** By id, all mail of all lists. */
    private final Map<String, NaiveMail> mails = new LinkedHashMap<>();

    /** By id, the list that holds it first. */
    private final Map<String, String> lists = new HashMap<>();

    /** The version is 0 where the subject names none. */
    private record Tag(int version, int number, int total) {}

    private static Tag tag(NaiveMail mail) {
        Matcher tag = TAG.matcher(mail.header("subject"));
        if (!tag.matches()) {
            return null;
        }
        Matcher count = COUNT.matcher(tag.group(1));
        Matcher version = VERSION.matcher(tag.group(1).replaceAll("(?i)patchv", "patch v"));
        boolean counted = count.find();
        return new Tag(
                version.find() ? Integer.parseInt(version.group(1)) : 0,
                counted ? Integer.parseInt(count.group(1)) : 1,
                counted ? Integer.parseInt(count.group(2)) : 1);
    }

    @Test
    void tablesListExactlyThePatchesAndTrailersOfTheMail() throws IOException {
        Path source = Corpora.file("crosspost-2023-06");
        for (String list : LISTS) {
            for (NaiveMail mail : NaiveMail.read(source.resolve(list + ".mbox.gz"))) {
                mails.putIfAbsent(mail.id(), mail);
                lists.putIfAbsent(mail.id(), list);
            }
        }
        ArchiveGenerator.builder()
                .source(source)
                .outputDirectory(folder.resolve("site"))
                .stateDirectory(folder.resolve("state"))
                .build()
                .generate(ProgressListener.NONE);
        GeneratedSite site = new GeneratedSite(folder.resolve("site"));
        Map<String, Set<String>> trailers = trailers();
        Map<String, String> wrong = new TreeMap<>();
        int compared = 0;
        int given = 0;
        for (String cover : mails.keySet()) {
            Tag tag = tag(mails.get(cover));
            boolean plainPath = cover.matches("[A-Za-z0-9][A-Za-z0-9._@-]*");
            if (tag == null
                    || tag.number() != 0
                    || !plainPath
                    || !mails.get(cover).parents().isEmpty()) {
                continue;
            }
            Map<String, String> expected = expected(cover, tag, trailers);
            String own = lists.get(cover) + "/" + cover + "/";
            Element nested = site.folder(own).selectFirst("h2.summary a:containsOwn(nested)");
            if (nested == null) {
                assertThat(expected).as(cover).hasSize(1); // and nobody answered
                continue;
            }
            Document page =
                    site.folder(URI.create(own + nested.attr("href")).normalize().getPath());
            if (!table(page, cover).equals(expected)) {
                wrong.put(cover, expected + "\nis " + table(page, cover));
            }
            compared++;
            given +=
                    expected.values().stream()
                            .mapToInt(row -> row.split("\n", -1).length - 1)
                            .sum();
        }
        assertThat(wrong).isEmpty();
        assertThat(compared).isGreaterThanOrEqualTo(30);
        assertThat(given).isGreaterThan(100);
    }

    /** By number, the id and the trailers of what was sent in answer to a cover letter. */
    private Map<String, String> expected(String cover, Tag tag, Map<String, Set<String>> trailers) {
        Map<String, String> rows = new TreeMap<>();
        mails.forEach(
                (id, mail) -> {
                    Tag mine = tag(mail);
                    boolean member =
                            id.equals(cover)
                                    || (mine != null
                                            && (mine.version() == tag.version()
                                                    || mine.version() == 0)
                                            && mine.total() == tag.total()
                                            && mine.number() > 0
                                            && mail.parents().contains(cover));
                    if (member) {
                        String given = String.join("", trailers.getOrDefault(id, Set.of()));
                        rows.putIfAbsent(mine.number() + "/" + mine.total(), anchor(id) + given);
                    }
                });
        return rows;
    }

    /** By id of a patch or letter: the trailers that replies give it, with who gave them. */
    private Map<String, Set<String>> trailers() {
        Map<String, Set<String>> all = new HashMap<>();
        Map<String, Set<String>> seen = new HashMap<>();
        List<NaiveMail> byDate = new ArrayList<>(mails.values());
        for (NaiveMail mail : byDate) {
            String patch = tag(mail) == null ? patchAbove(mail) : "";
            if (patch.isEmpty()) {
                continue;
            }
            for (String trailer : trailersIn(mail, mails.get(patch))) {
                if (seen.computeIfAbsent(patch, p -> new TreeSet<>()).add(trailer)) {
                    all.computeIfAbsent(patch, p -> new TreeSet<>()).add("\n" + trailer);
                }
            }
        }
        return all;
    }

    private String patchAbove(NaiveMail reply) {
        NaiveMail at = reply;
        for (int climbed = 0; climbed < 1000; climbed++) {
            List<String> parents = at.parents();
            String held = "";
            for (String parent : parents) {
                held = mails.containsKey(parent) ? parent : held;
            }
            if (held.isEmpty()) {
                return "";
            }
            at = mails.get(held);
            if (tag(at) != null) {
                return held;
            }
        }
        return "";
    }

    private static List<String> trailersIn(NaiveMail reply, NaiveMail patch) {
        List<String> found = new ArrayList<>();
        String own = ("\n" + reply.text()).split("\n-- \n", 2)[0];
        boolean hasDiff = Pattern.compile("(?m)^@@ ").matcher(own).find();
        String text = own.replaceAll("(?m)^(\\w+-by: [^<@\n]+)\n\\s*(<[^>\n]+>)$", "$1 $2");
        for (String line : text.split("\n", -1)) {
            Matcher trailer = TRAILER.matcher(line);
            if (!trailer.matches()) {
                continue;
            }
            String name = trailer.group(2).replaceAll("^\"|\"$", "").strip();
            String email = trailer.group(3);
            boolean speaks = isBy(name, email, reply);
            if (speaks || !(hasDiff || isBy(name, email, patch))) {
                String who = name.isEmpty() ? email : name;
                String key = trailer.group(1).toLowerCase(Locale.ROOT);
                found.add(key + ": " + who + (speaks ? "" : " (said by somebody else)"));
            }
        }
        return found;
    }

    private static boolean isBy(String name, String email, NaiveMail mail) {
        String from = mail.header("from").toLowerCase(Locale.ROOT);
        String[] address = email.toLowerCase(Locale.ROOT).replaceAll("\\+[^@]*", "").split("@", 2);
        String sender = from.replaceAll("\\+[^@]*@", "@");
        return sender.contains(address[0] + "@" + address[1])
                || (!name.isEmpty()
                        && from.replaceAll("\\s*<.*|\"", "").equals(name.toLowerCase(Locale.ROOT)));
    }

    private static String anchor(String id) {
        return "#m" + new MessageId(id).sha1();
    }

    /** The table that holds this letter: by number, the link to the patch and its trailers. */
    private static Map<String, String> table(Document page, String cover) {
        Map<String, String> rows = new TreeMap<>();
        for (Element table : page.select("details.series table")) {
            if (table.select("tr.cover td a[href='" + anchor(cover) + "']").isEmpty()) {
                continue;
            }
            for (Element row : table.select("tbody tr:not(.absent)")) {
                Set<String> trailers = new TreeSet<>();
                for (Element trailer : row.select(".trailer")) {
                    String text =
                            trailer.text().replaceAll("\\(said by .*", "(said by somebody else)");
                    int colon = text.indexOf(':');
                    trailers.add(
                            "\n"
                                    + text.substring(0, colon).toLowerCase(Locale.ROOT)
                                    + text.substring(colon));
                }
                rows.put(
                        row.child(0).text(),
                        row.child(1).select("a").attr("href") + String.join("", trailers));
            }
        }
        return rows;
    }
}
