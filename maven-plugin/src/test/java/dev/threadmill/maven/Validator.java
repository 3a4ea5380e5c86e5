package dev.threadmill.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import nu.validator.client.EmbeddedValidator;
import nu.validator.client.EmbeddedValidator.OutputFormat;

/** Says of pages what is wrong with them as HTML. */
final class Validator {

    private static final int STACK = 16 << 20;

    private Validator() {}

    static List<Path> pages(Path site) throws Exception {
        try (Stream<Path> files = Files.walk(site)) {
            return files.filter(file -> file.toString().endsWith(".html")).sorted().toList();
        }
    }

    /** In a thread of its own: the validator takes more stack than our own code may. */
    static List<String> errors(List<Path> pages) throws Exception {
        FutureTask<List<String>> task = new FutureTask<>(() -> validate(pages));
        new Thread(null, task, "validator", STACK).start();
        return task.get();
    }

    private static List<String> validate(List<Path> pages) throws Exception {
        EmbeddedValidator validator = new EmbeddedValidator();
        validator.setOutputFormat(OutputFormat.GNU);
        List<String> errors = new ArrayList<>();
        for (Path page : pages) {
            String report = validator.validate(page);
            report.lines().filter(line -> line.contains(": error")).forEach(errors::add);
        }
        return errors;
    }
}
