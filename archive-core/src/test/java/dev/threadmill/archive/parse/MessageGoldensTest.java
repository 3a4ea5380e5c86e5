package dev.threadmill.archive.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each message {@code NAME.eml} is read as {@code NAME.txt} says; NAME is what is awkward about it.
 * {@code -Dgoldens=update} writes the texts anew.
 */
class MessageGoldensTest {

    private static final Path FOLDER =
            Path.of("src/test/resources/dev/threadmill/archive/parse/messages");

    private static final boolean UPDATE = "update".equals(System.getProperty("goldens"));

    static List<String> names() {
        return List.copyOf(names(".eml"));
    }

    private static Set<String> names(String suffix) {
        try (Stream<Path> files = Files.list(FOLDER)) {
            Set<String> names = new TreeSet<>();
            files.map(f -> f.getFileName().toString())
                    .filter(n -> n.endsWith(suffix))
                    .forEach(n -> names.add(n.substring(0, n.length() - suffix.length())));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void isReadAsItsTextSays(String name) throws IOException {
        Path golden = FOLDER.resolve(name + ".txt");
        String dump = MessageDump.of(Files.readAllBytes(FOLDER.resolve(name + ".eml")));
        if (UPDATE) {
            Files.write(golden, dump.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(dump).isEqualTo(new String(Files.readAllBytes(golden), StandardCharsets.UTF_8));
    }

    @Test
    void noHalfOfAPairIsMissing() {
        assertThat(names(".txt")).isEqualTo(names(".eml")).isNotEmpty();
    }
}
