package dev.threadmill.archive.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Chromium that this test started, and the folder it keeps its things in. */
final class ChromiumProcess implements AutoCloseable {

    private static final long PATIENCE_MILLIS = 30_000;

    private static final List<String> SWITCHES =
            List.of(
                    "--headless=new",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-dev-shm-usage",
                    "--remote-debugging-port=0",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-default-apps",
                    "--disable-extensions",
                    "--disable-popup-blocking",
                    "--disable-quic",
                    "--disable-sync",
                    "--hide-scrollbars",
                    "--mute-audio",
                    "--no-first-run",
                    "--no-proxy-server",
                    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");

    private final Process process;
    private final Path folder;
    private final URI address;

    private ChromiumProcess(Process process, Path folder, URI address) {
        this.process = process;
        this.folder = folder;
        this.address = address;
    }

    static boolean isProgram(String chromium) {
        return Files.isExecutable(Path.of(chromium));
    }

    static ChromiumProcess start(String chromium) {
        try {
            Path folder = Files.createTempDirectory("browser");
            List<String> command = new ArrayList<>();
            command.add(chromium);
            command.addAll(SWITCHES);
            command.add("--user-data-dir=" + folder);
            command.add("about:blank");
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(Redirect.DISCARD)
                            .start();
            return new ChromiumProcess(process, folder, awaitAddress(process, folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Chromium chooses its port and writes it, and its path, into a file. */
    private static URI awaitAddress(Process process, Path folder) throws IOException {
        Path file = folder.resolve("DevToolsActivePort");
        for (long waited = 0; waited < PATIENCE_MILLIS && process.isAlive(); waited += 20) {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            if (lines.size() == 2) {
                return URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1));
            }
            pause();
        }
        process.destroyForcibly();
        throw new IllegalStateException("the browser did not open its DevTools port");
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    URI address() {
        return address;
    }

    void awaitEnd() {
        try {
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        awaitEnd();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
