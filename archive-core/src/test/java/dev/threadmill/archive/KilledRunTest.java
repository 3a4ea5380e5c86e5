package dev.threadmill.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.threadmill.archive.bench.MailOptions;
import dev.threadmill.archive.bench.MailWriter;
import dev.threadmill.archive.output.Publisher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs that are killed, find another at work, or fill the disk. */
class KilledRunTest {

    private static final int KILLS = 20;

    @TempDir Path folder;

    /** Builds in a process of its own: {@code mail site state}; says when it begins. */
    public static void main(String[] arguments) throws IOException {
        System.out.println("started");
        generate(
                Path.of(arguments[0]),
                Path.of(arguments[1]),
                Path.of(arguments[2]),
                (stage, done, total) -> {});
        System.out.println("done");
    }

    private static GenerationReport generate(
            Path mail, Path site, Path state, ProgressListener progress) throws IOException {
        return ArchiveGenerator.builder()
                .source(mail)
                .outputDirectory(site)
                .stateDirectory(state)
                .templateDirectory(mail.resolve("none"))
                .workers(3)
                .allowRemovals(true)
                .build()
                .generate(progress);
    }

    private Path givenMail() throws IOException {
        Path mail = folder.resolve("mail");
        MailWriter.write(MailOptions.of(300).withLists(2), mail);
        return mail;
    }

    private void cleanBuildIs(Path mail, Path site) throws IOException {
        Path clean = Files.createTempDirectory(folder, "clean");
        generate(mail, clean.resolve("site"), clean.resolve("state"), ProgressListener.NONE);
        assertThat(contents(site)).isEqualTo(contents(clean.resolve("site")));
    }

    private static Map<String, String> contents(Path site) {
        return new GeneratedSite(site).contents();
    }

    @Test
    void nextRunCompletesWhatAKilledOneLeft() throws Exception {
        Path mail = givenMail();
        Path mbox;
        try (var files = Files.list(mail)) {
            mbox = files.sorted().findFirst().orElseThrow();
        }
        Path site = folder.resolve("site");
        Path state = folder.resolve("state");
        Random random = new Random(11);
        int killed = 0;
        for (int round = 0; round < KILLS; round++) {
            boolean first = round % 5 == 0;
            if (first && round % 2 == 0) {
                delete(site);
            }
            if (first) {
                delete(state);
            }
            Process process =
                    Publisher.java(
                                    KilledRunTest.class,
                                    mail.toString(),
                                    site.toString(),
                                    state.toString())
                            .redirectErrorStream(true)
                            .redirectOutput(folder.resolve("said").toFile())
                            .start();
            process.waitFor(300 + random.nextInt(4000), TimeUnit.MILLISECONDS);
            killed += process.isAlive() ? 1 : 0;
            process.destroyForcibly().onExit().join();
            if (round % 4 == 3) {
                generate(mail, site, state, ProgressListener.NONE);
                cleanBuildIs(mail, site);
            }
            Files.writeString(mbox, message(round), StandardOpenOption.APPEND);
        }
        generate(mail, site, state, ProgressListener.NONE);
        cleanBuildIs(mail, site);
        assertThat(generate(mail, site, state, ProgressListener.NONE).written()).isZero();
        assertThat(killed).isPositive();
    }

    private static void delete(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (var files = Files.walk(tree)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static String message(int number) {
        return """
                From a@example.org Mon Jan  1 10:00:00 2024
                From: Ann <a@example.org>
                Date: Mon, 1 Jan 2024 10:00:00 +0000
                Subject: Round %d
                Message-ID: <round-%d@example.org>

                Text.

                """
                .formatted(number, number);
    }

    @Test
    void secondRunFailsAtOnceAndNamesTheFirst() throws IOException {
        Path mail = givenMail();
        Path site = folder.resolve("site");
        boolean[] tried = {false};
        generate(
                mail,
                site,
                folder.resolve("state"),
                (stage, done, total) -> {
                    synchronized (tried) {
                        if (!tried[0]) {
                            tried[0] = true;
                            refused(mail, folder.resolve("other"), folder.resolve("state"));
                            refused(mail, site, folder.resolve("other-state"));
                        }
                    }
                });
        assertThat(tried[0]).isTrue();
        cleanBuildIs(mail, site);
    }

    private static void refused(Path mail, Path site, Path state) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> generate(mail, site, state, ProgressListener.NONE))
                .withMessageContaining("another run")
                .withMessageContaining("process " + ProcessHandle.current().pid());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void fullDiskLeavesTheSiteAndSaysSo() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=4m", "none", disk.toString()),
                "SKIPPED: only root may mount a small disk to fill");
        try {
            Path mail = folder.resolve("mail.mbox");
            Files.writeString(mail, message(1));
            Path site = disk.resolve("site");
            Path state = folder.resolve("state");
            generate(mail, site, state, ProgressListener.NONE);
            Map<String, String> before = contents(site);
            String large = "x".repeat(70).concat("\n").repeat(60_000);
            Files.writeString(
                    mail,
                    message(2).replace("Text.\n", large),
                    StandardCharsets.US_ASCII,
                    StandardOpenOption.APPEND);
            assertThatThrownBy(() -> generate(mail, site, state, ProgressListener.NONE))
                    .hasStackTraceContaining("No space left on device")
                    .hasStackTraceContaining("the site is as it was");
            assertThat(contents(site)).isEqualTo(before);
            Files.writeString(mail, message(1) + message(3));
            generate(mail, site, state, ProgressListener.NONE);
            cleanBuildIs(mail, site);
        } finally {
            run("umount", disk.toString());
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        return builder.start().waitFor() == 0;
    }
}
