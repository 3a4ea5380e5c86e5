package dev.threadmill.archive.parse;

import dev.threadmill.archive.mail.Origin;
import dev.threadmill.archive.mail.Problem;
import dev.threadmill.archive.source.MessageSource;
import dev.threadmill.archive.source.RawMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Mail in memory. */
final class TestSource implements MessageSource {

    private final List<Object> items = new ArrayList<>();
    private boolean ordered = true;
    private long size;
    private @Nullable IOException failure;

    static TestSource of(String... messages) {
        TestSource source = new TestSource();
        for (String message : messages) {
            source.add(message, "", RawMessage.UNKNOWN);
        }
        return source;
    }

    TestSource add(String message, String fromLine, long delivered) {
        return add(message.getBytes(StandardCharsets.UTF_8), fromLine, delivered);
    }

    TestSource add(byte[] message, String fromLine, long delivered) {
        Origin origin = new Origin.Slice("mbox", size, message.length);
        items.add(new RawMessage(origin, message, fromLine, delivered));
        size += message.length;
        return this;
    }

    /** As of files in a folder, whose order says nothing. */
    TestSource unordered() {
        ordered = false;
        return this;
    }

    RawMessage first() {
        return (RawMessage) items.get(0);
    }

    void report(Problem problem) {
        items.add(problem);
    }

    void fail(IOException failure) {
        this.failure = failure;
    }

    @Override
    public String place() {
        return "mbox";
    }

    @Override
    public boolean isOrdered() {
        return ordered;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public void read(Consumer<RawMessage> messages, Consumer<Problem> problems) throws IOException {
        for (Object item : items) {
            if (item instanceof RawMessage raw) {
                messages.accept(raw);
            } else {
                problems.accept((Problem) item);
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public RawMessage read(Origin origin) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
