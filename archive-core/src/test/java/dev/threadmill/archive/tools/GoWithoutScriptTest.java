package dev.threadmill.archive.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.ArchiveGenerator;
import dev.threadmill.archive.ProgressListener;
import dev.threadmill.archive.mail.MessageId;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host that is set up as the documentation says goes to a Message-ID by itself. */
class GoWithoutScriptTest {

    private static final List<String> IDS =
            List.of("plain@example.org", "a/b@example.org", "CAF+x=y_z@example.org");

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

    @TempDir Path folder;

    private Path site;

    @BeforeEach
    void generate() throws IOException {
        Path mail = Files.createDirectories(folder.resolve("mail/dev"));
        for (String id : IDS) {
            Files.writeString(
                    mail.resolve(IDS.indexOf(id) + ".eml"),
                    "From: a@example.org\nMessage-ID: <" + id + ">\nSubject: Hello\n\nText\n");
        }
        site = folder.resolve("site");
        ArchiveGenerator.builder()
                .source(folder.resolve("mail"))
                .outputDirectory(site)
                .templateDirectory(folder.resolve("templates"))
                .build()
                .generate(ProgressListener.NONE);
    }

    @Test
    void onNginx() throws IOException, InterruptedException {
        Tool.assumeInstalled("nginx");
        try (WebServer server = WebServer.nginxThatGoes(site, folder, new Tool(folder))) {
            goesToMessagesAndNowhereElse(server);
        }
    }

    @Test
    void onApache() throws IOException, InterruptedException {
        Tool.assumeInstalled("apache2");
        try (WebServer server = WebServer.apacheThatGoes(site, folder, new Tool(folder))) {
            goesToMessagesAndNowhereElse(server);
        }
    }

    private void goesToMessagesAndNowhereElse(WebServer server)
            throws IOException, InterruptedException {
        for (String id : IDS) {
            String page = "id=\"m" + new MessageId(id).sha1() + "\" data-depth=\"0\"";
            assertThat(go(server, id).body()).as(id).contains(page);
            assertThat(go(server, "<" + id + ">").body()).as("<%s>", id).contains(page);
        }
        assertThat(go(server, "").body()).contains("Go to a message");
        for (String id : List.of("gone@example.org", "https://example.com/")) {
            HttpResponse<String> answer = go(server, id);
            assertThat(answer.statusCode()).as(id).isEqualTo(404);
            assertThat(answer.uri().toString()).startsWith(server.address() + "dev/");
            assertThat(answer.body()).contains("not-found.js");
        }
        assertThat(go(server, "../../mail/dev/0.eml").statusCode()).isBetween(400, 404);
    }

    /** What comes of the form of a list, sent without its script. */
    private HttpResponse<String> go(WebServer server, String id)
            throws IOException, InterruptedException {
        String query = "id=" + URLEncoder.encode(id, StandardCharsets.UTF_8);
        URI form = URI.create(server.address() + "dev/_/go/?" + query);
        return client.send(HttpRequest.newBuilder(form).build(), BodyHandlers.ofString());
    }
}
