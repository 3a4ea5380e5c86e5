package dev.threadmill.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.ArchiveOptions.ListOptions;
import dev.threadmill.archive.body.LinkRule;
import dev.threadmill.archive.site.PageKind;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever decides what pages show is changed alone: each time the site has to become what a build
 * from nothing makes of it, and what the change does not touch has to stay.
 */
class ChangedInputsTest {

    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir Path folder;

    private final Map<String, List<String>> lists = new LinkedHashMap<>();
    private Rebuilt site;
    private int files;
    private int changes;

    @BeforeEach
    void buildFirst() throws IOException {
        Path mail = Files.createDirectory(folder.resolve("mail"));
        site = new Rebuilt(folder, mail);
        lists.put("dev", new ArrayList<>());
        lists.put("users", new ArrayList<>());
        for (int i = 0; i < 8; i++) {
            give("dev", "d" + i, i == 0 || i > 5 ? "" : "d" + (i - 1), "Plan " + i, "Text " + i);
            give("users", "u" + i, i % 3 == 0 ? "" : "u0", "Help " + i, "Help me.");
        }
        give("dev", "m", "", "Mentions", "See <u3@x.org>, <later@x.org> and <gone@x.org>.");
        give("users", "gone", "", "Going", "Gone soon.");
        give("dev", "top-reply", "top", "Re: Top", "Answers what is not there.");
        String odd =
                message("odd", "", "Odd", "caf\u00e9").replace("Content-Type: text/plain\n", "");
        lists.get("dev").add(odd);
        files = again("first build").files().values().stream().mapToInt(Long::intValue).sum();
        assertThat(again("nothing changed").written()).isZero();
    }

    private void give(String list, String id, String parent, String subject, String text) {
        lists.get(list).add(message(id, parent, subject, text));
    }

    private static String message(String id, String parent, String subject, String text) {
        int minute = Math.floorMod(id.hashCode(), 60);
        return "From: A %s <a@x.org>\nDate: Mon, 1 Jan 2024 11:%02d:00 +0000\n"
                        .formatted(id.charAt(0), minute)
                + "Subject: %s\nMessage-ID: <%s@x.org>\n".formatted(subject, id)
                + (parent.isEmpty() ? "" : "In-Reply-To: <%s@x.org>\n".formatted(parent))
                + "Content-Type: text/plain\n\n"
                + text
                + "\n";
    }

    /** Writes the mail as it is now and builds. */
    private GenerationReport again(String what) throws IOException {
        for (Map.Entry<String, List<String>> list : lists.entrySet()) {
            StringBuilder mbox = new StringBuilder();
            for (String message : list.getValue()) {
                mbox.append("From a@x.org Mon Jan  1 12:00:00 2024\n").append(message).append("\n");
            }
            Path file = folder.resolve("mail").resolve(list.getKey() + ".mbox");
            byte[] bytes = mbox.toString().getBytes(StandardCharsets.ISO_8859_1);
            if (!Files.exists(file) || !Arrays.equals(bytes, Files.readAllBytes(file))) {
                Files.write(file, bytes);
                FileTime time = FileTime.fromMillis(LONG_AGO.toMillis() + 1000L * ++changes);
                Files.setLastModifiedTime(file, time);
            }
        }
        return site.again(what);
    }

    /** The same, where the change may touch a few files only. */
    private void few(String what) throws IOException {
        long written = again(what).written();
        assertThat(written).as(what).isPositive().isLessThan(files / 2);
    }

    @Test
    void settings() throws IOException {
        site.with(builder -> builder.title("Another title"));
        again("title");
        site.with(builder -> builder.siteUrl(URI.create("https://x.org/a/")));
        again("address");
        site.with(builder -> builder.language("de"));
        again("language");
        for (PageKind kind : PageKind.optional()) {
            Set<PageKind> kinds = EnumSet.allOf(PageKind.class);
            kinds.remove(kind);
            site.with(builder -> builder.pages(kinds));
            again("without " + kind);
        }
        site.with(builder -> builder.cname("lists.x.org"));
        again("host name");
        site.with(builder -> builder.linkRule(LinkRule.of("Text (\\d)", "https://x.org/$1")));
        again("link rules");
        Path mailmap = folder.resolve("people");
        Files.writeString(mailmap, "Ada <a@x.org>\n");
        site.with(builder -> builder.mailmap(mailmap));
        again("mailmap");
        Files.writeString(mailmap, "Ada Lovelace <ada@x.org> <a@x.org>\n");
        again("another mailmap");
        site.with(builder -> builder.respectNoArchive(false));
        again("authors who want no archive");
        site.with(builder -> builder.workers(1));
        assertThat(again("workers").written()).isZero();
    }

    @Test
    void templates() throws IOException {
        Path template = folder.resolve("templates/partials/notes.txt");
        Files.createDirectories(template.getParent());
        Files.writeString(template, "x");
        assertThat(again("a file that no template uses").written()).isZero();
        Path home = folder.resolve("templates/pages/home.ftlh");
        Files.createDirectories(home.getParent());
        Files.writeString(home, "<p>Home</p>");
        again("a template");
        Files.writeString(home, "<p>Homes</p>");
        again("a changed template");
        Path style = folder.resolve("templates/assets/archive.css");
        Files.createDirectories(style.getParent());
        Files.writeString(style, "p {}");
        again("a style");
        Files.delete(style);
        Files.delete(home);
        again("the built-in ones again");
    }

    @Test
    void factsOfLists() throws IOException {
        ListOptions[] facts = {new ListOptions("users", List.of(), "", "Users", "")};
        site.with(builder -> builder.list(facts[0]));
        again("a title");
        facts[0] = new ListOptions("users", List.of(), "", "Users", "Who use it");
        again("a description");
        facts[0] = new ListOptions("users", List.of(), "u@x.org", "Users", "Who use it");
        again("an address");
        facts[0] = new ListOptions("dev", List.of(), "u@x.org", "Users", "Who use it");
        again("of the other list, which is first now");
    }

    @Test
    void namesThatMailGivesToItsList() throws IOException {
        give("dev", "named", "", "Named", "x");
        List<String> dev = lists.get("dev");
        String named = dev.remove(dev.size() - 1);
        dev.add("List-Id: The Devs <dev.x.org>\n" + named);
        again("a List-Id");
    }

    @Test
    void replies() throws IOException {
        give("dev", "r1", "d2", "Re: Plan 2", "A reply.");
        few("a reply at the end of its thread");
        give("users", "r2", "d3", "Re: Plan 3", "A reply in the other list.");
        few("a reply that the other list holds");
        give("users", "d4", "d3", "Plan 4", "Text 4");
        few("a copy in the other list");
        give("dev", "r3", "unknown", "Re: Unknown", "Answers nothing.");
        few("a new thread under a ghost");
        give("dev", "top", "", "Top", "The top arrives late.");
        few("a late parent");
        give("dev", "loose", "", "Plan 7", "Of the same subject.");
        few("a thread of the same subject");
        give("dev", "d7", "", "Plan 7", "Another message of the same id.");
        few("a variant");
        give("dev", "d7", "", "Plan 7", "Text 7");
        assertThat(again("a duplicate").written()).isZero();
    }

    @Test
    void mentionedIds() throws IOException {
        give("users", "later", "", "Later", "It comes.");
        few("a mentioned message comes");
        give("dev", "later", "", "Later", "It comes.");
        few("a mentioned message comes to the list itself");
        lists.get("users").removeIf(message -> message.contains("<gone@x.org>"));
        few("a mentioned message goes");
        lists.get("users").removeIf(message -> message.contains("<u3@x.org>"));
        few("another goes");
    }

    @Test
    void changedMail() throws IOException {
        List<String> dev = lists.get("dev");
        dev.set(3, dev.get(3).replace("Text 3", "Another text"));
        few("an edited text");
        dev.set(3, dev.get(3).replace("Subject: Plan 3", "Subject: Other"));
        few("an edited subject");
        dev.set(3, dev.get(3).replace("A d", "Ada"));
        few("an edited name");
        dev.remove(1);
        few("a removed message in the middle");
        dev.add(0, dev.remove(4));
        again("another order");
        dev.set(2, dev.get(2).replace("1 Jan 2024", "1 Feb 2024"));
        again("another date");
        lists.get("users").clear();
        give("users", "only", "d5", "Re: Plan 5", "Only this.");
        again("all but one removed");
        lists.put("third", new ArrayList<>());
        give("third", "t1", "d5", "Re: Plan 5", "A third list.");
        again("a list more");
    }

    @Test
    void orderOfWhatIsRemoved() throws IOException {
        Path removals = folder.resolve("removals");
        Files.writeString(removals, "message <bad@x.org> 2026-03-01 A wish\n");
        site.with(builder -> builder.removals(removals));
        List<String> dev = lists.get("dev");
        int first = dev.size();
        give("dev", "root", "", "Root", "x");
        give("dev", "bad", "root", "Re: Root", "What is to be forgotten.");
        give("dev", "child", "bad", "Re: Root", "x");
        dev.subList(first, dev.size()).replaceAll(m -> m.replaceFirst("11:..:00", "10:00:00"));
        again("a removed message and its answer, sent in one second");
        dev.add(dev.remove(first + 1));
        again("the answer came first");
    }

    @Test
    void authors() throws IOException {
        lists.get("dev").add(0, message("first", "", "First", "x").replace("A f", "Ada"));
        again("an earlier message, by which the author is called");
        lists.get("users").add(0, message("none", "", "First", "x").replace(" <a@x.org>", ""));
        again("an author without an address");
    }

    @Test
    void whatOthersWroteLater() throws IOException {
        String later = message("later-on", "", "Later", "x").replace("<a@", "<b@");
        lists.get("dev").add("Received: from x; Fri, 1 Mar 2024 09:12:00 +0000\n" + later);
        Map<Path, String> before = pagesOfAuthors();
        few("a month that begins");
        assertThat(pagesOfAuthors()).as("who wrote nothing then").containsAllEntriesOf(before);
        lists.get("dev").add(message("d8", "d7", "Plan 8", "By the first one again."));
        few("more by one author");
    }

    /** What everybody wrote to the list, by where it stands. */
    private Map<Path, String> pagesOfAuthors() throws IOException {
        Map<Path, String> pages = new LinkedHashMap<>();
        Path authors = site.site().resolve("dev/authors");
        try (Stream<Path> folders = Files.list(authors).filter(Files::isDirectory)) {
            for (Path folder : folders.toList()) {
                pages.put(folder, Files.readString(folder.resolve("index.html")));
            }
        }
        return pages;
    }

    @Test
    void versionsOfPatches() throws IOException {
        give("dev", "p1", "", "[PATCH 1/2] Mend it", "Text");
        give("users", "p1r", "p1", "Re: [PATCH 1/2] Mend it", "Reviewed-by: A R <r@x.org>");
        few("a patch and a review in the other list");
        give("dev", "p1r", "p1", "Re: [PATCH 1/2] Mend it", "Acked-by: A R <r@x.org>");
        few("a variant of the review, in the list of the patch");
        give("users", "p2", "", "[PATCH v2 1/2] Mend it", "Another text");
        few("a version in the other list");
        give("users", "p22", "p2", "[PATCH v2 2/2] Mend more", "A text");
        few("the patch that was missing");
        give("dev", "p3", "p1r", "[PATCH v3] Mend it", "Text");
        few("a version in answer to the review");
        lists.get("users").removeIf(message -> message.contains("<p2@x.org>"));
        few("a version goes");
    }

    @Test
    void attachments() throws IOException {
        give("dev", "file", "d2", "A file", "PART");
        List<String> dev = lists.get("dev");
        String parts =
                """
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain

                See.
                --b
                Content-Type: application/pdf
                Content-Disposition: attachment; filename="a.pdf"

                %PDF
                --b--
                """;
        String plain = dev.remove(dev.size() - 1);
        dev.add(plain.replace("Content-Type: text/plain\n\nPART\n", parts));
        few("a file");
        give("users", "n", "", "New", "x");
        few("something else, while the index of files stays");
        dev.add(0, message("early", "", "Early", "x"));
        again("an earlier message");
        dev.removeIf(message -> message.contains("PDF"));
        few("the file goes");
    }

    @Test
    void problemsAreThoseOfAllMail() throws IOException {
        give("dev", "n", "", "New", "x");
        GenerationReport report = again("something else");
        assertThat(report.problems()).anyMatch(p -> p.place().startsWith("dev.mbox:"));
        give("users", "bad", "u0", "Bad", "caf\u00e9");
        again("another oddity");
        lists.get("dev").removeIf(message -> message.contains("<odd@x.org>"));
        again("the first goes");
    }

    @Test
    void monthsOfManyPages() throws IOException {
        for (int i = 0; i < 195; i++) {
            give("dev", "many" + i, i % 5 == 0 ? "" : "many" + (i - i % 5), "Many", "x");
        }
        again("nearly two pages");
        for (int i = 195; i < 215; i++) {
            give("dev", "many" + i, "", "More", "x");
        }
        again("two pages");
        lists.get("dev").add(3, message("before", "", "Before", "x"));
        again("an earlier message");
    }

    @Test
    void addressesThatOthersHadBefore() throws IOException {
        give("dev", "Case", "", "Case", "x");
        few("an id");
        List<String> dev = lists.get("dev");
        dev.add(0, message("case", "", "Case", "Came in before."));
        again("one that takes its place");
    }

    @Test
    void filesOfAFolder() throws IOException {
        Path cur = Files.createDirectories(folder.resolve("mail/md/cur"));
        Files.createDirectories(folder.resolve("mail/md/new"));
        Path second = cur.resolve("1704110402.1.host:2,S");
        Files.writeString(second, message("f2", "f1", "Files", "Second."));
        again("a Maildir");
        Path first = cur.resolve("1704110401.1.host:2,S");
        Files.writeString(first, message("f1", "", "Files", "First, with \u00e9."));
        again("a message before the first");
        Files.move(first, cur.resolve("1704110401.1.host:2,RS"));
        assertThat(again("another name").written()).isZero();
        Files.delete(second);
        again("one less");
    }

    @Test
    void otherTimeOfTheSameMail() throws IOException {
        Path mbox = folder.resolve("mail/dev.mbox");
        Files.setLastModifiedTime(mbox, FileTime.fromMillis(1_100_000_000_000L));
        assertThat(again("another time").written()).isZero();
    }

    @Test
    void filesThatSomebodyTouched() throws IOException {
        Files.delete(folder.resolve("state/units"));
        assertThat(again("half of the state lost").written()).isZero();
        Files.writeString(site.site().resolve("index.html"), "defaced");
        give("dev", "n", "", "New", "x");
        again("a page defaced");
        try (Stream<Path> all = Files.walk(site.site())) {
            for (Path file : all.filter(f -> f.toString().endsWith(".gz")).toList()) {
                Files.writeString(file, "defaced");
            }
        }
        Files.delete(site.site().resolve("dev/d1@x.org/index.html"));
        give("dev", "n2", "", "New", "x");
        again("mail defaced, and a page removed");
    }

    @Test
    void mailIsAddedBehindMessagesWithRepairedHeaders() throws IOException {
        lists.get("dev")
                .add(2, message("no-id", "", "Odd", "No id.").replaceFirst("Message-ID.*\n", ""));
        lists.get("dev")
                .add(
                        4,
                        message("no-day", "", "Odd", "No day.")
                                .replaceFirst("Date.*\n", "Date: soon\n"));
        again("repaired headers");
        for (int i = 0; i < 3; i++) {
            give("dev", "more" + i, "d1", "Re: Plan 1", "More.");
            again("mail behind them");
        }
        lists.get("dev").add(message("late", "", "Odd", "No day.").replaceFirst("Date.*\n", ""));
        again("a last one without a day");
        give("dev", "last", "", "Plan", "From here on\nall is text.");
        again("a doubtful line");
        give("dev", "very-last", "", "Plan", "From there on\nall is text.");
        again("another doubtful line");
    }
}
