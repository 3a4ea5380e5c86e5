package dev.threadmill.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An inbox that public-inbox itself writes, changes and lets us mirror. */
class PublicInboxTest {

    @TempDir Path home;

    @BeforeEach
    void threeMessages() throws IOException, InterruptedException {
        for (String program : List.of("git", "public-inbox-init", "public-inbox-purge")) {
            assumeTrue(isInstalled(program), program + " is not installed");
        }
        run("", "public-inbox-init", "-V2", "-Lbasic", "dev", path("dev"), "http://x/", "dev@x");
        run("", "git", "config", "--file", path("config"), "publicinboxmda.spamcheck", "none");
        for (String id : List.of("1", "2", "3")) {
            run(message(id), "public-inbox-mda", "--no-precheck");
        }
        run("", "git", "clone", "-q", "--mirror", path("dev/git/0.git"), path("mirror/0.git"));
    }

    private static boolean isInstalled(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder).resolve(program)));
    }

    private static String message(String id) {
        return "From: a%s@example.org\nTo: dev@x\nDate: Mon, 1 Jan 2024 10:00:0%s +0000\nSubject: No. %s\nMessage-ID: <%s@example.org>\n\nText of %s\n"
                .formatted(id, id, id, id, id);
    }

    private String path(String name) {
        return home.resolve(name).toString();
    }

    private void run(String input, String... command) throws IOException, InterruptedException {
        Path in = Files.writeString(home.resolve("in"), input);
        Path out = home.resolve("out");
        ProcessBuilder process = new ProcessBuilder(command);
        Map<String, String> environment = process.environment();
        environment.put("HOME", home.toString());
        environment.put("PI_CONFIG", path("config"));
        environment.put("PI_EMERGENCY", path("emergency"));
        environment.put("ORIGINAL_RECIPIENT", "dev@x");
        environment.put("GIT_CONFIG_NOSYSTEM", "1");
        environment.put("MAIL_EDITOR", "sed -i s/Text.of/Edited/");
        process.redirectInput(in.toFile()).redirectOutput(out.toFile()).redirectErrorStream(true);
        int result = process.start().waitFor();
        assertThat(result).as("%s said: %s", command[0], Files.readString(out)).isZero();
    }

    private GenerationReport generate() throws IOException, InterruptedException {
        run("", "git", "-C", path("mirror/0.git"), "fetch", "-q", "--force");
        return ArchiveGenerator.builder()
                .source(home.resolve("mirror"))
                .listName("dev")
                .outputDirectory(home.resolve("site"))
                .build()
                .generate(ProgressListener.NONE);
    }

    private List<String> shown() {
        return new GeneratedSite(home.resolve("site"))
                .files().stream().filter(file -> file.endsWith("/raw")).toList();
    }

    @Test
    void purgedMessageLeavesAlone() throws Exception {
        generate();
        run(message("2"), "public-inbox-purge", path("dev"));

        GenerationReport report = generate();

        assertThat(report.leftOut()).isEqualTo(Map.of("purged from its source", 1L));
        assertThat(shown()).containsExactly("dev/1@example.org/raw", "dev/3@example.org/raw");
    }

    @Test
    void removedMessageLeavesAlone() throws Exception {
        generate();
        run(message("1"), "public-inbox-learn", "rm");

        GenerationReport report = generate();

        assertThat(report.leftOut()).isEqualTo(Map.of("removed in its source", 1L));
        assertThat(shown()).containsExactly("dev/2@example.org/raw", "dev/3@example.org/raw");
    }

    @Test
    void messageThatIsRemovedAndThenPurgedLeavesOnce() throws Exception {
        generate();
        run(message("1"), "public-inbox-learn", "rm");
        run(message("3"), "public-inbox-purge", path("dev"));

        GenerationReport report = generate();

        assertThat(report.messagesIn()).isEqualTo(3);
        assertThat(report.problems()).isEmpty();
        assertThat(shown()).containsExactly("dev/2@example.org/raw");
    }

    @Test
    void editedMessageIsShownAsItIsNow() throws Exception {
        generate();
        run("", "public-inbox-edit", "-m", "2@example.org", path("dev"));

        GenerationReport report = generate();

        assertThat(report.leftOut()).isEmpty();
        assertThat(new GeneratedSite(home.resolve("site")).folder("dev/2@example.org/").text())
                .contains("Edited 2")
                .doesNotContain("Text of 2");
    }
}
