package dev.threadmill.archive.bench;

import dev.threadmill.archive.body.BodyRenderer;
import dev.threadmill.archive.mail.AddressPolicy;
import dev.threadmill.archive.mail.ContentLoader;
import dev.threadmill.archive.mail.Limits;
import dev.threadmill.archive.mail.MailingList;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.parse.DropRules;
import dev.threadmill.archive.parse.MessageParser;
import dev.threadmill.archive.parse.MessageReader;
import dev.threadmill.archive.render.SiteRenderer;
import dev.threadmill.archive.render.feed.SummaryMemory;
import dev.threadmill.archive.render.frame.SiteFacts;
import dev.threadmill.archive.site.HeldIds;
import dev.threadmill.archive.site.LargeFile;
import dev.threadmill.archive.site.Mailmap;
import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.site.PlannedThread;
import dev.threadmill.archive.site.SitePath;
import dev.threadmill.archive.site.SitePlan;
import dev.threadmill.archive.site.SiteSink;
import dev.threadmill.archive.site.Unindexed;
import dev.threadmill.archive.source.RawMessage;
import dev.threadmill.archive.thread.Threader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** How fast threads become files that nobody writes; megabytes are bytes of these. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 4)
@Measurement(iterations = 3, time = 4)
@Fork(1)
public class RenderBenchmark {

    private static final int MESSAGES = 2_000;
    private static final MailingList LIST =
            new MailingList("loom", "loom", "Loom", "", "loom@lists.example.org");

    @Param({"usual", "nested,raw,feeds"})
    public String pages;

    private Path folder;
    private SitePlan plan;
    private SiteRenderer renderer;
    private long bytes;

    @Setup
    public void plan() throws IOException {
        folder = Files.createTempDirectory("benchmark");
        GeneratedMail mail = GeneratedMail.of(MESSAGES);
        List<List<Message>> messages =
                List.of(
                        new MessageReader(DropRules.NONE, Limits.DEFAULT, 2, read -> {})
                                .read(mail, 0, 0, 0, problem -> {}));
        plan =
                SitePlan.of(
                        List.of(LIST),
                        messages,
                        Threader.thread(messages, Message::bytes).threads(),
                        BenchmarkOptions.kinds(pages),
                        AddressPolicy.SHOW,
                        Mailmap.NONE,
                        Unindexed.NONE);
        MessageParser parser = new MessageParser();
        ContentLoader loader =
                message -> {
                    RawMessage raw = mail.read(message.origin());
                    return new ContentLoader.Loaded(raw.bytes(), parser.content(raw));
                };
        SiteSink sink =
                new SiteSink() {
                    @Override
                    public void write(SitePath path, PageKind kind, ByteBuffer content) {
                        bytes += content.remaining();
                    }

                    @Override
                    public void write(SitePath path, PageKind kind, LargeFile content) {
                        bytes += content.size();
                    }

                    @Override
                    public LargeFile taken(SitePath path) {
                        throw new UnsupportedOperationException("threads are made of no files");
                    }
                };
        renderer =
                new SiteRenderer(
                        plan,
                        new SiteFacts("Benchmark", Optional.empty(), "en", "", "0"),
                        AddressPolicy.SHOW,
                        new HeldIds(plan, sink),
                        new BodyRenderer(AddressPolicy.SHOW, List.of(), problem -> {}),
                        loader,
                        folder.resolve("templates"),
                        GeneratedMail.scratch(folder),
                        SummaryMemory.NONE,
                        sink);
    }

    @Benchmark
    public void threads(Done done) {
        bytes = 0;
        for (PlannedThread thread : plan.threads()) {
            renderer.renderThread(thread);
        }
        done.add(MESSAGES, bytes);
    }

    @TearDown
    public void close() throws IOException {
        renderer.close();
        SiteFiles.delete(folder);
    }
}
