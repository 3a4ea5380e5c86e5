package dev.threadmill.archive.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import dev.threadmill.archive.browser.Browser;
import dev.threadmill.archive.mail.MessageId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The script that finds messages by their ids makes the same addresses as the archive. */
class MessageIdScriptTest {

    private static final Path SCRIPT = Path.of("../templates/default/assets/message-id.js");

    private static Browser browser;

    @BeforeAll
    static void launch() throws IOException {
        browser = Browser.launch();
        browser.evaluate(Files.readString(SCRIPT));
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private static List<String> texts(String function, Object argument) {
        JsonElement value =
                browser.evaluate(
                        "MessageIds." + function + "(" + new Gson().toJson(argument) + ")");
        return value.getAsJsonArray().asList().stream().map(JsonElement::getAsString).toList();
    }

    @Test
    void addressesAreThoseOfTheArchive() {
        List<String> ids = new ArrayList<>();
        Random random = new Random(7);
        String[] pieces = {
            "a",
            "B7",
            "@",
            "@",
            "/",
            ".",
            "~",
            "con",
            "COM1",
            "lpt0",
            "2024",
            "2024-05",
            "help",
            "_",
            "+",
            "%",
            "%2F",
            " ",
            "<",
            "é",
            "𝕏",
            "index.html",
            "assets",
            "x@example.org",
            "'"
        };
        for (int i = 0; i < 4000; i++) {
            StringBuilder id = new StringBuilder();
            for (int n = 1 + random.nextInt(7); n > 0; n--) {
                id.append(pieces[random.nextInt(pieces.length)]);
            }
            ids.add(id.toString());
        }
        for (int length : new int[] {46, 55, 56, 63, 64, 65, 119, 120, 168, 169, 500}) {
            ids.add("x".repeat(length) + "@example.org");
        }
        JsonArray paths =
                browser.evaluate(new Gson().toJson(ids) + ".map(id => MessageIds.paths(id)[0])")
                        .getAsJsonArray();
        List<String> natural = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            MessageId id = new MessageId(ids.get(i));
            assertThat(paths.get(i).getAsString())
                    .as(ids.get(i))
                    .isEqualTo(new MessagePaths(false).of(id));
            if (new MessagePaths(false).of(id).equals(ids.get(i))) {
                natural.add(ids.get(i));
            }
        }
        assertThat(natural).hasSizeGreaterThan(100).hasSizeLessThan(ids.size() - 100);
    }

    @Test
    void anIdWhosePathAnotherHasIsFoundByItsHash() {
        assertThat(texts("paths", "1@example.org"))
                .containsExactly("1@example.org", new MessageId("1@example.org").hashed());
    }

    @Test
    void aMessageWithoutAnIdIsFoundByWhatItWasGiven() {
        String given = MessageId.forBytes(new byte[] {1}).value();
        assertThat(texts("paths", given)).startsWith(given);
    }

    @Test
    void whateverIsPastedIsRead() {
        String id = "YT4/1+x@example.org";
        for (String pasted :
                List.of(
                        id,
                        "  <" + id + ">\n",
                        "id:" + id,
                        "mid:" + id,
                        "mid:YT4%2F1+x@example.org",
                        "Message-ID: <" + id + ">",
                        "message-id:<" + id + ">",
                        "In-Reply-To: <" + id + "> (Ann's message)",
                        "\"" + id + "\"",
                        "%3CYT4%2F1%2Bx%40example.org%3E",
                        "<YT4%2F1+x@example.org>",
                        "https://lore.kernel.org/dev/YT4%2F1+x@example.org/",
                        "https://lore.kernel.org/all/YT4%2F1+x@example.org/T/#u",
                        "https://lore.kernel.org/r/YT4%2F1%2Bx@example.org",
                        "http://lore.example.org/dev/YT4%2F1+x@example.org/t.mbox.gz",
                        "https://lore.kernel.org/dev/%3CYT4%2F1+x@example.org%3E/raw",
                        "https://marc.info/?i=%3CYT4/1%2Bx@example.org%3E")) {
            assertThat(texts("read", pasted)).as(pasted).startsWith(id);
        }
    }

    @Test
    void anAddressMayHoldAnIdWithABareSlash() {
        assertThat(texts("read", "https://lore.kernel.org/dev/YT4/1@example.org/t/"))
                .containsExactly("1@example.org", "YT4/1@example.org", "dev/YT4/1@example.org");
    }

    @Test
    void anIdWithAPercentSignIsReadBothWays() {
        assertThat(texts("read", "50%25@example.org"))
                .containsExactly("50%@example.org", "50%25@example.org");
        assertThat(texts("read", "50%@example.org")).containsExactly("50%@example.org");
    }

    @Test
    void nothingIsReadFromNothing() {
        assertThat(texts("read", " <> ")).isEmpty();
        assertThat(texts("read", "https://lore.kernel.org/")).isEmpty();
    }
}
