package dev.threadmill.archive.thread;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.threadmill.archive.Corpora;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * The cases that came with the JWZ algorithm. Where ours does otherwise, it does so on purpose:
 * ghosts are not pruned (the test prunes them), equal subjects are no thread, and of a loop no
 * message is lost.
 */
class JwzCasesTest {

    @Test
    void treesAreThoseOfTheAlgorithm() throws IOException {
        String json = Files.readString(Corpora.file("oracles/jwz-threading.json"));
        for (JsonElement element : JsonParser.parseString(json).getAsJsonArray()) {
            JsonObject oneCase = element.getAsJsonObject();
            if (oneCase.get("case").getAsString().equals("TestThreadBySubject")) {
                continue; // gathers by subject alone, which we do not
            }
            List<String> expected =
                    strings(oneCase, "expected").stream().filter(line -> !line.isEmpty()).toList();
            assertThat(trees(pruned(given(oneCase))))
                    .as(oneCase.get("case").getAsString())
                    .containsAll(trees(withoutSubjectGathering(expected)));
        }
    }

    private static GivenMail given(JsonObject oneCase) {
        GivenMail mail = new GivenMail();
        int serial = 0;
        Map<String, Integer> seen = new HashMap<>();
        for (JsonElement element : oneCase.getAsJsonArray("messages")) {
            JsonObject message = element.getAsJsonObject();
            String id = message.get("id").getAsString();
            // The algorithm gives a used id a new one; here, copies of a message are shown once.
            String unique = seen.merge(id, 1, Integer::sum) == 1 ? id : id + "-" + serial++;
            mail.at(0)
                    .sentAs(
                            message.get("subject").getAsString(),
                            unique,
                            strings(message, "references").toArray(String[]::new));
        }
        return mail;
    }

    private static List<String> strings(JsonObject object, String name) {
        return StreamSupport.stream(object.getAsJsonArray(name).spliterator(), false)
                .map(JsonElement::getAsString)
                .toList();
    }

    /** The subjects, ghosts pruned as step 4 of the algorithm says. */
    private static List<String> pruned(GivenMail mail) {
        List<String> lines = new ArrayList<>();
        for (MailThread thread : mail.thread().threads()) {
            List<Integer> shownDepth = new ArrayList<>();
            long tops = childrenShown(thread);
            for (ThreadNode node : thread.nodes()) {
                int above = node.parent() < 0 ? -1 : shownDepth.get(node.parent());
                boolean dummy = node.isGhost() && node.parent() < 0 && tops > 1;
                shownDepth.add(node.isGhost() && !dummy ? above : above + 1);
                if (dummy) {
                    lines.add("dummy");
                } else if (!node.isGhost()) {
                    lines.add("   ".repeat(above + 1) + node.message().subject().text());
                }
            }
        }
        return lines;
    }

    /** How many messages have only ghosts above them. */
    private static long childrenShown(MailThread thread) {
        List<Boolean> onlyGhosts = new ArrayList<>();
        long count = 0;
        for (ThreadNode node : thread.nodes()) {
            boolean above = node.parent() < 0 || onlyGhosts.get(node.parent());
            onlyGhosts.add(above && node.isGhost());
            count += above && !node.isGhost() ? 1 : 0;
        }
        return count;
    }

    private static List<String> withoutSubjectGathering(List<String> lines) {
        List<String> kept = new ArrayList<>(lines);
        for (String subject : List.of("same subject 1", "lkjhlkjh")) {
            int at = kept.indexOf("   " + subject);
            if (at > 0) {
                kept.remove(at - 1);
                kept.replaceAll(line -> line.equals("   " + subject) ? subject : line);
            }
        }
        return kept;
    }

    private static List<String> trees(List<String> lines) {
        return List.of(String.join("\n", lines).split("\n(?=\\S)"));
    }
}
