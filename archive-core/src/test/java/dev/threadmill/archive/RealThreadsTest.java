package dev.threadmill.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.threadmill.archive.mail.Limits;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.Scratch;
import dev.threadmill.archive.parse.DropRules;
import dev.threadmill.archive.parse.MessageReader;
import dev.threadmill.archive.source.MessageSource;
import dev.threadmill.archive.source.Sources;
import dev.threadmill.archive.thread.MailThread;
import dev.threadmill.archive.thread.ThreadNode;
import dev.threadmill.archive.thread.Threader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The threads of a real list, against what public-inbox makes of it. */
class RealThreadsTest {

    @TempDir Path folder;

    /** Threads whose listing there also holds loose matches are not compared. */
    @Test
    void threadsEqualThoseOfPublicInbox() throws IOException {
        Map<String, List<String>> ours = new HashMap<>();
        for (MailThread thread : threads("lists/ksummit.mbox.gz")) {
            List<String> nodes = new ArrayList<>();
            for (ThreadNode node : thread.nodes()) {
                String ghost = node.isGhost() ? "?" : "";
                nodes.add(node.depth() + " " + ghost + node.id().value());
            }
            ours.put(nodes.get(0), nodes);
        }
        int compared = 0;
        for (String line :
                Files.readAllLines(Corpora.file("oracles/ksummit-public-inbox-threads.jsonl"))) {
            JsonObject thread = JsonParser.parseString(line).getAsJsonObject();
            if (thread.get("foreign").getAsInt() > 0) {
                continue;
            }
            List<String> theirs = new ArrayList<>();
            for (JsonElement node : thread.getAsJsonArray("nodes")) {
                JsonArray pair = node.getAsJsonArray();
                theirs.add(pair.get(0).getAsInt() + " " + pair.get(1).getAsString());
            }
            assertThat(ours.get(theirs.get(0)))
                    .as("thread %s", thread.get("tid"))
                    .isEqualTo(theirs);
            compared++;
        }
        assertThat(compared).isGreaterThan(130);
    }

    private List<MailThread> threads(String corpus) throws IOException {
        try (MessageSource source =
                Sources.open(Corpora.file(corpus), "ksummit.mbox.gz", new FolderScratch(folder))) {
            List<Message> messages =
                    new MessageReader(DropRules.NONE, Limits.DEFAULT, 2, bytes -> {})
                            .read(source, 0, 0, 0, problem -> {});
            return Threader.thread(List.of(messages), m -> m.bytes()).threads();
        }
    }

    private record FolderScratch(Path folder) implements Scratch {
        @Override
        public Path store(String name, InputStream content) throws IOException {
            Path file = folder.resolve(name);
            Files.copy(content, file);
            return file;
        }

        @Override
        public Spool spool(String name) {
            throw new UnsupportedOperationException();
        }
    }
}
