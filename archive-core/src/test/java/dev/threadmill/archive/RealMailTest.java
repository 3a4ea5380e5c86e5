package dev.threadmill.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.mail.Problem;
import dev.threadmill.archive.site.PageKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All the real mail there is, from its files to its pages: nothing is lost, nothing mangled. */
class RealMailTest {

    private static final String LOST = "\ufffd";

    private static final Pattern BASE64 =
            Pattern.compile("(?i)transfer-encoding:\\s*base64(?s:.*?)\n\n([A-Za-z0-9+/=\n]+)");

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lists/ksummit.mbox.gz",
                "lists/usrp-users-2020-03.mbox.gz",
                "lists/linux-mips-first3000.mbox.gz",
                "lists/linux-hams-2022-on.mbox.gz",
                "lists/extropians-1996.mbox.gz",
                "lists/pipermail-r-sig-mac-2010.txt.gz",
                "lists/pipermail-twisted-web.txt.gz",
                "crosspost-2023-06",
                "messages/mime4j"
            })
    void everyMessageIsShownAsItsAuthorMeantIt(String corpus) throws IOException {
        Path source = Corpora.file(corpus);
        if (corpus.startsWith("messages")) {
            source = copiedAsMail(source);
        }
        GenerationReport report =
                ArchiveGenerator.builder()
                        .source(source)
                        .outputDirectory(folder.resolve("site"))
                        .stateDirectory(folder.resolve("state"))
                        .pages(EnumSet.of(PageKind.MESSAGE, PageKind.RAW))
                        .failOn(Optional.empty())
                        .build()
                        .generate(ProgressListener.NONE);
        assertThat(report.problems())
                .noneMatch(p -> p.severity() == Problem.Severity.ERROR)
                .noneMatch(p -> p.sentence().contains("could not be"));
        GeneratedSite site = new GeneratedSite(folder.resolve("site"));
        long articles = 0;
        for (String file : site.pages()) {
            Document page = site.page(file);
            articles += page.select("article.message").size();
            if (page.text().contains(LOST) && site.has(raw(file))) {
                assertThat(heldBefore(site.bytes(raw(file)))).as(file).isTrue();
            }
        }
        assertThat(articles).isEqualTo(report.shown() + report.variants());
        long leftOut = report.leftOut().values().stream().mapToLong(Long::longValue).sum();
        assertThat(report.messagesIn()).isEqualTo(articles + report.duplicates() + leftOut);
    }

    /** The messages of that folder have names of their own. */
    private Path copiedAsMail(Path messages) throws IOException {
        Path mail = Files.createDirectories(folder.resolve("mail"));
        try (var files = Files.walk(messages)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".msg")).toList()) {
                String name = file.getFileName().toString().replace(".msg", ".eml");
                Files.copy(file, mail.resolve(name));
            }
        }
        return mail;
    }

    private static String raw(String page) {
        return page.replaceFirst("index\\.html$", "raw");
    }

    /** Whether the character for what cannot be decoded came with the mail. */
    private static boolean heldBefore(byte[] mail) {
        String text = new String(mail, StandardCharsets.ISO_8859_1).replace("\r", "");
        String sign =
                new String(LOST.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        if (text.contains(sign) || text.contains("=EF=BF=BD")) {
            return true;
        }
        Matcher part = BASE64.matcher(text);
        while (part.find()) {
            byte[] decoded = Base64.getMimeDecoder().decode(part.group(1));
            if (new String(decoded, StandardCharsets.ISO_8859_1).contains(sign)) {
                return true;
            }
        }
        return false;
    }
}
