package dev.threadmill.archive.source;

import dev.threadmill.archive.mail.Scratch;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Temporary files in a folder that the test throws away. */
record TestScratch(Path folder) implements Scratch {

    @Override
    public Path store(String name, InputStream content) throws IOException {
        Path file = Files.createTempFile(folder, "scratch-", "-" + name);
        Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
        return file;
    }

    @Override
    public Spool spool(String name) {
        throw new UnsupportedOperationException("no source needs one");
    }
}
