package dev.threadmill.archive.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.mail.Limits;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.MessageContent;
import dev.threadmill.archive.mail.Part;
import dev.threadmill.archive.mail.Problem;
import dev.threadmill.archive.mail.TextPart;
import dev.threadmill.archive.parse.header.Field;
import dev.threadmill.archive.parse.header.Header;
import dev.threadmill.archive.parse.header.HeaderText;
import dev.threadmill.archive.parse.header.MailDate;
import dev.threadmill.archive.source.RawMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for any real mail. */
class CorporaTest {

    private final MessageParser parser = new MessageParser();

    static List<Path> mboxes() {
        return Corpora.mboxes();
    }

    @ParameterizedTest
    @MethodSource("mboxes")
    void datesAreRead(Path mbox) throws IOException {
        List<Problem> problems = new ArrayList<>();
        TestSource source = Corpora.read(mbox);
        List<Message> messages =
                new MessageReader(DropRules.NONE, Limits.DEFAULT, 2, n -> {})
                        .read(source, 0, 0, 0, problems::add);
        assertThat(problems)
                .as("Dates that are none")
                .filteredOn(p -> p.sentence().contains("is not a date"))
                .hasSizeLessThanOrEqualTo(messages.size() / 1000);
        assertThat(messages)
                .as("repaired")
                .filteredOn(Message::sentRepaired)
                .hasSizeLessThanOrEqualTo(messages.size() / 500);
        assertThat(messages)
                .as("that were never sent")
                .noneMatch(m -> m.arrived() < MailDate.FIRST_BELIEVABLE);
    }

    @ParameterizedTest
    @MethodSource("mboxes")
    void everythingIsReadWithoutAFailure(Path mbox) throws IOException {
        Corpora.read(mbox)
                .read(
                        raw -> {
                            MessageContent content = parser.content(raw);
                            assertThat(content.parts()).as(raw.origin().toString()).isNotEmpty();
                            assertThat(content.problems())
                                    .noneMatch(p -> p.sentence().contains("could not be read"));
                            content.parts().forEach(part -> assertReadable(raw, part));
                        },
                        problem -> {});
    }

    /** No character is undecodable that was not so in the mail, and none is a control. */
    private static void assertReadable(RawMessage raw, Part part) {
        if (part instanceof TextPart text) {
            String as = raw.origin() + " part " + text.path();
            if (text.text().indexOf('\uFFFD') >= 0) {
                assertThat(raw).as(as).matches(CorporaTest::mayHoldUndecodable);
            }
            assertThat(text.text().chars().filter(c -> c < ' ' && c != '\n' && c != '\t'))
                    .as(as)
                    .isEmpty();
        }
    }

    private static boolean mayHoldUndecodable(RawMessage raw) {
        String text = new String(raw.bytes(), StandardCharsets.ISO_8859_1);
        return text.contains("\u00ef\u00bf\u00bd")
                || text.contains("=EF=BF=BD")
                || text.toLowerCase(Locale.ROOT).contains("transfer-encoding: base64");
    }

    /** A month of lists that share messages: those that were sent once are recognised. */
    @Test
    void copiesInSeveralListsAgree() throws IOException {
        Map<String, Map<Object, Set<String>>> listsById = new HashMap<>();
        for (Path mbox : mboxes()) {
            if (mbox.toString().contains("crosspost")) {
                String list = mbox.getFileName().toString();
                Corpora.read(mbox)
                        .read(
                                raw -> {
                                    Header header = Header.of(raw.bytes());
                                    String id = new HeaderText(header).firstRaw(Field.MESSAGE_ID);
                                    listsById
                                            .computeIfAbsent(id, i -> new HashMap<>())
                                            .computeIfAbsent(
                                                    parser.contentHash(raw), h -> new HashSet<>())
                                            .add(list);
                                },
                                problem -> {});
            }
        }
        int shared = 0;
        int recognised = 0;
        for (Map<Object, Set<String>> contents : listsById.values()) {
            Set<String> lists = new HashSet<>();
            contents.values().forEach(lists::addAll);
            if (lists.size() > 1) {
                shared++;
                // Sent again under the same id, there may be two contents, each in all lists.
                recognised += contents.values().stream().allMatch(lists::equals) ? 1 : 0;
            }
        }
        assertThat(recognised).isGreaterThan(shared * 99 / 100).isPositive();
    }
}
