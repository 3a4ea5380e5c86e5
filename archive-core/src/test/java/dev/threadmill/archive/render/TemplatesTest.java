package dev.threadmill.archive.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a template of one's own can do, and what it cannot. */
class TemplatesTest {

    @TempDir Path folder;

    private GivenArchive with(String name, String template) throws IOException {
        Path file = folder.resolve("templates").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, template);
        GivenArchive given = new GivenArchive().list("dev").templates(folder.resolve("templates"));
        return given.mail("a@example.org").subject("A <b> & c").in();
    }

    @Test
    void oneTemplateIsReplacedAndTheOthersStay() throws IOException {
        GivenArchive given = with("pages/message.ftlh", "Own: ${articles[0].subject}");
        assertThat(given.text("dev/a@example.org/index.html"))
                .isEqualTo("Own: A &lt;b&gt; &amp; c");
        assertThat(given.text("dev/index.html")).contains("Latest threads");
    }

    @Test
    void aPartialIsReplacedWhereverItIsUsed() throws IOException {
        GivenArchive given = with("partials/line.ftlh", "line of ${line.author}\n");
        assertThat(given.text("dev/a@example.org/index.html")).contains("line of Ann Ash");
        assertThat(given.text("dev/2024-03/index.html")).contains("line of Ann Ash");
    }

    /** A brace too few, and a browser forgets all that follows. */
    @Test
    void everyBlockOfTheStyleIsClosedWhereItEnds() {
        String style = new GivenArchive().list("dev").text("assets/archive.css");
        int depth = 0;
        for (String line : style.replaceAll("(?s)/\\*.*?\\*/", "").split("\n", -1)) {
            boolean opens = line.endsWith("{");
            assertThat(depth == 0 || line.isEmpty() || line.startsWith("  ") || line.equals("}"))
                    .as(line)
                    .isTrue();
            depth += opens ? 1 : line.endsWith("}") ? -1 : 0;
            assertThat(depth).as(line).isBetween(0, 2);
        }
        assertThat(depth).isZero();
    }

    @Test
    void assetsAreReplacedAndAdded() throws IOException {
        with("assets/logo.txt", "a logo");
        GivenArchive given = with("assets/archive.css", "body { color: red }");
        assertThat(given.text("assets/archive.css")).isEqualTo("body { color: red }");
        assertThat(given.text("assets/logo.txt")).isEqualTo("a logo");
        assertThat(given.text("assets/archive.js")).contains("file:");
    }

    @Test
    void whatDesktopsAndEditorsLeaveIsNoAsset() throws IOException {
        with("assets/.DS_Store", "icons");
        GivenArchive given = with("assets/archive.css~", "body { color: blue }");
        assertThat(given.files().keySet())
                .noneMatch(p -> p.contains(".DS_Store") || p.endsWith("~"));
    }

    @Test
    void anAssetWhoseNameIsNoAddressIsRefused() throws IOException {
        GivenArchive given = with("assets/my logo.svg", "<svg/>");
        assertThatThrownBy(given::files)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(
                        "my logo.svg: the name cannot stand in an address; rename it, with the letters a to z, digits, '.', '_' and '-' alone");
    }

    @Test
    void aMistakeIsToldWithItsPlace() throws IOException {
        GivenArchive given = with("pages/message.ftlh", "fine\n${articles[0].sbject}\n");
        assertThatThrownBy(given::files)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Path.of("pages", "message.ftlh") + ":2: ")
                .hasMessageContaining("sbject")
                .extracting(Throwable::getMessage)
                .asString()
                .doesNotContain("\n")
                .doesNotContain("----", "Tip:");
    }

    @Test
    void aMistakeOfSyntaxIsToldWithItsPlace() throws IOException {
        GivenArchive given = with("pages/message.ftlh", "fine\n<#if x>\n");
        assertThatThrownBy(given::files)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Path.of("pages", "message.ftlh").toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${'freemarker.template.utility.Execute'?new()('id')}",
                "${'freemarker.template.utility.ObjectConstructor'?new()('java.io.File', '/')}",
                "${head.getClass()}",
                "${head.class}",
                "${head.hashCode()}",
                "${head.toString()}",
                "${head?api.class}",
                "${articles?api.size()}",
                "${id.getBytes()}",
                "${template()}",
                "<#include '/etc/passwd'>",
                "<#include '../secret.txt'>",
                "<#include '../../../../../../../../etc/passwd'>",
                "<#import '../secret.txt' as x>"
            })
    void javaAndOtherFilesAreOutOfReach(String template) throws IOException {
        Files.writeString(folder.resolve("secret.txt"), "a secret");
        GivenArchive given = with("pages/message.ftlh", template);
        assertThatThrownBy(given::files).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLinkOutOfTheFolderIsNotFollowed() throws IOException {
        Files.writeString(folder.resolve("secret.txt"), "a secret");
        GivenArchive given = with("pages/message.ftlh", "<#include 'secret.ftlh'>");
        Path link = folder.resolve("templates/pages/secret.ftlh");
        try {
            Files.createSymbolicLink(link, folder.resolve("secret.txt"));
        } catch (IOException | UnsupportedOperationException e) {
            return; // no links on this file system
        }
        assertThatThrownBy(given::files).isInstanceOf(RuntimeException.class);
    }
}
