package dev.threadmill.archive.bench;

import dev.threadmill.archive.mail.Limits;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.parse.DropRules;
import dev.threadmill.archive.parse.MessageParser;
import dev.threadmill.archive.parse.MessageReader;
import dev.threadmill.archive.source.RawMessage;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** How fast messages are parsed: skeletons for threading, contents for pages. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 3, time = 3)
@Fork(1)
public class ParseBenchmark {

    private GeneratedMail mail;
    private final MessageParser parser = new MessageParser();

    @Setup
    public void generate() throws IOException {
        mail = GeneratedMail.of(5_000);
    }

    @Benchmark
    public List<Message> skeletonsByOneWorker(Done done) throws IOException {
        return skeletons(1, done);
    }

    @Benchmark
    public List<Message> skeletonsByTwoWorkers(Done done) throws IOException {
        return skeletons(2, done);
    }

    private List<Message> skeletons(int workers, Done done) throws IOException {
        List<Message> messages =
                new MessageReader(DropRules.NONE, Limits.DEFAULT, workers, bytes -> {})
                        .read(mail, 0, 0, 0, problem -> {});
        done.add(messages.size(), mail.size());
        return messages;
    }

    @Benchmark
    public void contents(Blackhole sink, Done done) {
        for (RawMessage message : mail.messages()) {
            sink.consume(parser.content(message));
        }
        done.add(mail.messages().size(), mail.size());
    }

    @Benchmark
    public void contentHashes(Blackhole sink, Done done) {
        for (RawMessage message : mail.messages()) {
            sink.consume(parser.contentHash(message));
        }
        done.add(mail.messages().size(), mail.size());
    }
}
