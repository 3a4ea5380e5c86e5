package dev.threadmill.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.ArchiveOptions.ListOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One list from several sources: each message once, from the source that knows it best. */
class SeveralSourcesTest {

    private static final String PIPERMAIL =
            """
            From ada at example.org  Mon Jan  1 10:00:00 2024
            From: ada at example.org (Ada Quill)
            Date: Mon, 01 Jan 2024 10:00:00 +0000
            Subject: [dev] Carding
            Message-ID: <1@example.org>

            Write to bo at example.org about the engine.
            -------------- next part --------------
            A non-text attachment was scrubbed...
            Name: engine.png
            From bo at example.org  Mon Jan  1 11:00:00 2024
            From: bo at example.org (Bo Reed)
            Date: Mon, 01 Jan 2024 11:00:00 +0000
            Subject: [dev] Re: Carding
            In-Reply-To: <1@example.org>
            Message-ID: <2@example.org>

            Only Pipermail has this one.

            From cy at example.org  Mon Jan  1 12:00:00 2024
            From: cy at example.org (Cy Weir)
            Date: Mon, 01 Jan 2024 12:00:00 +0000
            Subject: [dev] No id

            Mine had none, ask cy at example.org.

            """;

    private static final String MBOX =
            """
            From ada@example.org Mon Jan  1 10:00:05 2024
            Received: by lists.example.org; Mon, 1 Jan 2024 10:00:05 +0000
            From: Ada Quill <ada@example.org>
            To: dev@example.org
            Date: Mon, 1 Jan 2024 11:00:00 +0100
            Subject: [dev] Carding
            Message-ID: <1@example.org>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=b

            --b

            Write to bo@example.org about the engine.
            --b
            Content-Type: application/octet-stream; name=engine.bin

            engine
            --b--

            From cy@example.org Mon Jan  1 12:00:05 2024
            Received: by lists.example.org; Mon, 1 Jan 2024 12:00:05 +0000
            From: Cy Weir <cy@example.org>
            Date: Mon, 1 Jan 2024 12:00:00 +0000
            Subject: [dev] No id

            Mine had none, ask cy@example.org.

            From dot@example.org Mon Jan  1 13:00:05 2024
            From: Dot <dot@example.org>
            Date: Mon, 1 Jan 2024 13:00:00 +0000
            Subject: Re: [dev] Carding
            In-Reply-To: <2@example.org>
            Message-ID: <3@example.org>

            Only the mbox has this one.

            """;

    @TempDir Path folder;

    private GenerationReport generate(Path... sources) throws IOException {
        return ArchiveGenerator.builder()
                .list(new ListOptions("dev", Arrays.asList(sources), "", "", ""))
                .outputDirectory(folder.resolve("site"))
                .build()
                .generate(ProgressListener.NONE);
    }

    private Path given(String name, String mail) throws IOException {
        return Files.writeString(folder.resolve(name), mail);
    }

    private GeneratedSite site() {
        return new GeneratedSite(folder.resolve("site"));
    }

    private String raw(String page) {
        return new String(site().bytes("dev/" + page + "/raw"), StandardCharsets.UTF_8);
    }

    @Test
    void richerCopyOfEachMessageStays() throws IOException {
        Path old = given("2024.txt", PIPERMAIL);
        Path young = given("dev.mbox", MBOX);
        generate(old);
        List<String> before = site().files();

        GenerationReport report = generate(old, young);

        assertThat(report.messagesIn()).isEqualTo(6);
        assertThat(report.shown()).isEqualTo(4);
        assertThat(report.duplicates()).isEqualTo(2);
        assertThat(raw("1@example.org")).contains("Received:", "engine.bin").doesNotContain(" at ");
        assertThat(raw("2@example.org")).contains("Only Pipermail has this one.");
        assertThat(site().faults()).isEmpty();
        assertThat(site().files()).containsAll(before);
    }

    @Test
    void orderOfTheSourcesDoesNotDecideWhichCopyIsRicher() throws IOException {
        generate(given("dev.mbox", MBOX), given("2024.txt", PIPERMAIL));
        assertThat(raw("1@example.org")).contains("Received:").doesNotContain(" at ");
    }

    @Test
    void messageWithoutAnIdIsFoundInTheOtherSource() throws IOException {
        generate(given("2024.txt", PIPERMAIL));
        String page = nameless();
        generate(given("2024.txt", PIPERMAIL), given("dev.mbox", MBOX));
        assertThat(nameless()).isEqualTo(page);
        assertThat(raw(page)).contains("Received:");
    }

    private String nameless() {
        List<String> pages =
                site().files().stream().filter(file -> file.matches("dev/~[^/]+/raw")).toList();
        assertThat(pages).hasSize(1);
        return pages.get(0).split("/", -1)[1];
    }

    @Test
    void threadsRunThroughTheSources() throws IOException {
        generate(given("2024.txt", PIPERMAIL), given("dev.mbox", MBOX));
        Document thread = site().folder("dev/1@example.org/t/");
        assertThat(thread.select("article.message")).hasSize(3);
        assertThat(thread.select(".ghost")).isEmpty();
    }

    @Test
    void equalSourcesMakeTheSameSiteAsOne() throws IOException {
        generate(given("a.mbox", MBOX));
        Map<String, String> one = site().contents();
        GenerationReport report = generate(given("a.mbox", MBOX), given("b.mbox", MBOX));
        assertThat(site().contents()).isEqualTo(one);
        assertThat(report.duplicates()).isEqualTo(3);
    }

    @Test
    void differentMessagesUnderOneIdAreBothShown() throws IOException {
        String other =
                MBOX.replace("[dev] Carding", "Something else")
                        .replace("Mon, 1 Jan 2024 11:00:00", "Tue, 2 Jan 2024 11:00:00");
        GenerationReport report = generate(given("a.mbox", MBOX), given("b.mbox", other));
        assertThat(report.variants()).isEqualTo(1);
        assertThat(site().folder("dev/1@example.org/").text())
                .contains("[dev] Carding", "Something else");
    }

    @Test
    void otherSecondButSameSubjectIsTheSameMessage() throws IOException {
        String redated = MBOX.replace("Mon, 1 Jan 2024 1", "Tue, 2 Jan 2024 1");
        GenerationReport report = generate(given("a.mbox", MBOX), given("b.mbox", redated));
        assertThat(report.variants()).isZero();
        assertThat(report.shown()).isEqualTo(4); // the one without an id came at another time
    }

    @Test
    void copiesOfTheRicherSourceAreAllKeptInRaw() throws IOException {
        String second = MBOX.replace("10:00:05", "10:00:09");
        String first = second.substring(0, second.indexOf("From cy@"));
        generate(given("2024.txt", PIPERMAIL), given("dev.mbox", MBOX + first));
        assertThat(raw("1@example.org").split("(?m)^From ", -1)).hasSize(3);
        assertThat(site().folder("dev/1@example.org/").select("article.message")).hasSize(1);
    }
}
