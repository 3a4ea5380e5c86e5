package dev.threadmill.archive.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.mail.TextPart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each {@code bodies/NAME.txt} becomes {@code NAME.html}. First lines like {@code #type:
 * text/x-patch}, {@code #name: a.patch}, {@code #flowed: yes} and {@code #delsp: yes} say what the
 * part is. {@code -Dgoldens=update} writes the HTML anew.
 */
class GoldenBodiesTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "bodies");

    static Stream<String> names() throws IOException {
        return files(".txt").stream();
    }

    @Test
    void everyTextHasItsHtml() throws IOException {
        if (!"update".equals(System.getProperty("goldens"))) {
            assertThat(files(".html")).isEqualTo(files(".txt"));
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void textBecomesHtml(String name) throws IOException {
        String rendered = Filled.of(Bodies.html(part(name))) + "\n";
        Path golden = FOLDER.resolve(name + ".html");
        if ("update".equals(System.getProperty("goldens"))) {
            Files.writeString(golden, rendered);
        }
        assertThat(rendered).isEqualTo(Files.readString(golden));
    }

    @ParameterizedTest
    @MethodSource("names")
    void feedsAndBrowsersCanReadIt(String name) throws IOException {
        TextPart part = part(name);
        Bodies.parseAsXml(Filled.of(Bodies.html(part)));

        boolean exact = !part.flowed() && !name.equals("control-characters");
        if (exact && !part.type().matches("text/(html|markdown)")) {
            String shown =
                    Bodies.browse(Bodies.html(part)).select("pre.body").stream()
                            .map(pre -> pre.wholeText())
                            .collect(Collectors.joining());
            assertThat(shown).isEqualTo(part.text().stripTrailing());
        }
    }

    private static TextPart part(String name) throws IOException {
        String text = Files.readString(FOLDER.resolve(name + ".txt"));
        var directives = new TreeMap<String, String>();
        while (text.matches("(?s)#(type|name|flowed|delsp): .*")) {
            String line = text.substring(1, text.indexOf('\n'));
            int colon = line.indexOf(": ");
            directives.put(line.substring(0, colon), line.substring(colon + 2));
            text = text.substring(text.indexOf('\n') + 1);
        }
        return new TextPart(
                "1",
                directives.getOrDefault("type", "text/plain"),
                directives.getOrDefault("name", ""),
                text,
                directives.containsKey("flowed"),
                directives.containsKey("delsp"),
                null);
    }

    private static Set<String> files(String suffix) throws IOException {
        try (Stream<Path> all = Files.list(FOLDER)) {
            return all.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(suffix))
                    .map(file -> file.substring(0, file.length() - suffix.length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
