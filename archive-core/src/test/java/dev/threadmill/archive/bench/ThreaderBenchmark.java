package dev.threadmill.archive.bench;

import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.thread.Threader;
import dev.threadmill.archive.thread.Threads;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.Warmup;

/** How long it takes to thread an archive, as it is and where all of it is one chain. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 3)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
public class ThreaderBenchmark {

    @Param({"1000", "100000", "1000000"})
    public int messages;

    @Param({"lists", "chain"})
    public String shape;

    private List<List<Message>> mail;

    @Setup
    public void generate() {
        mail = List.of(shape.equals("chain") ? Skeletons.chain(messages) : Skeletons.of(messages));
    }

    @Benchmark
    public Threads thread() {
        return Threader.thread(mail, Message::bytes);
    }
}
