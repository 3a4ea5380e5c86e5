package dev.threadmill.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.body.BodyRenderer;
import dev.threadmill.archive.body.Html;
import dev.threadmill.archive.mail.AddressPolicy;
import dev.threadmill.archive.mail.MessageId;
import dev.threadmill.archive.mail.Origin;
import dev.threadmill.archive.parse.MessageParser;
import dev.threadmill.archive.source.RawMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each awkward message {@code NAME.eml} of the parser's goldens is shown as {@code NAME.html} says;
 * its {@code NAME.txt} says how it is read. {@code -Dgoldens=update} writes the HTML anew.
 */
class MessageBodiesTest {

    private static final Path FOLDER =
            Path.of("src/test/resources/dev/threadmill/archive/parse/messages");

    private static final BodyRenderer RENDERER =
            new BodyRenderer(
                    AddressPolicy.SHOW,
                    List.of(),
                    problem -> {
                        throw new AssertionError(problem.toString());
                    });

    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".eml"))
                    .map(name -> name.substring(0, name.length() - ".eml".length()))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void isShownAsItsHtmlSays(String name) throws IOException {
        byte[] message = Files.readAllBytes(FOLDER.resolve(name + ".eml"));
        Origin origin = new Origin.Slice("mbox", 0, message.length);
        RawMessage raw = new RawMessage(origin, message, "", RawMessage.UNKNOWN);
        Html html =
                RENDERER.render(new MessageId("1@example.org"), new MessageParser().content(raw));
        StringBuilder shown = new StringBuilder();
        html.writeTo(shown, new HolesAsTheyAre());
        shown.append('\n');
        Path golden = FOLDER.resolve(name + ".html");
        if ("update".equals(System.getProperty("goldens"))) {
            Files.writeString(golden, shown);
        }
        assertThat(shown.toString()).isEqualTo(Files.readString(golden));
    }

    private static final class HolesAsTheyAre implements Html.Holes {
        @Override
        public void linkTo(Appendable out, Html.LinkTo link) throws IOException {
            out.append("{").append(link.id().value()).append("|").append(link.label());
            out.append("|").append(link.otherwise()).append("}");
        }

        @Override
        public void attachment(Appendable out, Html.AttachmentLink link) throws IOException {
            out.append("{file ").append(link.part()).append("}");
        }

        @Override
        public void anchor(Appendable out, Html.Anchor anchor) throws IOException {
            out.append("{#").append(anchor.name()).append("}");
        }
    }
}
