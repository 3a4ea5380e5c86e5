package dev.threadmill.archive.output;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A build in a process of its own, which says how far it is and may be killed. */
public final class Publisher implements AutoCloseable {

    private static final int MESSAGES = 200;

    private final Process process;
    private final BufferedReader said;

    private Publisher(Process process) {
        this.process = process;
        said =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts a process that builds {@code sites(version)}, or only holds the folder. */
    static Publisher start(Path output, String what) throws IOException {
        return new Publisher(
                java(Publisher.class, output.toString(), what)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start());
    }

    /** A Java process on the class path of the tests. */
    public static ProcessBuilder java(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + File.separator + "bin/java");
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xmx128m", "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    /** Waits until the process says a word. False when it ends without. */
    boolean awaits(String word) throws IOException {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.equals(word)) {
                return true;
            }
        }
        return false;
    }

    long pid() {
        return process.pid();
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    /** A site of some pages, of which each version has some others and changes some. */
    static Map<String, String> version(int version) {
        Map<String, String> site = new TreeMap<>();
        StringBuilder index = new StringBuilder();
        for (int i = 0; i < MESSAGES; i++) {
            if ((i + version) % 5 != 0) {
                String page = "dev/" + i + "@example.org/index.html";
                boolean changing = i % 3 == 0;
                site.put(page, text(page, changing ? version : 0));
                site.put("dev/" + i + "@example.org/raw", text("raw " + i, 0));
                index.append(page).append('\n');
            }
        }
        site.put("dev/index.html", index.toString());
        site.put("index.html", text("home", version));
        return site;
    }

    /** Long enough that a file could be written half. */
    private static String text(String page, int version) {
        return (page + " of version " + version + "\n").repeat(100);
    }

    /** Builds a version, or with {@code hold} takes the folder and waits to be killed. */
    public static void main(String[] arguments) throws Exception {
        Path output = Path.of(arguments[0]);
        Map<String, String> site =
                arguments[1].equals("hold") ? Map.of() : version(Integer.parseInt(arguments[1]));
        System.out.println("start");
        try (SiteOutput opened = SiteOutput.open(output)) {
            System.out.println("write");
            if (site.isEmpty()) {
                Thread.sleep(Long.MAX_VALUE);
            }
            site.forEach((path, text) -> Builds.write(opened, path, text));
            System.out.println("publish");
            opened.publish(
                    (done, total) -> {
                        if (done == 1) {
                            System.out.println("rename");
                        }
                    });
            System.out.println("done");
        }
    }
}
