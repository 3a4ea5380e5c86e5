package dev.threadmill.archive.parse.mime;

import dev.threadmill.archive.mail.Address;
import dev.threadmill.archive.mail.MessageContent;
import dev.threadmill.archive.mail.NestedMessage;
import dev.threadmill.archive.mail.Part;
import dev.threadmill.archive.mail.Problem;
import dev.threadmill.archive.parse.header.AddressParser;
import dev.threadmill.archive.parse.header.Field;
import dev.threadmill.archive.parse.header.Findings;
import dev.threadmill.archive.parse.header.Header;
import dev.threadmill.archive.parse.header.HeaderText;
import dev.threadmill.archive.parse.header.ReferenceScanner;
import dev.threadmill.archive.parse.header.Senders;
import java.util.ArrayList;
import java.util.List;

/** Gathers a message's parts; what is shown of alternatives is known only when all are there. */
final class ContentBuilder {

    private final String path;
    private final Findings findings;
    private final List<Object> items = new ArrayList<>();
    private Header header;

    /**
     * A message to be filled.
     *
     * @param path the path of the part that holds it; empty for the mail itself
     */
    ContentBuilder(String path, Header header, Findings findings) {
        this.path = path;
        this.header = header;
        this.findings = findings;
    }

    void header(Header header) {
        this.header = header;
    }

    void add(Leaf leaf) {
        Branch.note(leaf.branch(), leaf);
        items.add(leaf);
    }

    void add(NestedMessage message) {
        items.add(message);
    }

    NestedMessage nested() {
        HeaderText text = new HeaderText(header);
        return new NestedMessage(path, build(text, parts(text), List.of()));
    }

    /** The finished content, with everything that was found in making it. */
    MessageContent build() {
        HeaderText text = new HeaderText(header);
        List<Part> parts = parts(text);
        return build(text, parts, findings.problems());
    }

    private MessageContent build(HeaderText text, List<Part> parts, List<Problem> problems) {
        Senders senders = Senders.of(text);
        return new MessageContent(
                senders.from(),
                senders.rewritten(),
                addresses(Field.TO, text),
                addresses(Field.CC, text),
                addresses(Field.REPLY_TO, text),
                text.first(Field.SUBJECT),
                text.first(Field.DATE),
                new ReferenceScanner(header, text).inReplyTo(),
                parts,
                problems);
    }

    private List<Part> parts(HeaderText text) {
        List<Part> parts = new ArrayList<>();
        LeafParts leafParts = new LeafParts(parts, text, findings);
        for (Object item : items) {
            if (item instanceof Leaf leaf) {
                leafParts.add(leaf);
            } else {
                parts.add((NestedMessage) item);
            }
        }
        return parts;
    }

    private List<Address> addresses(Field field, HeaderText text) {
        List<Address> addresses = new ArrayList<>();
        for (int i = header.first(field); i >= 0; i = header.next(field, i + 1)) {
            addresses.addAll(AddressParser.parse(text.raw(i)));
        }
        return addresses;
    }
}
