package dev.threadmill.archive.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.Corpora;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * b4, with which maintainers fetch and apply patches, works against a site on a plain web server.
 */
class B4Test {

    @TempDir static Path folder;

    private static @Nullable WebServer nginx;

    @TempDir Path own;

    /** A repository whose settings lead b4 to one list of the site. */
    private Tool repository(String list) throws IOException, InterruptedException {
        Tool.assumeInstalled("b4", "nginx", "git");
        Path mail = Corpora.file("crosspost-2023-06");
        if (nginx == null) {
            Sample.site(mail, folder);
            nginx = WebServer.nginx(folder.resolve("site"), folder, new Tool(folder));
        }
        Tool tool = new Tool(own);
        tool.run(own, "git", "init", "--quiet", "repository");
        Files.createDirectory(own.resolve("out"));
        String[][] settings = {
            {"user.name", "Tester"},
            {"user.email", "tester@example.org"},
            {"b4.midmask", nginx.address() + list + "/%s"},
            {"b4.linkmask", nginx.address() + list + "/%s"},
            {"b4.searchmask", ""},
            {"b4.attestation-policy", "off"}
        };
        for (String[] setting : settings) {
            tool.run(own, "git", "config", "--global", setting[0], setting[1]);
        }
        return tool;
    }

    @AfterAll
    static void stop() throws IOException {
        if (nginx != null) {
            nginx.close();
        }
    }

    private Path written(String extension) throws IOException {
        try (Stream<Path> files = Files.list(own.resolve("out"))) {
            return files.filter(file -> file.toString().endsWith(extension))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20230606193845.9627-1-mwilck@suse.com",
                "20230606193845.9627-4-mwilck@suse.com"
            })
    void fetchesAThreadByItsCoverLetterOrByOneOfItsPatches(String id) throws Exception {
        Tool tool = repository("linux-block");
        tool.run(own.resolve("repository"), "b4", "mbox", "-o", own.resolve("out").toString(), id);
        String mbox = Files.readString(written(".mbx"), StandardCharsets.ISO_8859_1);
        assertThat(mbox.lines().filter(line -> line.startsWith("From mboxrd@z "))).hasSize(16);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20230606193845.9627-1-mwilck@suse.com",
                "20230606193845.9627-4-mwilck@suse.com"
            })
    void gitAppliesASeriesThatItMadeReady(String id) throws Exception {
        assertThat(applied(repository("linux-block"), id))
                .containsExactly(
                        "bsg: increase number of devices",
                        "scsi: sg: increase number of devices",
                        "scsi: simplify scsi_stop_queue()");
    }

    @Test
    void gitAppliesASinglePatchThatItMadeReady() throws Exception {
        assertThat(applied(repository("linux-ext4"), "20230524104453.8734-1-jack@suse.cz"))
                .containsExactly("ext4: Fix fsync for non-directories");
    }

    /** The subjects of the commits that git makes of what b4 makes of a message. */
    private List<String> applied(Tool tool, String id) throws Exception {
        Path repository = own.resolve("repository");
        tool.run(repository, "b4", "am", "-o", own.resolve("out").toString(), id);
        Path mailbox = written(".mbx");
        Preimage.write(mailbox, repository);
        tool.run(repository, "git", "add", ".");
        tool.run(repository, "git", "commit", "--quiet", "--message", "As it was");
        tool.run(repository, "git", "am", mailbox.toString());
        return tool.run(repository, "git", "log", "--reverse", "--format=%s", ":/As.it.was..")
                .lines()
                .toList();
    }
}
