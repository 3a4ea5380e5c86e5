package dev.threadmill.archive.tools;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs programs of the system with a home of their own, so that no settings of this machine count,
 * and with a proxy that is not there, so that they reach nothing but this machine.
 *
 * @param home a folder that the test throws away
 */
record Tool(Path home) {

    private static final long PATIENCE_SECONDS = 180;

    private static final List<String> FOLDERS =
            List.of("/usr/local/bin", "/usr/bin", "/bin", "/usr/local/sbin", "/usr/sbin", "/sbin");

    /** Skips the calling test, and says so, unless all of these programs are installed. */
    static void assumeInstalled(String... programs) {
        for (String program : programs) {
            assumeTrue(
                    FOLDERS.stream().anyMatch(f -> Files.isExecutable(Path.of(f, program))),
                    program + " is not installed");
        }
    }

    /** What a program said in all, once it has ended well. */
    String run(Path folder, String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(home, "output", ".txt");
        Process process = start(folder, output, command);
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            stop(process);
            throw new AssertionError(command[0] + " does not end: " + said(output));
        }
        if (process.exitValue() != 0) {
            throw new AssertionError(
                    "%s ended with %d: %s"
                            .formatted(
                                    String.join(" ", command), process.exitValue(), said(output)));
        }
        return said(output);
    }

    /** Starts a program that runs until it is told to stop. */
    Process start(Path folder, Path output, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("PATH", String.join(":", FOLDERS));
        environment.put("HOME", home.toString());
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("TERM", "xterm");
        environment.put("GIT_CONFIG_NOSYSTEM", "1");
        for (String name : List.of("http_proxy", "https_proxy", "all_proxy")) {
            environment.put(name, "http://127.0.0.1:9/");
        }
        environment.put("no_proxy", "127.0.0.1");
        // Nobody types anything, but a program for people ends where its input does.
        return builder.redirectInput(Redirect.PIPE)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    /** Stops a program and those it has started. */
    static void stop(Process process) throws InterruptedException {
        try (Stream<ProcessHandle> children = process.descendants()) {
            children.forEach(ProcessHandle::destroy);
        }
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private static String said(Path output) throws IOException {
        return new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
    }
}
