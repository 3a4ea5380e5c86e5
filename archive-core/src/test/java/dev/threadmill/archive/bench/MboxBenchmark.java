package dev.threadmill.archive.bench;

import dev.threadmill.archive.source.MessageSource;
import dev.threadmill.archive.source.Sources;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** How fast an mbox is split, from a file that the system has in its memory. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 3)
@Fork(1)
public class MboxBenchmark {

    @Param({"mbox", "gz"})
    public String form;

    private Path folder;
    private Path file;

    @Setup
    public void write() throws IOException {
        folder = Files.createTempDirectory("benchmark");
        file = MailWriter.write(MailOptions.of(5_000), folder).get(0);
        if (form.equals("gz")) {
            Path compressed = folder.resolve("mail.mbox.gz");
            try (InputStream in = Files.newInputStream(file);
                    OutputStream out = new GZIPOutputStream(Files.newOutputStream(compressed))) {
                in.transferTo(out);
            }
            Files.delete(file);
            file = compressed;
        }
    }

    /** A compressed file is inflated into a temporary one first: part of the time. */
    @Benchmark
    public void split(Blackhole sink, Done done) throws IOException {
        Path scratch = Files.createDirectory(folder.resolve("scratch"));
        try (MessageSource source = Sources.open(file, "mail", GeneratedMail.scratch(scratch))) {
            source.read(
                    message -> {
                        sink.consume(message);
                        done.add(1, message.bytes().length);
                    },
                    problem -> {
                        throw new IllegalStateException(problem.toString());
                    });
        }
        SiteFiles.delete(scratch);
    }

    @TearDown
    public void delete() throws IOException {
        SiteFiles.delete(folder);
    }
}
