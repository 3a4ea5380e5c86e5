package dev.threadmill.archive.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.threadmill.archive.ArchiveGenerator;
import dev.threadmill.archive.ArchiveGeneratorBuilder;
import dev.threadmill.archive.ArchiveOptions;
import dev.threadmill.archive.GeneratedSite;
import dev.threadmill.archive.GenerationReport;
import dev.threadmill.archive.ProgressListener;
import dev.threadmill.archive.Rebuilt;
import dev.threadmill.archive.mail.Account;
import dev.threadmill.archive.mail.AddressPolicy;
import dev.threadmill.archive.mail.MessageId;
import dev.threadmill.archive.mail.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the file of removals names is in nothing that is written, and all else stands as before. */
class RemovalsTest {

    private static final String SECRET = secret("");

    /** No product may hold any of these, as they are or encoded. */
    private static final List<String> FORGOTTEN =
            List.of("Zyzzyva", "quokka", "axolotl", "Wombatt", "bo@example.org", "pangolin.txt");

    @TempDir Path folder;

    private Path removals;

    @BeforeEach
    void mail() throws IOException {
        removals = folder.resolve("removals.txt");
        Files.createDirectories(folder.resolve("mail"));
        mbox(
                "dev",
                message("1", "", "Ada", "Plans", "What shall we do?\n"),
                SECRET,
                message("3", "<1@example.org> <2@example.org>", "Cy", "Re: Aardvark", "I agree.\n"),
                message(
                        "4",
                        "<2@example.org> <3@example.org>",
                        "Di",
                        "Re: Aardvark",
                        "> It is written on the yellow note\n\nNo, it is not.\n"),
                alone("5", "Bo Wombatt <bo@example.org>"),
                message("6", "", "Ada", "Other plans", "See <2@example.org>, <5@example.org>.\n"));
        mbox(
                "users",
                message("7", "", "Ada", "Users", "Hello.\n"),
                secret("List-Id: <users.example.org>\n"));
    }

    /** One message with all kinds of body: plain, quoted-printable, base64, and a file. */
    private static String secret(String header) {
        return header
                + "From: Bo Wombatt <bo@example.org>\nDate: Mon, 1 Jan 2024 11:02:00 +0000\n"
                + "Message-ID: <2@example.org>\nIn-Reply-To: <1@example.org>\n"
                + "Subject: Aardvark or Zyzzyva\nMIME-Version: 1.0\n"
                + "Content-Type: multipart/mixed; boundary=x\n\n"
                + "--x\n\nThe quokka knows.\nIt is written on the yellow note\n"
                + "--x\nContent-Type: text/plain\nContent-Transfer-Encoding: quoted-printable\n\n"
                + "An axo=\nlotl =3D it.\n"
                + "--x\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\n"
                + base64("The axolotl again.\n")
                + "\n--x\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n"
                + "Content-Disposition: attachment; filename=pangolin.txt\n\n"
                + base64("The quokka in a file.\n")
                + "\n--x--\n";
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String alone(String id, String from) {
        return "From: %s\nDate: Mon, 1 Jan 2024 11:0%s:00 +0000\nMessage-ID: <%s@example.org>\nSubject: Zyzzyva alone\n\nNothing but quokka.\n"
                .formatted(from, id, id);
    }

    private static String message(
            String id, String references, String from, String subject, String text) {
        return "From: %s <%s@example.org>\nDate: Mon, 1 Jan 2024 11:0%s:00 +0000\n"
                        .formatted(from, from.toLowerCase(java.util.Locale.ROOT), id)
                + "Message-ID: <%s@example.org>\nSubject: %s\n".formatted(id, subject)
                + (references.isEmpty() ? "" : "References: %s\n".formatted(references))
                + "\n"
                + text;
    }

    private void mbox(String list, String... messages) throws IOException {
        StringBuilder mbox = new StringBuilder();
        for (String message : messages) {
            mbox.append("From a@example.org Mon Jan  1 12:00:00 2024\n")
                    .append(message)
                    .append('\n');
        }
        Files.writeString(folder.resolve("mail").resolve(list + ".mbox"), mbox);
    }

    private void remove(String... lines) throws IOException {
        Files.write(removals, List.of(lines));
    }

    private GenerationReport generate(String site, UnaryOperator<ArchiveGeneratorBuilder> settings)
            throws IOException {
        return settings.apply(
                        ArchiveGenerator.builder()
                                .source(folder.resolve("mail"))
                                .siteUrl(URI.create("https://lists.example.org/"))
                                .outputDirectory(folder.resolve(site)))
                .build()
                .generate(ProgressListener.NONE);
    }

    private GenerationReport without(String... lines) throws IOException {
        remove(lines);
        return generate("site", settings -> settings.removals(removals));
    }

    private GeneratedSite site() {
        return new GeneratedSite(folder.resolve("site"));
    }

    /** Files that hold one of these words, in any of the ways in which they came in. */
    private List<String> holding(List<String> words) throws IOException {
        List<String> encoded = new ArrayList<>(words);
        SECRET.lines()
                .filter(line -> line.matches("VGhl[A-Za-z0-9+/=]{15,}"))
                .forEach(encoded::add);
        encoded.add("An axo=");
        assertThat(encoded).hasSize(words.size() + 3);
        List<String> found = new ArrayList<>();
        for (String file : site().files()) {
            byte[] bytes = site().bytes(file);
            if (file.endsWith(".gz")) {
                bytes = new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
            }
            String text = file + new String(bytes, StandardCharsets.UTF_8);
            encoded.stream().filter(text::contains).forEach(word -> found.add(file + ": " + word));
        }
        return found;
    }

    @Test
    void nothingOfARemovedMessageIsInAnyFile() throws IOException {
        generate("site", settings -> settings);
        assertThat(holding(FORGOTTEN)).hasSizeGreaterThan(40);

        GenerationReport report = without("author bo@example.org 2026-03-01 At their wish");

        assertThat(holding(FORGOTTEN)).isEmpty();
        assertThat(site().faults()).isEmpty();
        assertThat(report.leftOut()).isEqualTo(Map.of("removed", 3L));
        assertThat(report.messagesIn()).isEqualTo(8);
        assertThat(report.shown()).isEqualTo(5);
        assertThat(report.accounts())
                .filteredOn(account -> account.outcome() == Account.Outcome.REMOVED)
                .hasSize(3)
                .allMatch(account -> account.why().equals("removed 2026-03-01: At their wish"));
        assertThat(report.problemsFile()).content().contains("\"removed\"");
    }

    @Test
    void aTombstoneStandsAtItsAddressAndInItsThread() throws IOException {
        without("message <2@example.org> 2026-03-01 Its author's wish.");

        Document stone = site().folder("dev/2@example.org/");
        assertThat(stone.select("h1").text()).isEqualTo("This message was removed");
        assertThat(stone.select("main p").text())
                .contains("It was removed on 2026-03-01: Its author's wish.");
        assertThat(stone.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
        assertThat(stone.select(".overview [data-depth]").eachAttr("data-depth"))
                .containsExactly("0", "1", "2", "3");
        assertThat(stone.select(".overview a").eachAttr("href"))
                .containsExactly(
                        "../1@example.org/",
                        "../2@example.org/",
                        "../3@example.org/",
                        "../4@example.org/");
        assertThat(stone.select(".overview .removed").text())
                .isEqualTo("[removed] ` <2@example.org>");
        assertThat(site().has("dev/2@example.org/raw")).isFalse();

        for (String view : List.of("t", "flat")) {
            Document page = site().folder("dev/1@example.org/" + view + "/");
            assertThat(page.select("article, .ghost").eachAttr("data-depth"))
                    .as(view)
                    .containsExactly("0", "1", "2", "3");
            assertThat(page.select(".ghost").text()).isEqualTo("[removed] <2@example.org>");
            assertThat(page.select(".ghost a").attr("href")).isEqualTo("../../2@example.org/");
        }
        assertThat(site().folder("dev/3@example.org/").select("#t").text())
                .isEqualTo("Re: Aardvark");
        String sitemaps =
                site().files().stream()
                        .filter(file -> file.contains("sitemap"))
                        .map(file -> new String(site().bytes(file), StandardCharsets.UTF_8))
                        .collect(Collectors.joining());
        assertThat(sitemaps).contains("/3@example.org/").doesNotContain("/2@example.org/");
    }

    @Test
    void aMessageWithoutAThreadHasATombstoneToo() throws IOException {
        without("message 5@example.org 2026-03-01");

        assertThat(site().folder("dev/5@example.org/").select("main").text())
                .contains("It was removed on 2026-03-01.");
        Element link = site().folder("dev/6@example.org/").select("pre a[href*=5@]").first();
        assertThat(link).isNotNull();
        assertThat(link.attr("href")).isEqualTo("../5@example.org/");
    }

    @Test
    void aListThatShowsNothingOfTheThreadLeadsToIt() throws IOException {
        without("message <2@example.org> 2026-03-01");

        Document stone = site().folder("users/2@example.org/");
        assertThat(stone.select("h1").text()).isEqualTo("This message was removed");
        assertThat(stone.select("main p a").attr("href")).isEqualTo("../../dev/1@example.org/t/");
    }

    @Test
    void theHashOfTheBytesRemovesTheCopiesOfOtherListsToo() throws Exception {
        String hash = "content sha256:" + sha256(SECRET) + " 2026-03-01";
        GenerationReport report = without(hash, "message <5@example.org> 2026-03-01");

        assertThat(report.leftOut()).isEqualTo(Map.of("removed", 3L));
        assertThat(report.problems()).noneMatch(p -> p.severity() == Problem.Severity.WARNING);
        assertThat(holding(FORGOTTEN)).isEmpty();
    }

    private static String sha256(String message) throws NoSuchAlgorithmException {
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @Test
    void anotherMessageUnderItsIdStays() throws IOException {
        String other = message("2", "", "Ed", "Another", "Under an id in use.\n");
        mbox("other", other.replace("11:02", "11:09"));
        without("author bo@example.org 2026-03-01");

        assertThat(site().folder("other/2@example.org/").select("main").text())
                .contains("Under an id in use.");
        assertThat(site().folder("dev/2@example.org/").select("h1").text())
                .isEqualTo("This message was removed");
        assertThat(site().faults()).isEmpty();
    }

    @Test
    void aCopyWithoutAnIdGoesToo() throws IOException {
        Files.createDirectories(folder.resolve("mail/two"));
        Path first = folder.resolve("mail/two/2024-01.mbox");
        Path second = folder.resolve("mail/two/2024-02.mbox");
        String from = "From a@example.org Mon Jan  1 12:00:00 2024\n";
        String message = alone("8", "Bo Wombatt <bo@example.org>");
        Files.writeString(first, from + message + "\n");
        Files.writeString(second, from + message.replaceAll("Message-ID.*\n", "") + "\n");
        remove("message <8@example.org> 2026-03-01");
        ArchiveOptions.ListOptions two =
                new ArchiveOptions.ListOptions("two", List.of(first, second), "", "", "");
        GenerationReport report =
                ArchiveGenerator.builder()
                        .list(two)
                        .outputDirectory(folder.resolve("site"))
                        .removals(removals)
                        .build()
                        .generate(ProgressListener.NONE);

        assertThat(report.leftOut()).isEqualTo(Map.of("removed", 2L));
        assertThat(holding(FORGOTTEN)).isEmpty();
    }

    @Test
    void idsThatAreHiddenAreNamedByTheirAddresses() throws IOException {
        String name = new MessageId("2@example.org").hashed();
        remove("message " + name + " 2026-03-01 Ask jo@example.org");
        generate(
                "site",
                settings ->
                        settings.removals(removals)
                                .addresses(AddressPolicy.of(AddressPolicy.Mode.MASK)));

        Document stone = site().folder("dev/" + name + "/");
        assertThat(stone.select("h1").text()).isEqualTo("This message was removed");
        assertThat(stone.text()).doesNotContain("jo@example.org");
        assertThat(site().faults()).isEmpty();
    }

    @Test
    void whoQuotesItIsReported() throws IOException {
        GenerationReport report = without("message <2@example.org> 2026-03-01");

        assertThat(report.problems())
                .extracting(Problem::sentence)
                .containsExactly(
                        "its page 'dev/4@example.org/' quotes 1 line of removed mail, such as '2@example.org'; what others quote stays, so ask them, or remove it too");
        assertThat(report.accounts())
                .filteredOn(account -> !account.problems().isEmpty())
                .extracting(Account::id)
                .containsExactly(Optional.of(new MessageId("4@example.org")));
    }

    @Test
    void aLineThatMeetsNothingIsReported() throws IOException {
        GenerationReport report =
                without("# a comment", "", "message <none@example.org> 2026-03-01");

        assertThat(report.problems()).isEmpty();
        assertThat(report.remarks())
                .extracting(Problem::toString)
                .containsExactly(
                        removals
                                + ":3: no message has the Message-ID 'none@example.org'; mend the line, or take it out if no source has that mail any more");
    }

    @Test
    void withoutTheFileAllIsAsIfItHadNeverBeen() throws IOException {
        generate("never", settings -> settings);
        without("author bo@example.org 2026-03-01");
        generate("site", settings -> settings);

        assertThat(site().contents())
                .isEqualTo(new GeneratedSite(folder.resolve("never")).contents());
    }

    @Test
    void linesThatComeAndGo() throws IOException {
        Rebuilt site = new Rebuilt(folder, folder.resolve("mail"));
        site.again("all");
        remove();
        site.with(settings -> settings.removals(removals));
        assertThat(site.again("no line").written()).isZero();
        remove("message <2@example.org> 2026-03-01");
        site.again("a removal");
        remove("message <2@example.org> 2026-03-02 For another reason");
        site.again("another reason");
        remove("message <2@example.org> 2026-03-02", "message <none@example.org> 2026-03-02");
        site.again("a line that meets nothing");
        remove("author bo@example.org 2026-03-01");
        site.again("an author");
        remove("author ada@example.org 2026-03-01");
        site.again("a thread's top");
        remove();
        site.again("no line any more");
    }

    @Test
    void wrongLinesStopTheBuild() {
        assertRefused("mesage <1@example.org> 2026-03-01", "is no removal; write it like 'message");
        assertRefused("message <1@example.org>", "has no day; write it like 'message");
        assertRefused("message <1@example.org> 2026-02-30", "is no day; write one like 2026-03-01");
        assertRefused("author Jane 2026-03-01", "is no address; write it like 'author jane@");
        assertRefused("content sha256:12 2026-03-01", "is no hash; write sha256: and its 64");
    }

    private void assertRefused(String line, String says) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> without("# one", line))
                .withMessageStartingWith(removals + ":2: '")
                .withMessageContaining(says);
    }

    @Test
    void aFileThatIsNotThereStopsTheBuild() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> generate("site", settings -> settings.removals(removals)))
                .withMessage(
                        "archive.removals: there is no file '"
                                + removals
                                + "'; correct the path, or create it");
    }
}
