package dev.threadmill.archive.bench;

import dev.threadmill.archive.mail.Origin;
import dev.threadmill.archive.mail.Problem;
import dev.threadmill.archive.mail.Scratch;
import dev.threadmill.archive.source.MessageSource;
import dev.threadmill.archive.source.RawMessage;
import dev.threadmill.archive.source.Sources;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Generated mail in memory, for the benchmarks of the rooms behind {@code source}. */
final class GeneratedMail implements MessageSource {

    private final List<RawMessage> messages = new ArrayList<>();
    private final Map<Origin, RawMessage> byOrigin = new HashMap<>();
    private long size;

    private GeneratedMail() {}

    static GeneratedMail of(int messages) throws IOException {
        GeneratedMail mail = new GeneratedMail();
        Path folder = Files.createTempDirectory("benchmark");
        Path file = MailWriter.write(MailOptions.of(messages), folder).get(0);
        try (MessageSource source = Sources.open(file, "mail", scratch(folder))) {
            source.read(mail::add, problem -> {});
        } finally {
            Files.delete(file);
            Files.delete(folder);
        }
        return mail;
    }

    private void add(RawMessage message) {
        messages.add(message);
        byOrigin.put(message.origin(), message);
        size += message.bytes().length;
    }

    List<RawMessage> messages() {
        return messages;
    }

    @Override
    public String place() {
        return "generated";
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public void read(Consumer<RawMessage> to, Consumer<Problem> problems) {
        messages.forEach(to);
    }

    @Override
    public RawMessage read(Origin origin) {
        return byOrigin.get(origin);
    }

    @Override
    public void close() {}

    /** Temporary files in a folder that the caller throws away; spools are in memory. */
    static Scratch scratch(Path folder) {
        return new Scratch() {
            @Override
            public Path store(String name, InputStream content) throws IOException {
                Path file = Files.createTempFile(folder, "scratch", name);
                Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
                return file;
            }

            @Override
            public Spool spool(String name) {
                return new MemorySpool();
            }
        };
    }

    private static final class MemorySpool implements Scratch.Spool {

        private final Map<Long, byte[]> pieces = new HashMap<>();
        private long end;

        @Override
        public long append(byte[] bytes, int offset, int length) {
            long position = end;
            pieces.put(position, Arrays.copyOfRange(bytes, offset, offset + length));
            end += length;
            return position;
        }

        @Override
        public byte[] read(long position, int length) {
            return pieces.get(position);
        }

        @Override
        public void close() {
            pieces.clear();
        }
    }
}
