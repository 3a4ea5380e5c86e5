package dev.threadmill.archive.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.mail.Attachment;
import dev.threadmill.archive.mail.MessageContent;
import dev.threadmill.archive.mail.NestedMessage;
import dev.threadmill.archive.mail.Origin;
import dev.threadmill.archive.mail.Part;
import dev.threadmill.archive.mail.TextPart;
import dev.threadmill.archive.parse.decode.Controls;
import dev.threadmill.archive.parse.decode.TextDecoder;
import dev.threadmill.archive.source.RawMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Messages made to torture MIME parsers, each with the tree and the decoded parts that others found
 * in it. We agree, but where {@link #DIFFERENT} says why not.
 */
class TortureTest {

    /** What we do otherwise on purpose. */
    private static final Map<String, String> DIFFERENT =
            Map.ofEntries(
                    Map.entry("badbound", "a boundary that does not occur: shown as text"),
                    Map.entry("missing-boundary", "no part found: shown as text"),
                    Map.entry("missing-inner-boundary", "no part found: shown as text"),
                    Map.entry("missing-inner-start-boundary", "no part found: shown as text"),
                    Map.entry("multipartnopart", "no part found: shown as text"),
                    Map.entry("frag", "base64 without its padding keeps its last bytes"),
                    Map.entry("multi-frag", "lines below base64 are not decoded"),
                    Map.entry("sig-uu", "uuencoded files are taken out of the text"),
                    Map.entry("uu-junk", "uuencoded files are taken out of the text"),
                    Map.entry("uu-zeegee", "uuencoded files are taken out of the text"),
                    Map.entry("hdr-fakeout", "a blank line that holds a blank ends the header"),
                    Map.entry(
                            "basic-plain-with-bad-header-separator",
                            "a blank line that holds a blank ends the header"),
                    Map.entry("malformedHeader-noheader", "text without a header is shown"),
                    Map.entry("malformedHeaderStartsBody-noheader", "text without header is shown"),
                    Map.entry(
                            "malformedHeaderStartsBody-nocrlfcrlf",
                            "one line without a colon does not end a header that goes on"),
                    Map.entry("qp-body", "the expected bytes are ISO-8859-15, which we know"),
                    Map.entry("weird-boundary", "no boundary ends with a blank (RFC 2046 §5.1.1)"),
                    Map.entry("very-long-boundary", "no boundary ends with a blank"),
                    Map.entry("very-very-long-boundary", "no boundary ends with a blank"));

    static List<Path> messages() {
        Path folder = Corpora.folder().resolve("messages");
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(".msg")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("messages")
    void findsTheSameParts(Path file) throws Exception {
        Map<String, String> ours = new TreeMap<>();
        byte[] bytes = Files.readAllBytes(file);
        MessageContent content =
                new MessageParser()
                        .content(
                                new RawMessage(
                                        new Origin.Slice(file.getFileName().toString(), 0, 1),
                                        bytes,
                                        "",
                                        RawMessage.UNKNOWN));
        collect(content, ours);
        ours.values().removeIf(NOTHING::equals);
        Map<String, String> theirs = new Expected(file).read();
        theirs.values().removeIf(NOTHING::equals);
        String name = file.getFileName().toString().replace(".msg", "");
        if (DIFFERENT.containsKey(name)) {
            assertThat(ours).as(DIFFERENT.get(name)).isNotEqualTo(theirs);
        } else {
            assertThat(ours).isEqualTo(theirs);
        }
    }

    private static void collect(MessageContent content, Map<String, String> parts) {
        for (Part part : content.parts()) {
            if (part instanceof TextPart text) {
                parts.put(text.path(), shown(text.text()));
            } else if (part instanceof Attachment file) {
                parts.putIfAbsent(
                        file.path(), shown(new String(file.bytes(), StandardCharsets.ISO_8859_1)));
            } else if (part instanceof NestedMessage nested) {
                collect(nested.content(), parts);
            }
        }
    }

    /** A part without content, which is left out. */
    private static final String NOTHING = shown("");

    private static String shown(String text) {
        String lines = text.replace("\r\n", "\n");
        return lines.length()
                + ":"
                + (lines.length() < 300
                        ? lines
                        : lines.substring(0, 300) + Integer.toHexString(lines.hashCode()));
    }

    /** Reads the tree that stands beside a message as XML. */
    private static final class Expected {

        private final Path file;
        private final Map<String, String> parts = new TreeMap<>();

        Expected(Path file) {
            this.file = file;
        }

        Map<String, String> read() throws IOException, ParserConfigurationException, SAXException {
            String name = file.getFileName().toString().replace(".msg", "_decoded.xml");
            Element root =
                    DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(Files.newInputStream(file.resolveSibling(name)))
                            .getDocumentElement();
            message(root, "");
            return parts;
        }

        private void message(Element message, String prefix) throws IOException {
            for (Element child : children(message)) {
                switch (child.getTagName()) {
                    case "multipart" -> multipart(child, prefix);
                    case "message" -> message(child, prefix + "1.");
                    case "text-body", "binary-body" -> leaf(child, prefix + "1");
                    default -> {}
                }
            }
        }

        private void multipart(Element multipart, String prefix) throws IOException {
            int number = 0;
            for (Element child : children(multipart)) {
                if (child.getTagName().equals("body-part")) {
                    part(child, prefix + ++number);
                }
            }
        }

        private void part(Element part, String path) throws IOException {
            for (Element child : children(part)) {
                switch (child.getTagName()) {
                    case "multipart" -> multipart(child, path + ".");
                    case "message" -> message(child, path + ".");
                    case "text-body", "binary-body" -> leaf(child, path);
                    default -> {}
                }
            }
        }

        private void leaf(Element body, String path) throws IOException {
            byte[] bytes = Files.readAllBytes(file.resolveSibling(body.getAttribute("name")));
            boolean text = body.getTagName().equals("text-body");
            String content =
                    text
                            ? Controls.inText(TextDecoder.decode(bytes, "").text())
                            : new String(bytes, StandardCharsets.ISO_8859_1);
            parts.put(path, shown(content));
        }

        private static List<Element> children(Element parent) {
            List<Element> children = new ArrayList<>();
            for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
                if (n instanceof Element element) {
                    children.add(element);
                }
            }
            return children;
        }
    }
}
