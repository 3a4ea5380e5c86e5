package dev.threadmill.archive.bench;

import dev.threadmill.archive.body.BodyRenderer;
import dev.threadmill.archive.mail.AddressPolicy;
import dev.threadmill.archive.mail.MessageContent;
import dev.threadmill.archive.mail.MessageId;
import dev.threadmill.archive.mail.Part;
import dev.threadmill.archive.mail.TextPart;
import dev.threadmill.archive.parse.MessageParser;
import dev.threadmill.archive.source.RawMessage;
import java.io.IOException;
import java.util.ArrayList;
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

/** How fast what messages say becomes HTML; megabytes are characters of their text. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 3, time = 3)
@Fork(1)
public class BodyBenchmark {

    private final List<MessageContent> contents = new ArrayList<>();
    private BodyRenderer renderer;
    private long characters;

    @Setup
    public void parse() throws IOException {
        renderer = new BodyRenderer(AddressPolicy.SHOW, List.of(), problem -> {});
        MessageParser parser = new MessageParser();
        for (RawMessage message : GeneratedMail.of(3_000).messages()) {
            MessageContent content = parser.content(message);
            contents.add(content);
            for (Part part : content.parts()) {
                characters += part instanceof TextPart text ? text.text().length() : 0;
            }
        }
    }

    @Benchmark
    public void bodies(Blackhole sink, Done done) {
        MessageId id = new MessageId("1@example.org");
        for (MessageContent content : contents) {
            sink.consume(renderer.render(id, content));
        }
        done.add(contents.size(), characters);
    }
}
