package dev.threadmill.archive.body;

import dev.threadmill.archive.mail.Address;
import dev.threadmill.archive.mail.AddressPolicy;
import dev.threadmill.archive.mail.Attachment;
import dev.threadmill.archive.mail.MessageContent;
import dev.threadmill.archive.mail.MessageId;
import dev.threadmill.archive.mail.NestedMessage;
import dev.threadmill.archive.mail.Part;
import dev.threadmill.archive.mail.TextPart;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Messages to render, and what a browser and a feed reader make of the result. */
final class Bodies {

    static final MessageId OWN = new MessageId("own@example.org");

    private static final BodyRenderer RENDERER =
            new BodyRenderer(
                    AddressPolicy.SHOW,
                    List.of(
                            new LinkRule(
                                    Pattern.compile("\\bbug #(\\d+)"),
                                    "https://bugs.example.org/$1")),
                    problem -> {
                        if (problem.sentence().contains("could not be laid out")) {
                            throw new AssertionError(problem.toString());
                        }
                    });

    private Bodies() {}

    static String plain(String text) {
        return render(text("text/plain", text));
    }

    static String html(String html) {
        return render(text("text/html", html));
    }

    static String markdown(String markdown) {
        return render(text("text/markdown", markdown));
    }

    static String render(Part... parts) {
        return Filled.of(html(parts));
    }

    static Html html(Part... parts) {
        return RENDERER.render(OWN, content(parts));
    }

    static TextPart text(String type, String text) {
        return new TextPart("1", type, "", text, false, false, null);
    }

    static Attachment file(String path, String name, String type, String id, String latin1) {
        byte[] bytes = latin1.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        return new Attachment(path, name, type, "", id, bytes);
    }

    static NestedMessage nested(String path, Part... parts) {
        return new NestedMessage(path, content(parts));
    }

    static MessageContent content(Part... parts) {
        return new MessageContent(
                List.of(new Address("Ann Author", "ann@example.org")),
                Address.NONE,
                List.of(new Address("", "dev@example.org")),
                List.of(),
                List.of(),
                "A subject",
                "Mon, 1 Jan 2024 10:00:00 +0100",
                List.of(),
                List.of(parts),
                List.of());
    }

    /** Fails unless the markup is well-formed XML. */
    static void parseAsXml(String markup) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            // Since JDK 24 no text of more than 100,000 characters is read otherwise.
            factory.setAttribute("jdk.xml.maxGeneralEntitySizeLimit", 0);
            factory.setAttribute("jdk.xml.totalEntitySizeLimit", 0);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            builder.parse(new InputSource(new StringReader("<div>" + markup + "</div>")));
        } catch (ParserConfigurationException | IOException e) {
            throw new AssertionError(e);
        } catch (SAXException e) {
            throw new AssertionError("not well-formed: " + e.getMessage() + "\n" + markup, e);
        }
    }

    /** What a browser makes of the markup when no message is held. */
    static Element browse(Html html) {
        return Jsoup.parse("<!DOCTYPE html><body>" + shown(html)).body();
    }

    /** The markup when no message is held. */
    static String shown(Html html) {
        StringBuilder out = new StringBuilder();
        try {
            html.writeTo(out, new NothingHeld());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static final class NothingHeld implements Html.Holes {
        @Override
        public void linkTo(Appendable out, Html.LinkTo link) throws IOException {
            out.append(link.otherwise());
        }

        @Override
        public void attachment(Appendable out, Html.AttachmentLink link) throws IOException {
            out.append(link.part()).append("-file.bin");
        }

        @Override
        public void anchor(Appendable out, Html.Anchor anchor) throws IOException {
            out.append("m1-").append(anchor.name());
        }
    }
}
