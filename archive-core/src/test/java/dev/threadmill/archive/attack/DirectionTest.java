package dev.threadmill.archive.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.ArchiveGenerator;
import dev.threadmill.archive.GeneratedSite;
import dev.threadmill.archive.GenerationReport;
import dev.threadmill.archive.ProgressListener;
import dev.threadmill.archive.mail.AddressPolicy;
import dev.threadmill.archive.mail.Problem;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Nothing that is not seen changes how a page, a feed or the name of a file reads. Characters that
 * turn the direction of writing are named instead ({@code [U+202E]}); controls are shown by their
 * pictures. The marks of Hebrew and Arabic stay: they act like one letter.
 */
class DirectionTest {

    /** Controls, but for tab and newline, and what turns the direction of what follows. */
    private static final Pattern FORBIDDEN =
            Pattern.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u202a-\\u202e\\u2066-\\u2069]");

    /** How HTML, XML, JSON and addresses say a character without writing it. */
    private static final Pattern REFERENCE =
            Pattern.compile("&#(?:x([0-9a-fA-F]+)|(\\d+));|\\\\u([0-9a-fA-F]{4})");

    /** Files that hold what came as it came: that is what they are for. */
    private static final Pattern AS_IT_CAME =
            Pattern.compile(".*/(raw|(\\d+_)?\\d+(\\.\\d+)*-\\w+\\.\\w+|[^/]*\\.gz)");

    @TempDir Path folder;

    private GenerationReport report;

    @ParameterizedTest
    @EnumSource(AddressPolicy.Mode.class)
    void isNeverTurnedByMail(AddressPolicy.Mode mode) throws IOException {
        for (Map.Entry<String, byte[]> message : HostileMail.written().entrySet()) {
            put(message.getKey(), message.getValue());
        }
        GeneratedSite site = generate(AddressPolicy.of(mode));
        List<String> found = new ArrayList<>();
        int named = 0;
        for (String file : site.files()) {
            if (AS_IT_CAME.matcher(file).matches()) {
                continue;
            }
            String text = decoded(new String(site.bytes(file), StandardCharsets.UTF_8));
            Matcher forbidden = FORBIDDEN.matcher(text);
            if (forbidden.find()) {
                found.add(file + ": U+" + Integer.toHexString(forbidden.group().charAt(0)));
            }
            named += text.contains("U+202E") ? 1 : 0;
            assertThat(file.chars()).as(file).allMatch(c -> c > ' ' && c < 0x7f);
        }
        assertThat(found).isEmpty();
        assertThat(report.problems()).noneMatch(p -> FORBIDDEN.matcher(p.toString()).find());
        assertThat(named).isGreaterThan(10);
    }

    @Test
    void isNamedWhereverNamesAndSubjectsStand() throws IOException {
        put(
                "turned",
                """
                From: "Ma\u202Ellory" <m@example.org>
                Subject: gnp.\u202Eexe
                Date: Fri, 01 Mar 2024 08:00:00 +0000
                Message-ID: <turned@example.org>
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain; charset=\u202Eeslaf

                gnp.\u202Eexe
                --b
                Content-Type: application/octet-stream
                Content-Disposition: attachment; filename="gnp.\u202Eexe"

                x
                --b--
                """
                        .getBytes(StandardCharsets.UTF_8));
        GeneratedSite site = generate(AddressPolicy.SHOW);
        Document page = site.folder("attack/turned@example.org/");
        assertThat(page.title()).isEqualTo("gnp.[U+202E]exe - Ma[U+202E]llory");
        assertThat(page.select("meta[property=og:title]").attr("content")).isEqualTo(page.title());
        assertThat(page.select("script[type*=json]").html())
                .contains("\"headline\":\"gnp.[U+202E]exe\"", "Ma[U+202E]llory");
        assertThat(page.select("a[download]").attr("download")).isEqualTo("gnp.[U+202E]exe");
        assertThat(page.select("pre.body").text()).contains("gnp.U+202Eexe");
        assertThat(site.files()).contains("attack/turned@example.org/2-gnp.bin");
        assertThat(report.problems())
                .extracting(Problem::sentence)
                .anyMatch(sentence -> sentence.contains("'[U+202E]eslaf'"));
        for (String feed : List.of("attack/new.atom", "attack/new.json", "new.atom")) {
            assertThat(new String(site.bytes(feed), StandardCharsets.UTF_8))
                    .contains("gnp.[U+202E]exe", "Ma[U+202E]llory");
        }
    }

    @Test
    void leavesTheMarksOfHebrewAndArabicAlone() throws IOException {
        put(
                "marks",
                """
                From: Ann <ann@example.org>
                Subject: \u05e9\u05dc\u05d5\u05dd!\u200f 1.2\u200e
                Date: Fri, 01 Mar 2024 08:00:00 +0000
                Message-ID: <marks@example.org>
                Content-Type: text/plain; charset=utf-8

                \u05e9\u05dc\u05d5\u05dd!\u200f \u0627\u061c1
                """
                        .getBytes(StandardCharsets.UTF_8));
        Document page = generate(AddressPolicy.SHOW).folder("attack/marks@example.org/");
        assertThat(page.title()).startsWith("\u05e9\u05dc\u05d5\u05dd!\u200f 1.2\u200e");
        assertThat(page.select("pre.body").text()).contains("!\u200f \u0627\u061c1");
    }

    private void put(String name, byte[] message) throws IOException {
        Path list = Files.createDirectories(folder.resolve("mail/attack"));
        Files.write(list.resolve(name + ".eml"), message);
    }

    private GeneratedSite generate(AddressPolicy policy) throws IOException {
        report =
                ArchiveGenerator.builder()
                        .source(folder.resolve("mail"))
                        .outputDirectory(folder.resolve("site"))
                        .templateDirectory(folder.resolve("templates"))
                        .siteUrl(URI.create("https://archive.example.org/"))
                        .addresses(policy)
                        .failOn(Optional.empty())
                        .build()
                        .generate(ProgressListener.NONE);
        return new GeneratedSite(folder.resolve("site"));
    }

    private static String decoded(String text) {
        return REFERENCE
                .matcher(text)
                .replaceAll(
                        reference -> {
                            String hex =
                                    reference.group(1) != null
                                            ? reference.group(1)
                                            : reference.group(3);
                            int c =
                                    hex == null
                                            ? Integer.parseInt(reference.group(2))
                                            : Integer.parseInt(hex, 16);
                            return Matcher.quoteReplacement(Character.toString(c));
                        });
    }
}
