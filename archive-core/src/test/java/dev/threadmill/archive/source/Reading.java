package dev.threadmill.archive.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.mail.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All that a source gives; each message has been read a second time, by its origin. */
record Reading(List<RawMessage> messages, List<Problem> problems) {

    static Reading of(Path path, Path temporary) throws IOException {
        String place = path.getFileName().toString();
        try (MessageSource source = Sources.open(path, place, new TestScratch(temporary))) {
            return of(source);
        }
    }

    static Reading of(MessageSource source) throws IOException {
        List<RawMessage> messages = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        source.read(messages::add, problems::add);
        for (RawMessage message : messages) {
            RawMessage again = source.read(message.origin());
            assertThat(again.bytes()).isEqualTo(message.bytes());
            assertThat(again.fromLine()).isEqualTo(message.fromLine());
            assertThat(again.delivered()).isIn(message.delivered(), RawMessage.UNKNOWN);
            assertThat(message.origin().place()).startsWith(source.place());
        }
        return new Reading(messages, problems);
    }

    /** The messages as text, one character a byte. */
    List<String> texts() {
        return messages.stream()
                .map(message -> new String(message.bytes(), StandardCharsets.ISO_8859_1))
                .toList();
    }

    List<String> origins() {
        return messages.stream().map(message -> message.origin().toString()).toList();
    }

    List<String> complaints() {
        return problems.stream().map(problem -> problem.severity() + " " + problem).toList();
    }
}
