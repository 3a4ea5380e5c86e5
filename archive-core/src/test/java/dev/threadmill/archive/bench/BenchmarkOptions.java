package dev.threadmill.archive.bench;

import dev.threadmill.archive.site.PageKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a {@link SiteBenchmark} is asked to measure.
 *
 * @param mail the mbox to build from; empty to generate one of {@code messages}
 * @param heap the heap of the building JVM, as {@code -Xmx} takes it
 * @param pages the kinds as {@code archive.pages} has them, or {@code usual}
 * @param append how many of the last messages are held back and added in a run of their own
 * @param folder where site, state and generated mail are put, and deleted in the end
 * @param jvm further arguments of the building JVM
 */
record BenchmarkOptions(
        String mail,
        int messages,
        int lists,
        String heap,
        String pages,
        int workers,
        int append,
        boolean keep,
        Path folder,
        List<String> jvm) {

    static final String USAGE =
            """
            SiteBenchmark [options]
              --mbox=FILE      the mail; without it an archive is generated
              --messages=N     how many messages to generate (100000)
              --lists=N        how many lists to spread them over (1)
              --heap=SIZE      heap of the JVM that builds, as -Xmx takes it (1g)
              --pages=KINDS    the kinds to write, such as nested,raw,feeds (the usual ones)
              --workers=N      threads that work (as many as there are processors)
              --append=N       hold back the last N messages of an mbox, build, add them, build again (0)
              --folder=DIR     where all is written, and deleted again (target/benchmark/site)
              --keep           do not delete it
              --jvm=ARG        one more argument for the JVM that builds; {run} in it becomes build,
                               again or append; may be repeated
            """;

    static BenchmarkOptions parse(String... args) {
        String mail = "";
        int messages = 100_000;
        int lists = 1;
        String heap = "1g";
        String pages = "usual";
        int workers = Runtime.getRuntime().availableProcessors();
        int append = 0;
        boolean keep = false;
        Path folder = Path.of("target", "benchmark", "site");
        List<String> jvm = new ArrayList<>();
        for (String arg : args) {
            int equals = arg.indexOf('=');
            String value = arg.substring(equals + 1);
            switch (equals < 0 ? arg : arg.substring(0, equals)) {
                case "--mbox" -> mail = value;
                case "--messages" -> messages = number(value);
                case "--lists" -> lists = number(value);
                case "--heap" -> heap = value;
                case "--pages" -> pages = value;
                case "--workers" -> workers = number(value);
                case "--append" -> append = number(value);
                case "--folder" -> folder = Path.of(value);
                case "--keep" -> keep = true;
                case "--jvm" -> jvm.add(value);
                default ->
                        throw new IllegalArgumentException(
                                "'" + arg + "' is no option\n\n" + USAGE);
            }
        }
        if (append > 0 && lists > 1) {
            throw new IllegalArgumentException("--append takes one list, not " + lists);
        }
        kinds(pages);
        return new BenchmarkOptions(
                mail,
                messages,
                lists,
                heap,
                pages,
                workers,
                append,
                keep,
                folder.toAbsolutePath(),
                List.copyOf(jvm));
    }

    private static int number(String value) {
        return Integer.parseInt(value.replace("_", ""));
    }

    /** The kinds of a setting as {@code archive.pages} has it, or those of a build without one. */
    static Set<PageKind> kinds(String setting) {
        EnumSet<PageKind> kinds = EnumSet.complementOf(PageKind.optional());
        if (setting.equals("usual")) {
            kinds.addAll(PageKind.usual());
            return kinds;
        }
        for (String name : setting.split(",", -1)) {
            kinds.add(PageKind.valueOf(name.strip().toUpperCase(Locale.ROOT)));
        }
        return kinds;
    }
}
