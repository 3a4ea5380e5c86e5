package dev.threadmill.archive.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Measures whole builds, each in a JVM of its own: the first one, one with nothing changed, and one
 * with messages appended. In between it writes the files of the site once more without making them,
 * which is the least that any generator takes on this machine.
 */
public final class SiteBenchmark {

    private final BenchmarkOptions options;
    private final PrintStream out;
    private final Path site;
    private final Path figures;
    private Path mail;

    private SiteBenchmark(BenchmarkOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
        this.site = options.folder().resolve("archive");
        this.figures = options.folder().resolve("figures");
        this.mail = Path.of(options.mail());
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        BenchmarkOptions options;
        try {
            options = BenchmarkOptions.parse(args);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        run(options, System.out);
    }

    static void run(BenchmarkOptions options, PrintStream out)
            throws IOException, InterruptedException {
        if (Files.exists(options.folder())) {
            throw new IllegalArgumentException(
                    options.folder() + ": the folder is there already; delete it or name another");
        }
        Files.createDirectories(options.folder());
        try {
            new SiteBenchmark(options, out).measure();
        } finally {
            if (!options.keep()) {
                SiteFiles.delete(options.folder());
            }
        }
    }

    private void measure() throws IOException, InterruptedException {
        if (options.mail().isEmpty()) {
            mail = options.folder().resolve("generated");
            List<Path> files =
                    MailWriter.write(
                            MailOptions.of(options.messages()).withLists(options.lists()), mail);
            mail = files.size() == 1 ? files.get(0) : mail;
        }
        HeldBack held = null;
        if (options.append() > 0) {
            Path folder = Files.createDirectory(options.folder().resolve("growing"));
            held = HeldBack.of(mail, options.append(), folder);
            mail = held.copy();
        }
        say(
                "%s: %.1f MB; heap %s, %d workers, pages %s, Java %s, %s",
                mail.getFileName(),
                bytes(mail) / 1e6,
                options.heap(),
                options.workers(),
                options.pages(),
                Runtime.version(),
                System.getProperty("os.arch"));
        say(
                "%-12s %8s %15s %9s %8s %8s %8s %6s",
                "", "wall", "cpu user+system", "peak", "msg/s", "MB/s", "written", "load");
        Run build = build("build");
        SiteFiles.Count count = plainWrite(build);
        kinds(build.figures(), count);
        build("again");
        if (held != null) {
            held.append();
            build("append " + options.append());
        }
    }

    /** One measured process. */
    private record Run(double seconds, double load, Figures figures) {}

    private Run build(String name) throws IOException, InterruptedException {
        List<String> command = java(SiteBuild.class);
        String word = name.replaceAll(" .*", "");
        command.addAll(1, options.jvm().stream().map(a -> a.replace("{run}", word)).toList());
        command.add(mail.toString());
        command.add(site.toString());
        command.add(options.folder().resolve("state").toString());
        command.add(options.pages());
        command.add(Integer.toString(options.workers()));
        Run run = run(command);
        Figures figures = run.figures();
        say(
                "%-12s %7.2fs %6.2fs+%6.2fs %6.0f MB %8.0f %8.1f %8d %6.1f",
                name,
                run.seconds(),
                figures.get("userMillis") / 1e3,
                figures.get("systemMillis") / 1e3,
                figures.get("peakKilobytes") / 1024.0,
                figures.get("messages") / run.seconds(),
                bytes(mail) / 1e6 / run.seconds(),
                figures.get("written"),
                run.load());
        return run;
    }

    private SiteFiles.Count plainWrite(Run build) throws IOException, InterruptedException {
        Path list = options.folder().resolve("files");
        SiteFiles.Count count = SiteFiles.list(site, list);
        Path copy = options.folder().resolve("copy");
        List<String> command = java(PlainWrite.class);
        command.add(list.toString());
        command.add(copy.toString());
        Run plain = run(command);
        SiteFiles.delete(copy);
        say(
                "%-12s %7.2fs %6.2fs+%6.2fs %36d %6.1f",
                "plain write",
                plain.seconds(),
                plain.figures().get("userMillis") / 1e3,
                plain.figures().get("systemMillis") / 1e3,
                count.files(),
                plain.load());
        say(
                "  the build took %.2f times as long as the plain write (processor: %.2f)",
                build.seconds() / plain.seconds(),
                build.figures().processorMillis() / (double) plain.figures().processorMillis());
        return count;
    }

    private void kinds(Figures build, SiteFiles.Count count) {
        say(
                "  on disk: %d files, %d folders, %.1f MB",
                count.files(), count.folders(), count.bytes() / 1e6);
        for (Map.Entry<String, Long> figure : build.values().entrySet()) {
            if (figure.getKey().startsWith("files.")) {
                String kind = figure.getKey().substring("files.".length());
                say(
                        "  %-12s %9d files %10.1f MB",
                        kind.toLowerCase(Locale.ROOT),
                        figure.getValue(),
                        build.get("bytes." + kind) / 1e6);
            }
        }
    }

    private List<String> java(Class<?> main) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + options.heap());
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        return command;
    }

    private Run run(List<String> command) throws IOException, InterruptedException {
        settle();
        List<String> all = new ArrayList<>(command);
        all.add(figures.toString());
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        long start = System.nanoTime();
        int exit =
                new ProcessBuilder(all)
                        .redirectOutput(Redirect.INHERIT)
                        .redirectError(Redirect.INHERIT)
                        .start()
                        .waitFor();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (exit != 0) {
            throw new IllegalStateException("the measured JVM ended with " + exit);
        }
        return new Run(seconds, load, Figures.read(figures));
    }

    /** What the last run left to be written to the disk must not slow the next one. */
    private static void settle() throws InterruptedException {
        try {
            new ProcessBuilder("sync").start().waitFor(2, TimeUnit.MINUTES);
        } catch (IOException e) {
            Thread.sleep(1_000); // a system without sync
        }
    }

    private static long bytes(Path mail) throws IOException {
        try (Stream<Path> files = Files.walk(mail)) {
            return files.filter(Files::isRegularFile).mapToLong(f -> f.toFile().length()).sum();
        }
    }

    private void say(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values).stripTrailing());
        out.flush();
    }
}
