package dev.threadmill.archive.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.Corpora;
import dev.threadmill.archive.mail.Limits;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.Origin;
import dev.threadmill.archive.mail.Problem;
import dev.threadmill.archive.parse.DropRules;
import dev.threadmill.archive.parse.MessageReader;
import dev.threadmill.archive.source.MessageSource;
import dev.threadmill.archive.source.Sources;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real lists come back from memory as they were read. */
class RealSkeletonsTest {

    @TempDir Path folder;
    private final List<Problem> problems = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lists/extropians-1996.mbox.gz",
                "lists/ksummit.mbox.gz",
                "lists/pipermail-twisted-web.txt.gz",
                "lists/usrp-users-2020-03.mbox.gz",
                "git/ksummit-0.bundle"
            })
    void listComesBackAsItWasRead(String name) throws IOException {
        Path file = Corpora.file(name);
        SourceStamp stamp = SourceStamp.of(file);
        List<Message> messages = read(file);
        cache().remember(stamp, "list", messages, problems, 0, false);
        RememberedMail mail = cache().recall(stamp, "list", 0, 0, 0).orElseThrow();
        assertThat(mail.messages()).isEqualTo(messages).isNotEmpty();
        assertThat(mail.problems()).isEqualTo(problems);
    }

    @Test
    void grownListIsReadOnWhereItGrew() throws IOException {
        Path file = folder.resolve("grown.mbox");
        byte[] whole;
        try (InputStream in =
                new GZIPInputStream(Files.newInputStream(Corpora.file("lists/ksummit.mbox.gz")))) {
            whole = in.readAllBytes();
        }
        Files.write(file, whole);
        List<Message> all = read(file);
        List<Problem> allProblems = List.copyOf(problems);
        for (int end : new int[] {whole.length / 7, whole.length / 2, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, end));
            SourceStamp stamp = SourceStamp.of(file);
            List<Message> messages = read(file);
            cache().remember(stamp, "list", messages, problems, 0, true);
            Files.write(file, whole);
            RememberedMail mail =
                    cache().recall(SourceStamp.of(file), "list", 0, 0, 0).orElseThrow();
            int known = messages.size() - 1;
            assertThat(mail.messages()).isEqualTo(all.subList(0, known));
            Origin.Slice next = (Origin.Slice) all.get(known).origin();
            assertThat(mail.next().orElseThrow().offset()).isEqualTo(next.offset());
            assertThat(allProblems).startsWith(mail.problems().toArray(Problem[]::new));
        }
    }

    private SkeletonCache cache() {
        return new SkeletonCache(folder.resolve("state"), "1");
    }

    private List<Message> read(Path file) throws IOException {
        problems.clear();
        try (ArchiveState state = ArchiveState.open(folder.resolve("scratch"));
                MessageSource source = Sources.open(file, "list", state)) {
            return new MessageReader(DropRules.NONE, Limits.DEFAULT, 2, bytes -> {})
                    .read(source, 0, 0, 0, problems::add);
        }
    }
}
