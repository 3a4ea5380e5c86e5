package dev.threadmill.archive.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.mail.Attachment;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.MessageContent;
import dev.threadmill.archive.mail.Part;
import dev.threadmill.archive.mail.Problem;
import dev.threadmill.archive.mail.TextPart;
import dev.threadmill.archive.source.RawMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Reads all real mail there is. */
class CorporaTest {

    @Test
    void readsEverythingWithoutAnException() throws IOException {
        MessageParser parser = new MessageParser();
        for (Path mbox : Corpora.mboxes()) {
            TestSource source = Corpora.read(mbox);
            List<Problem> problems = new ArrayList<>();
            List<Message> messages = MessageReader.read(source, 0, 0, 0, 2, n -> {}, problems::add);
            Map<String, Integer> kinds = new TreeMap<>();
            int[] texts = {0};
            source.read(
                    raw -> {
                        MessageContent content = parser.content(raw);
                        problems.addAll(content.problems());
                        for (Part part : content.parts()) {
                            kinds.merge(kind(part), 1, Integer::sum);
                        }
                        texts[0] += checkText(raw, content);
                    },
                    problems::add);
            System.out.println(mbox.getFileName() + ": " + messages.size() + " messages " + kinds);
            report(problems);
            assertThat(messages).isNotEmpty();
        }
    }

    private static void report(List<Problem> problems) {
        Map<String, Integer> counts = new TreeMap<>();
        Map<String, String> examples = new TreeMap<>();
        for (Problem p : problems) {
            String kind =
                    p.severity()
                            + " "
                            + p.sentence()
                                    .replaceAll("'.*'", "'…'")
                                    .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:]*Z", "TIME")
                                    .replaceAll("part [0-9.]+", "part N");
            counts.merge(kind, 1, Integer::sum);
            examples.putIfAbsent(kind, p.toString());
        }
        counts.forEach(
                (k, n) -> System.out.println("  " + n + " " + k + "  e.g. " + examples.get(k)));
    }

    private static String kind(Part part) {
        if (part instanceof TextPart text) {
            return "text " + text.type();
        }
        return part instanceof Attachment file ? "file " + file.type() : "message";
    }

    /** No character is undecodable that was not so in the mail, or is reported. */
    private static int checkText(RawMessage raw, MessageContent content) {
        for (Part part : content.parts()) {
            if (part instanceof TextPart text && text.text().indexOf('\uFFFD') >= 0) {
                System.out.println("  U+FFFD in " + raw.origin() + " " + text.guessed());
            }
        }
        if (content.subject().indexOf('\uFFFD') >= 0) {
            System.out.println("  U+FFFD in subject of " + raw.origin() + content.subject());
        }
        return 0;
    }
}
