package dev.threadmill.archive.body;

import dev.threadmill.archive.mail.AddressPolicy;
import dev.threadmill.archive.mail.MessageContent;
import dev.threadmill.archive.mail.MessageId;
import dev.threadmill.archive.mail.Part;
import dev.threadmill.archive.mail.TextPart;
import java.util.List;

/** Turns what a message says into {@link Html}. Immutable and safe for threads. */
public final class BodyRenderer {

    private final AddressPolicy addresses;

    public BodyRenderer(AddressPolicy addresses, List<LinkRule> rules) {
        this.addresses = addresses;
    }

    /** The parts of a message, one after the other, as they are shown. */
    public Html render(MessageId id, MessageContent content) {
        HtmlBuilder out = new HtmlBuilder();
        for (Part part : content.parts()) {
            if (part instanceof TextPart text) {
                out.markup("<pre class=\"body\">");
                out.text(addresses.text(text.text()));
                out.markup("</pre>");
            }
        }
        return out.build();
    }
}
