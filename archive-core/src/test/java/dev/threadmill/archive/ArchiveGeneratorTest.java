package dev.threadmill.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadmill.archive.ArchiveOptions.ListOptions;
import dev.threadmill.archive.mail.Problem;
import dev.threadmill.archive.site.PageKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way, on mail small enough to be read here. */
class ArchiveGeneratorTest {

    private static final String TWO_MESSAGES =
            """
            From ada@example.org Mon Jan  1 10:00:00 2024
            From: Ada Quill <ada@example.org>
            Date: Mon, 1 Jan 2024 11:00:00 +0100
            Subject: Carding
            Message-ID: <1@example.org>

            How is the carding engine?

            From bo@example.org Mon Jan  1 12:00:00 2024
            From: Bo Reed <bo@example.org>
            Date: Mon, 1 Jan 2024 12:00:00 +0000
            Subject: Re: Carding
            Message-ID: <2@example.org>
            In-Reply-To: <1@example.org>

            On Mon, Ada Quill wrote:
            > How is the carding engine?

            It cards.

            """;

    @TempDir Path folder;

    @Test
    void mailBecomesASite() throws IOException {
        GenerationReport report = generate(given("dev.mbox", TWO_MESSAGES));
        assertThat(report.messagesIn()).isEqualTo(2);
        assertThat(report.shown()).isEqualTo(2);
        assertThat(report.threads()).isEqualTo(1);
        GeneratedSite site = site();
        assertThat(site.faults()).isEmpty();
        assertThat(site.folder("dev/2@example.org/").text()).contains("It cards.", "Bo Reed");
        assertThat(site.files())
                .contains(
                        "index.html",
                        "404.html",
                        "dev/index.html",
                        "dev/2024-01/index.html",
                        "dev/1@example.org/t/index.html",
                        "dev/1@example.org/flat/index.html",
                        "dev/1@example.org/t.mbox.gz",
                        "dev/1@example.org/t.atom",
                        "dev/1@example.org/raw",
                        "dev/new.atom");
    }

    @Test
    void secondRunWritesNothing() throws IOException {
        Path mail = given("dev.mbox", TWO_MESSAGES);
        generate(mail);
        GenerationReport second = generate(mail);
        assertThat(second.written()).isZero();
        assertThat(second.removed()).isZero();
        assertThat(second.files()).isNotEmpty();
    }

    @Test
    void pageThatSomebodyChangedIsMadeAgainAndNamed() throws IOException {
        Path mail = given("dev.mbox", TWO_MESSAGES);
        generate(mail);
        Path page = folder.resolve("site/dev/1@example.org/index.html");
        String before = Files.readString(page);
        Files.writeString(page, "defaced");
        GenerationReport second = generate(mail);
        assertThat(page).hasContent(before);
        assertThat(second.problems()).isEmpty();
        assertThat(second.remarks())
                .extracting(Problem::toString)
                .containsExactly(
                        "archive.outputDirectory: 1 file, 'dev/1@example.org/index.html', had been"
                                + " changed or removed since the last build; written again");
    }

    @Test
    void guessedCharsetIsSaidOnceAndAboveItsText() throws IOException {
        Path source = folder.resolve("dev.mbox");
        String mail =
                """
                From a@example.org Mon Jan  1 10:00:00 2024
                Message-ID: <1@example.org>
                Date: Mon, 1 Jan 2024 11:00:00 +0000

                caf\u00e9
                """;
        Files.writeString(source, mail, StandardCharsets.ISO_8859_1);
        assertThat(generate(source).problems()).hasSize(1);
        assertThat(Files.readString(folder.resolve("site/dev/1@example.org/index.html")))
                .containsOnlyOnce("windows-1252")
                .contains("The character set of this text was guessed: windows-1252.");
    }

    @Test
    void eachProblemIsReportedOnceInSourceOrder() throws IOException {
        StringBuilder mail = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            mail.append("From a@example.org Mon Jan  1 10:00:00 2024\n")
                    .append("Message-ID: <" + i + "@example.org>\n")
                    .append("Date: Mon, 1 Jan 2024 11:00:00 +0000\n\n")
                    .append("caf\u00e9\n\n");
        }
        Path source = folder.resolve("dev.mbox");
        Files.writeString(source, mail, StandardCharsets.ISO_8859_1);
        GenerationReport report = generate(source);
        assertThat(report.problems())
                .hasSize(40)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo(
                        java.util.Comparator.comparingInt(
                                p -> Integer.parseInt(p.place().substring(9))));
    }

    @Test
    void filesOfAFolderComeInTheOrderOfTheirArrival() throws IOException {
        Path maildir = folder.resolve("dev");
        for (String sub : List.of("cur", "new", "tmp")) {
            Files.createDirectories(maildir.resolve(sub));
        }
        String[] messages = TWO_MESSAGES.split("(?m)^From .*\n", -1);
        Files.writeString(maildir.resolve("cur/1704110400.a.host:2,S"), messages[2]);
        Files.writeString(maildir.resolve("cur/1704103200.b.host:2,S"), messages[1]);
        GenerationReport report = generate(maildir);
        assertThat(report.shown()).isEqualTo(2);
        assertThat(site().folder("dev/2@example.org/").text()).contains("It cards.");
        String feed = new String(site().bytes("dev/1@example.org/t.atom"), StandardCharsets.UTF_8);
        assertThat(feed.indexOf("How is the carding")).isLessThan(feed.indexOf("It cards."));
    }

    @Test
    void workersZonesAndLocalesChangeNoByte() throws IOException {
        String ofManyParts = TWO_MESSAGES.replace("It cards.", "--b\n\nA part.\n".repeat(1_001));
        Path mail =
                given(
                        "dev.mbox",
                        ofManyParts.replace(
                                "In-Reply-To",
                                "Content-Type: multipart/mixed; boundary=b\nIn-Reply-To"));
        Map<String, String> expected = contents(mail, 1, Locale.ENGLISH, "UTC");
        assertThat(expected.get("problems")).contains("more than 1000 parts");
        Locale turkish = Locale.forLanguageTag("tr-TR");
        assertThat(contents(mail, 4, turkish, "Asia/Kathmandu")).isEqualTo(expected);
        assertThat(contents(mail, 4, Locale.forLanguageTag("ar-EG-u-nu-arab"), "UTC"))
                .isEqualTo(expected);
    }

    private Map<String, String> contents(Path mail, int workers, Locale locale, String zone)
            throws IOException {
        Locale locales = Locale.getDefault();
        TimeZone zones = TimeZone.getDefault();
        Path site = Files.createTempDirectory(folder, "site").resolve("archive");
        GenerationReport report;
        try {
            Locale.setDefault(locale);
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            report =
                    ArchiveGenerator.builder()
                            .source(mail)
                            .outputDirectory(site)
                            .workers(workers)
                            .build()
                            .generate(ProgressListener.NONE);
        } finally {
            Locale.setDefault(locales);
            TimeZone.setDefault(zones);
        }
        Map<String, String> contents = new TreeMap<>(new GeneratedSite(site).contents());
        contents.put("problems", report.problems().toString());
        return contents;
    }

    @Test
    void sourceThatDoesNotExistIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> generate(folder.resolve("mail/dev.mbox")))
                .withMessageContaining(folder.resolve("mail/dev.mbox").toString())
                .withMessageContaining("no such file or folder");
    }

    @Test
    void emptySourceIsNamed() throws IOException {
        Path empty = given("dev.mbox", "");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> generate(empty))
                .withMessageStartingWith("dev.mbox: the file is empty");
    }

    @Test
    void folderWithoutMailIsNoList() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("mail"));
        for (String name : List.of("", "dev")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () ->
                                    ArchiveGenerator.builder()
                                            .source(empty)
                                            .listName(name)
                                            .outputDirectory(folder.resolve("site"))
                                            .build()
                                            .generate(ProgressListener.NONE))
                    .withMessageContaining("no mail");
        }
    }

    @Test
    void sourceThatIsNoMailIsNamedAndTheSiteStands() throws IOException {
        generate(given("dev.mbox", TWO_MESSAGES));
        Map<String, String> before = site().contents();
        Path poem = given("poem.mbox", "Tyger tyger, burning bright\nIn the forests\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> generate(poem))
                .withMessageStartingWith("poem.mbox: the file is no mail");
        assertThat(site().contents()).isEqualTo(before);
    }

    @Test
    void foldersOfOthersAreNotWrittenTo() throws IOException {
        Path mail = given("dev.mbox", TWO_MESSAGES);
        Files.createDirectories(folder.resolve("site"));
        Files.writeString(folder.resolve("site/thesis.txt"), "years of work");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> generate(mail))
                .withMessageContaining("site");
        assertThat(folder.resolve("site")).isDirectoryNotContaining("glob:**.html");
    }

    @Test
    void outputThatCannotBeWrittenIsNamed() throws IOException {
        Path mail = given("dev.mbox", TWO_MESSAGES);
        Files.writeString(folder.resolve("site"), "a file");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> generate(mail))
                .withMessageContaining("site");
    }

    @Test
    void listsStandInTheOrderOfTheSettings() throws IOException {
        Path mail = Files.createDirectories(folder.resolve("mail"));
        Files.writeString(mail.resolve("announce.mbox"), TWO_MESSAGES);
        Files.writeString(mail.resolve("dev.mbox"), TWO_MESSAGES);
        ArchiveGenerator.builder()
                .source(mail)
                .list(new ListOptions("dev", List.of(), "dev@example.org", "Talk", ""))
                .siteUrl(java.net.URI.create("https://example.org/"))
                .outputDirectory(folder.resolve("site"))
                .build()
                .generate(ProgressListener.NONE);
        assertThat(
                        site().folder("announce/1@example.org/")
                                .select("link[rel=canonical]")
                                .attr("href"))
                .isEqualTo("https://example.org/dev/1@example.org/");
    }

    @Test
    void listsOfOneFolderAreNamed() throws IOException {
        Path mail = given("dev.mbox", TWO_MESSAGES);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                ArchiveGenerator.builder()
                                        .list(list("Dev", mail))
                                        .list(list("dev", mail))
                                        .outputDirectory(folder.resolve("site"))
                                        .build()
                                        .generate(ProgressListener.NONE))
                .withMessageContainingAll("'Dev'", "'dev'");
    }

    @Test
    void listOfTheSettingsThatTheSourceHoldsTooIsNamed() throws IOException {
        Path mail = given("dev.mbox", TWO_MESSAGES);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                ArchiveGenerator.builder()
                                        .list(list("dev", mail))
                                        .source(mail)
                                        .outputDirectory(folder.resolve("site"))
                                        .build()
                                        .generate(ProgressListener.NONE))
                .withMessage(
                        "lists 'dev' of <lists> and 'dev' of archive.source would share the folder 'dev' of the site; rename one of them, or leave archive.source out");
    }

    @Test
    void kindsOfPagesThatGoAreNamed() throws IOException {
        Path mail = given("dev.mbox", TWO_MESSAGES);
        generate(mail);
        Set<PageKind> fewer = PageKind.usual();
        fewer.removeAll(Set.of(PageKind.STATS, PageKind.AUTHORS));
        ArchiveGenerator generator =
                ArchiveGenerator.builder()
                        .source(mail)
                        .pages(fewer)
                        .outputDirectory(folder.resolve("site"))
                        .build();
        assertThat(generator.generate(ProgressListener.NONE).remarks())
                .extracting(Problem::toString)
                .singleElement()
                .asString()
                .contains("archive.pages")
                .contains("it leaves out authors, stats, which the last site had");
        assertThat(generator.generate(ProgressListener.NONE).remarks()).isEmpty();
    }

    @Test
    void listThatIsNowhereIsNamed() throws IOException {
        Path mail = Files.createDirectories(folder.resolve("mail"));
        Files.writeString(mail.resolve("dev.mbox"), TWO_MESSAGES);
        ArchiveGeneratorBuilder settings =
                ArchiveGenerator.builder()
                        .source(mail)
                        .list(new ListOptions("announce", List.of(), "", "", "", false))
                        .outputDirectory(folder.resolve("site"));
        settings.build().generate(ProgressListener.NONE);
        settings.list(new ListOptions("dve", List.of(), "dev@example.org", "", ""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings.build().generate(ProgressListener.NONE))
                .withMessage(
                        "list 'dve': it has no sources, and 'mail' holds no list of that name; give it <sources>, or correct its name");
    }

    @Test
    void truncatedSourceStopsBeforePublishing() throws IOException {
        generate(given("dev.mbox", TWO_MESSAGES));
        Map<String, String> before = site().contents();
        int half = TWO_MESSAGES.indexOf("From bo@");
        Path truncated = given("dev.mbox", TWO_MESSAGES.substring(0, half));
        assertThatThrownBy(() -> generate(truncated))
                .hasMessageContaining("1 message")
                .hasMessageContaining("archive.allowRemovals");
        assertThat(site().contents()).isEqualTo(before);

        ArchiveGenerator.builder()
                .source(truncated)
                .outputDirectory(folder.resolve("site"))
                .allowRemovals(true)
                .build()
                .generate(ProgressListener.NONE);
        assertThat(site().files()).noneMatch(file -> file.startsWith("dev/2@example.org"));
    }

    @Test
    void pagesThatTheSettingsTakeAwayAreSaidToBeSo() throws IOException {
        Path mail = given("dev.mbox", TWO_MESSAGES);
        generate(mail);
        ArchiveGeneratorBuilder settings =
                ArchiveGenerator.builder()
                        .source(mail)
                        .outputDirectory(folder.resolve("site"))
                        .pages(EnumSet.of(PageKind.NESTED));
        assertThatThrownBy(() -> settings.build().generate(ProgressListener.NONE))
                .hasMessage(
                        "2 message pages of the published site would go, dev/1@example.org/index.html for one, since archive.pages does not name them any more; nothing was published. Add 'message' to it, or set archive.allowRemovals=true");
    }

    @Test
    void listThatLosesItsNameIsSaid() throws IOException {
        generate(given("dev.mbox", TWO_MESSAGES));
        assertThatThrownBy(() -> generate(given("devel.mbox", TWO_MESSAGES)))
                .hasMessage(
                        "2 message pages of the published site would go, dev/1@example.org/index.html for one, since there is no list 'dev' any more; nothing was published. Give the list that name again, or bring its mail back, or set archive.allowRemovals=true");
    }

    @Test
    void listThatIsOnlyDescribedGivesWay() throws IOException {
        Path mail = given("dev.mbox", TWO_MESSAGES);
        ArchiveGeneratorBuilder settings =
                ArchiveGenerator.builder()
                        .list(list("my dev", mail))
                        .outputDirectory(folder.resolve("site"));
        for (String name : List.of("\u958b\u767a\u8005", "Search", "My-dev", "my_dev", "my_dev")) {
            settings.list(new ListOptions(name, List.of(), "", "", "", false));
        }
        assertThat(settings.build().generate(ProgressListener.NONE).shown()).isEqualTo(2);
        assertThat(site().files()).contains("my-dev/1@example.org/index.html");
    }

    @Test
    void siteIsNotWrittenAmongMessages() throws IOException {
        Path mail = Files.createDirectories(folder.resolve("mail"));
        Files.writeString(mail.resolve("1.eml"), "Subject: a\n\none\n");
        ArchiveGeneratorBuilder settings =
                ArchiveGenerator.builder().outputDirectory(mail.resolve("target/archive"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings.source(mail).build().generate(ProgressListener.NONE))
                .withMessageContaining("is inside archive.source");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                ArchiveGenerator.builder()
                                        .list(list("dev", mail))
                                        .outputDirectory(mail.resolve("target/archive"))
                                        .build()
                                        .generate(ProgressListener.NONE))
                .withMessageContaining("of the list 'dev' and would be read as mail");
    }

    @Test
    void damagedSourceStopsBeforePublishing() throws IOException {
        Path mail = folder.resolve("dev.mbox.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(mail))) {
            out.write(TWO_MESSAGES.repeat(100).getBytes(StandardCharsets.UTF_8));
        }
        byte[] bytes = Files.readAllBytes(mail);
        Files.write(mail, java.util.Arrays.copyOf(bytes, bytes.length - 20));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> generate(mail))
                .withMessageStartingWith("dev.mbox.gz")
                .withMessageContaining("archive.failOn=never");
        assertThat(folder.resolve("site")).doesNotExist();
    }

    private static ListOptions list(String name, Path source) {
        return new ListOptions(name, List.of(source), "", "", "");
    }

    private Path given(String name, String mail) throws IOException {
        return Files.writeString(folder.resolve(name), mail);
    }

    private GenerationReport generate(Path source) throws IOException {
        return ArchiveGenerator.builder()
                .source(source)
                .outputDirectory(folder.resolve("site"))
                .build()
                .generate(ProgressListener.NONE);
    }

    private GeneratedSite site() {
        return new GeneratedSite(folder.resolve("site"));
    }
}
