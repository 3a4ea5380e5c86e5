package dev.threadmill.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingRulesTest {

    @Test
    void refusesAHostNameThatIsNone() {
        for (String name : List.of("https://lists.example.org/", "localhost", "a b.org", "-.org")) {
            assertThatThrownBy(() -> ArchiveGenerator.builder().cname(name).build())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "archive.cname '"
                                    + name
                                    + "' is no host name; write it like lists.example.org");
        }
        assertThat(ArchiveGenerator.builder().cname("lists.example.org").options().cname())
                .isEqualTo("lists.example.org");
    }

    @Test
    void refusesASiteUrlThatIsNoneBeforeAnyMailIsRead() {
        for (String url :
                List.of(
                        "example.org/archive",
                        "ftp://example.org/",
                        "https:/archive",
                        "https://example.org/?a=b",
                        "https://example.org/#top")) {
            assertThatThrownBy(() -> ArchiveGenerator.builder().siteUrl(URI.create(url)).build())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "archive.siteUrl '"
                                    + url
                                    + "' is not the address of a site; write it like https://example.org/archive/");
        }
    }

    @Test
    void endsTheSiteUrlWithASlash() {
        for (String url : List.of("https://example.org/archive", "https://example.org/archive/")) {
            assertThat(ArchiveGenerator.builder().siteUrl(URI.create(url)).options().siteUrl())
                    .contains(URI.create("https://example.org/archive/"));
        }
        assertThat(
                        ArchiveGenerator.builder()
                                .siteUrl(URI.create("https://example.org"))
                                .options()
                                .siteUrl())
                .contains(URI.create("https://example.org/"));
    }

    @Test
    void refusesASiteUrlThatWouldTellAPassword() {
        assertRefused(
                () -> ArchiveGenerator.builder().siteUrl(URI.create("https://u:p@example.org/a")),
                "archive.siteUrl 'https://u:p@example.org/a' names a user, which every page would show; write it like https://example.org/a");
    }

    @Test
    void saysHowAHostOfOtherLettersIsWritten() {
        assertRefused(
                () -> ArchiveGenerator.builder().siteUrl(URI.create("https://münchen.example/")),
                "archive.siteUrl 'https://münchen.example/' has letters in its host that addresses do not have; write the host as xn--mnchen-3ya.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"german!", "de_DE", "e", "en--us"})
    void refusesALanguageThatIsNone(String language) {
        assertRefused(
                () -> ArchiveGenerator.builder().language(language),
                "archive.language '" + language + "' is no language; write it like en or pt-BR");
    }

    @Test
    void takesEnglishWhereNoLanguageIsSaid() {
        assertThat(ArchiveGenerator.builder().language(" ").options().language()).isEqualTo("en");
        assertThat(ArchiveGenerator.builder().language("pt-BR").options().language())
                .isEqualTo("pt-BR");
    }

    @Test
    void refusesMoreWorkersThanASystemHasRoomFor() {
        assertRefused(
                () -> ArchiveGenerator.builder().workers(100_000),
                "archive.workers is 100000; it can be 1 to 1024");
    }

    @ParameterizedTest
    @CsvSource({"site, site", "site, site/state", "state/site, state", "a/../site, site/x"})
    void keepsSiteAndStateApart(String site, String state) {
        assertRefused(
                () ->
                        ArchiveGenerator.builder()
                                .outputDirectory(Path.of(site))
                                .stateDirectory(Path.of(state)),
                "archive.stateDirectory '%s' and archive.outputDirectory '%s' are inside each other; name two folders side by side"
                        .formatted(Path.of(state), Path.of(site)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail/site", "mail", "mail/../mail/x/y"})
    void refusesToWriteIntoAFolderOfMail(String output, @TempDir Path folder) throws IOException {
        Path mail = Files.createDirectories(folder.resolve("mail"));
        Files.writeString(mail.resolve("dev.mbox"), "From a Mon Jan  1 00:00:00 2024\n\n\n");
        Path site = folder.resolve(output);
        assertThatThrownBy(
                        () ->
                                ArchiveGenerator.builder()
                                        .source(mail)
                                        .outputDirectory(site)
                                        .stateDirectory(folder.resolve("state"))
                                        .build()
                                        .generate(ProgressListener.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "archive.outputDirectory '%s' is inside archive.source '%s' and would be read as mail; name another folder, or name the mail in that one by <lists>"
                                .formatted(site, mail));
    }

    @Test
    void refusesATemplateFolderThatIsAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("message.ftlh"), "${subject}");
        assertRefused(
                () -> ArchiveGenerator.builder().templateDirectory(file),
                "archive.templateDirectory '"
                        + file
                        + "' is a file; name a folder that holds pages/, assets/ and the like");
    }

    @Test
    void refusesToWorkWithNobody() {
        assertThatThrownBy(() -> ArchiveGenerator.builder().workers(0).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("archive.workers is 0; it can be 1 to 1024");
    }

    private static void assertRefused(Supplier<ArchiveGeneratorBuilder> settings, String sentence) {
        assertThatThrownBy(() -> settings.get().build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }
}
