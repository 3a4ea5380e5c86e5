package dev.threadmill.archive.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.browser.Browser;
import dev.threadmill.archive.browser.SiteServer;
import dev.threadmill.archive.browser.Visit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A test that hostile mail passes says nothing unless the mail is hostile. */
class HostileMailTest {

    private static final Pattern ENCODED_WORD = Pattern.compile("=\\?[\\w-]+\\?B\\?([^?]*)\\?=");
    private static final Pattern BASE64_PART =
            Pattern.compile("base64\\n(?:[^\\n]+\\n)*\\n([A-Za-z0-9+/=\\n]+)");

    @TempDir Path folder;

    @Test
    void tellsWhatItTries() throws IOException {
        Map<String, byte[]> written = HostileMail.written();
        assertThat(written).hasSizeGreaterThan(150);
        assertThat(written.keySet()).allMatch(name -> name.matches("[a-z0-9-]{4,60}"));
    }

    @Test
    void doesHarmWhereNothingStopsIt() throws IOException {
        Map<String, byte[]> written = HostileMail.written();
        for (Map.Entry<String, byte[]> message : written.entrySet()) {
            String page = naively(new String(message.getValue(), StandardCharsets.ISO_8859_1));
            Files.writeString(
                    folder.resolve(message.getKey() + ".html"), page, StandardCharsets.ISO_8859_1);
        }
        int harmful = 0;
        try (SiteServer server = SiteServer.of(folder);
                Browser browser = Browser.launch()) {
            for (String name : written.keySet()) {
                Visit visit = browser.open(server.url(name + ".html"));
                boolean harm =
                        !visit.events().isEmpty()
                                || !visit.requestsOutside(server.url("")).isEmpty()
                                || !browser.evaluate("window.pwned").isJsonNull();
                harmful += harm ? 1 : 0;
            }
        }
        assertThat(harmful).isGreaterThan(170);
    }

    /** A message as an archive shows it that decodes what it finds and escapes nothing. */
    private static String naively(String message) {
        StringBuilder page = new StringBuilder();
        Matcher words = ENCODED_WORD.matcher(message);
        while (words.find()) {
            page.append(base64(words.group(1)));
        }
        Matcher parts = BASE64_PART.matcher(message);
        while (parts.find()) {
            page.append(base64(parts.group(1)));
        }
        boolean printable = message.contains("quoted-printable") || message.contains("?Q?");
        return page.append(printable ? message.replaceAll("=3C", "<").replaceAll("=3E", ">") : "")
                .append(message)
                .toString();
    }

    private static String base64(String text) {
        byte[] bytes = Base64.getMimeDecoder().decode(text);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
