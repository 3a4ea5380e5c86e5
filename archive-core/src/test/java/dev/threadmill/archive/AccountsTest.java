package dev.threadmill.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.threadmill.archive.mail.Problem;
import dev.threadmill.archive.parse.DropRule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What became of each message is written down, as far as there is something to say. */
class AccountsTest {

    private static final String HEADER =
            "From: ada@example.org\nDate: Fri, 1 Mar 2019 09:12:00 +0000\nSubject: A plan\n";

    @TempDir Path folder;

    @Test
    void messageWithNothingWrongSaysNothing() throws IOException {
        mail(message("1", "Hello."), message("2", "Hello."));
        assertThat(generate(Optional.empty()).accounts()).isEmpty();
        assertThat(accounts()).isEmpty();
    }

    @Test
    void duplicateNamesTheMessageThatIsShown() throws IOException {
        mail(message("1", "Hello."), message("1", "Hello."));
        generate(Optional.empty());
        assertThat(accounts())
                .containsExactly(
                        json(
                                "{'list':'dev','number':1,'place':'dev.mbox:204','id':'1@example.org',"
                                        + "'what':'duplicate','of':'dev.mbox:46','why':'same bytes','problems':[]}"));
    }

    @Test
    void variantNamesTheMessageWhosePageItShares() throws IOException {
        mail(message("1", "Hello."), message("1", "Goodbye."));
        generate(Optional.empty());
        assertThat(accounts())
                .singleElement()
                .satisfies(
                        account -> {
                            assertThat(account.get("what").getAsString()).isEqualTo("variant");
                            assertThat(account.get("of").getAsString()).isEqualTo("dev.mbox:46");
                        });
    }

    @Test
    void messageLeftOutNamesItsRule() throws IOException {
        mail(message("1", "Hello."), message("2", "Buy!"));
        DropRule.Condition id = new DropRule.Id("2@example.org");
        ArchiveGenerator.builder()
                .source(folder.resolve("dev.mbox"))
                .outputDirectory(folder.resolve("site"))
                .stateDirectory(folder.resolve("state"))
                .drop(new DropRule("spam", List.of(id)))
                .build()
                .generate(ProgressListener.NONE);
        assertThat(accounts())
                .singleElement()
                .satisfies(
                        account -> {
                            assertThat(account.get("what").getAsString()).isEqualTo("dropped");
                            assertThat(account.get("why").getAsString()).isEqualTo("spam");
                            assertThat(account.get("number").getAsInt()).isEqualTo(1);
                        });
    }

    @Test
    void repairsAndGuessesSayWhatAndWhy() throws IOException {
        mail(
                message("1", "caf\u00e9"),
                HEADER.replace("1 Mar", "31 Feb") + "Message-ID: <2@example.org>\n\nHello.\n");
        generate(Optional.empty());
        List<JsonObject> accounts = accounts();
        assertThat(accounts).hasSize(2);
        assertThat(accounts.get(0).toString())
                .contains("\"what\":\"kept\"", "\"severity\":\"warning\"")
                .contains("part 1 declares no charset; read as windows-1252");
        assertThat(accounts.get(1).toString())
                .contains("\"number\":1", "\"severity\":\"info\"")
                .contains("is not a date; using its arrival, 2019-03-01T09:12:00Z");
    }

    @Test
    void stoppedBuildIsAccountedForToo() throws IOException {
        mail(message("1", "caf\u00e9"), message("1", "caf\u00e9"));
        assertThatThrownBy(() -> generate(Optional.of(Problem.Severity.WARNING)))
                .isInstanceOfSatisfying(
                        StoppedByProblems.class,
                        stopped -> {
                            assertThat(stopped.problems()).hasSize(1);
                            assertThat(stopped.problemsFile())
                                    .isEqualTo(folder.resolve("state/problems.jsonl"));
                        });
        assertThat(accounts())
                .extracting(a -> a.get("what").getAsString())
                .containsExactly("kept", "duplicate");
        assertThat(folder.resolve("site")).doesNotExist();
    }

    @Test
    void sourceThatEndsEarlyHasAnAccountOfItsOwn() throws IOException {
        byte[] whole = gzip(message("1", "Hello. ".repeat(5000)));
        Files.write(
                folder.resolve("dev.mbox.gz"), java.util.Arrays.copyOf(whole, whole.length - 20));
        assertThatThrownBy(
                        () ->
                                generate(
                                        folder.resolve("dev.mbox.gz"),
                                        Optional.of(Problem.Severity.ERROR)))
                .isInstanceOf(StoppedByProblems.class);
        assertThat(accounts())
                .anySatisfy(
                        account -> {
                            assertThat(account.get("what").getAsString()).isEqualTo("source");
                            assertThat(account.has("id")).isFalse();
                            assertThat(account.toString()).contains("\"severity\":\"error\"");
                        });
    }

    private static byte[] gzip(String message) throws IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        try (var out = new java.util.zip.GZIPOutputStream(bytes)) {
            out.write(mbox(message).getBytes(StandardCharsets.ISO_8859_1));
        }
        return bytes.toByteArray();
    }

    private static String message(String id, String text) {
        return HEADER + "Message-ID: <" + id + "@example.org>\n\n" + text + "\n";
    }

    private static String mbox(String... messages) {
        StringBuilder mbox = new StringBuilder();
        for (String message : messages) {
            mbox.append("From ada@example.org Fri Mar  1 09:12:00 2019\n")
                    .append(message)
                    .append('\n');
        }
        return mbox.toString();
    }

    private void mail(String... messages) throws IOException {
        Files.write(
                folder.resolve("dev.mbox"), mbox(messages).getBytes(StandardCharsets.ISO_8859_1));
    }

    private GenerationReport generate(Optional<Problem.Severity> failOn) throws IOException {
        return generate(folder.resolve("dev.mbox"), failOn);
    }

    private GenerationReport generate(Path source, Optional<Problem.Severity> failOn)
            throws IOException {
        return ArchiveGenerator.builder()
                .source(source)
                .outputDirectory(folder.resolve("site"))
                .stateDirectory(folder.resolve("state"))
                .failOn(failOn)
                .build()
                .generate(ProgressListener.NONE);
    }

    private List<JsonObject> accounts() throws IOException {
        return Files.readAllLines(folder.resolve("state/problems.jsonl")).stream()
                .map(AccountsTest::json)
                .toList();
    }

    private static JsonObject json(String text) {
        return JsonParser.parseString(text).getAsJsonObject();
    }
}
