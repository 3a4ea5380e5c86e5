package dev.threadmill.archive.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.threadmill.archive.mail.Address;
import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.MessageId;
import dev.threadmill.archive.mail.Origin;
import dev.threadmill.archive.mail.Problem;
import dev.threadmill.archive.mail.Subject;
import dev.threadmill.archive.output.Published;
import dev.threadmill.archive.output.SiteOutput;
import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.site.SitePath;
import dev.threadmill.archive.site.SiteUnit;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site of units: {@code a=1} is the unit a, made of the input 1. */
class RememberingSinkTest {

    @TempDir Path folder;

    /** Where ids lead in the site that is built next. */
    private final Map<MessageId, String> targets = new HashMap<>();

    private final List<String> rendered = new ArrayList<>();
    private final List<String> found = new ArrayList<>();
    private List<Problem> problems = List.of();
    private String version = "1";
    private long offset = 7;

    @Test
    void whatHasTheSameInputsIsKept() throws IOException {
        assertThat(build("a=1", "b=1", "c=1")).containsExactly("a=1", "b=1", "c=1");
        assertThat(build("a=1", "b=1", "c=1")).isEmpty();
        assertThat(build("0=1", "a=1", "b=2", "c=1")).containsExactly("0=1", "b=2");
        assertThat(build("0=1", "b=2", "c=1")).isEmpty();
        assertThat(build("a=1", "b=1", "c=1")).containsExactly("a=1", "b=1");
        assertThat(folder.resolve("site/c/2")).hasContent("c=1");
    }

    @Test
    void whatMentionsAnIdIsMadeAgainWhenThatLeadsElsewhere() throws IOException {
        build("a=1", "b=1");
        targets.put(new MessageId("m\u4e2d@b=1"), "somewhere");
        assertThat(build("a=1", "b=1")).containsExactly("b=1");
        assertThat(build("a=1", "b=1")).isEmpty();
        targets.clear();
        assertThat(build("a=1", "b=1")).containsExactly("b=1");
    }

    @Test
    void whatWasFoundComesBackWithThePlaceItsMessageHasNow() throws IOException {
        build("a=1");
        List<Problem> before = problems;
        assertThat(before)
                .containsExactly(
                        Problem.warning("dev.mbox:7", "charset of a=1"),
                        Problem.info("id", "layout of a=1"));
        build("a=1");
        assertThat(problems).isEqualTo(before);
        offset = 70;
        assertThat(build("a=1")).isEmpty();
        assertThat(problems).contains(Problem.warning("dev.mbox:70", "charset of a=1"));
        assertThat(found).containsExactly("found in a=1", "found in a=1", "found in a=1");
    }

    @Test
    void anotherVersionOrSiteIsNotKnown() throws IOException {
        build("a=1");
        version = "2";
        assertThat(build("a=1")).containsExactly("a=1");
        Files.writeString(folder.resolve("state/units"), "damaged");
        assertThat(build("a=1")).containsExactly("a=1");
        Files.writeString(folder.resolve("site/.threadmill/files"), "damaged");
        assertThat(build("a=1")).containsExactly("a=1");
        Path state = Files.move(folder.resolve("state"), folder.resolve("old"));
        build("a=2");
        Files.move(state.resolveSibling("old"), folder.resolve("older"));
        assertThat(build("a=2")).isEmpty();
        Files.move(folder.resolve("state"), folder.resolve("new"));
        Files.move(folder.resolve("older"), folder.resolve("state"));
        assertThat(build("a=1")).as("the state of another site").containsExactly("a=1");
    }

    @Test
    void twoUnitsOfTheSameInputsAreAnError() throws IOException {
        try (ArchiveState state = ArchiveState.open(folder.resolve("state"));
                SiteOutput output = SiteOutput.open(folder.resolve("site"))) {
            RememberingSink sink = state.remembering("1", output, (m, p) -> {}, p -> {});
            sink.make(new Unit(sink, "a=1", "a"));
            sink.make(new Unit(sink, "a=1", "b"));
            Published published = output.publish((done, total) -> {});
            assertThatIllegalStateException().isThrownBy(() -> sink.save(published.manifest()));
        }
    }

    @Test
    void whatBelongsToNoUnitIsMadeEachTime() throws IOException {
        try (ArchiveState state = ArchiveState.open(folder.resolve("state"));
                SiteOutput output = SiteOutput.open(folder.resolve("site"))) {
            RememberingSink sink = state.remembering("1", output, (m, p) -> {}, p -> {});
            SitePath path = new SitePath("a");
            sink.write(path, PageKind.INDEX, ByteBuffer.allocate(1));
            assertThat(sink.taken(path).size()).isEqualTo(1);
            output.publish((done, total) -> {});
        }
        assertThat(folder.resolve("site/a")).hasSize(1);
    }

    /** Builds a site of these units and tells what it rendered of them. */
    private List<String> build(String... units) throws IOException {
        rendered.clear();
        Map<Message, List<Problem>> inMessages = new HashMap<>();
        Set<Problem> others = new HashSet<>();
        try (ArchiveState state = ArchiveState.open(folder.resolve("state"));
                SiteOutput output = SiteOutput.open(folder.resolve("site"))) {
            RememberingSink sink = state.remembering(version, output, inMessages::put, others::add);
            for (String unit : units) {
                sink.make(new Unit(sink, unit, unit.substring(0, 1)));
            }
            sink.save(output.publish((done, total) -> {}).manifest());
            problems = new ArrayList<>();
            inMessages.values().forEach(problems::addAll);
            problems.addAll(others);
        }
        return rendered;
    }

    /** {@code a=1} writes three files. */
    private final class Unit implements SiteUnit {

        private final RememberingSink sink;
        private final String name;
        private final String path;

        Unit(RememberingSink sink, String name, String path) {
            this.sink = sink;
            this.name = name;
            this.path = path;
        }

        @Override
        public Hash inputs() {
            return hash(name);
        }

        @Override
        public Hash links(List<MessageId> mentions) {
            assertThat(mentions).hasSizeLessThan(2);
            return hash(mentions.stream().map(targets::get).toList().toString());
        }

        @Override
        public boolean isInput(MessageId mention) {
            return mention.value().startsWith("own");
        }

        @Override
        public List<Message> messages() {
            return List.of(message());
        }

        @Override
        public byte[] write() {
            rendered.add(name);
            for (int i = 0; i < 3; i++) {
                write(path + "/" + i, name);
            }
            sink.mention(new MessageId("m\u4e2d@" + name));
            sink.mention(new MessageId("own@" + name));
            Problem problem = Problem.warning("dev.mbox:" + offset, "charset of " + name);
            sink.problems(message(), List.of(problem));
            sink.problems(message(), List.of(problem));
            sink.problem(Problem.info("id", "layout of " + name));
            return ("found in " + name).getBytes(StandardCharsets.UTF_8);
        }

        private void write(String file, String text) {
            ByteBuffer content = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            sink.write(new SitePath(file), PageKind.INDEX, content);
        }

        @Override
        public void found(byte[] finds) {
            if (finds.length > 0) {
                found.add(new String(finds, StandardCharsets.UTF_8));
            }
        }

        private Message message() {
            return new Message(
                    new MessageId("1@" + name),
                    false,
                    List.of(),
                    Address.NONE,
                    new Subject(""),
                    "",
                    0,
                    false,
                    0,
                    hash(name),
                    new Origin.Slice("dev.mbox", offset, 1),
                    0,
                    0,
                    0);
        }
    }

    private static Hash hash(String inputs) {
        return Hash.of(inputs.getBytes(StandardCharsets.UTF_8));
    }
}
