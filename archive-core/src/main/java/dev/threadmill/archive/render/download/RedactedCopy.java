package dev.threadmill.archive.render.download;

import dev.threadmill.archive.mail.Address;
import dev.threadmill.archive.mail.Attachment;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.MessageContent;
import dev.threadmill.archive.mail.MessageId;
import dev.threadmill.archive.mail.NestedMessage;
import dev.threadmill.archive.mail.Part;
import dev.threadmill.archive.mail.TextPart;
import dev.threadmill.archive.mail.Withheld;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A message as a file where its own bytes cannot be handed on: what is shown of it as plain text in
 * UTF-8. Its first line says that it is a copy. Mail programs can read it, but nobody can answer
 * it.
 */
public final class RedactedCopy {

    private final StringBuilder copy = new StringBuilder();

    private RedactedCopy() {}

    /**
     * The copy of a message.
     *
     * @param content what it says, as it is shown
     */
    public static byte[] of(Message message, MessageContent content) {
        RedactedCopy text = new RedactedCopy();
        text.write(message, content);
        return text.copy.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void write(Message message, MessageContent content) {
        field(
                "Comments",
                "redacted copy: decoded text without mail addresses, attachments and HTML");
        people(content);
        field("Subject", content.subject());
        field("Date", content.date());
        field("Message-ID", message.id().toString());
        field("In-Reply-To", ids(content.inReplyTo()));
        field("References", ids(message.references()));
        field("MIME-Version", "1.0");
        field("Content-Type", "text/plain; charset=UTF-8");
        field("Content-Transfer-Encoding", "8bit");
        copy.append('\n');
        for (Part part : content.allParts()) {
            if (part instanceof NestedMessage nested) {
                nested(nested);
            } else {
                part(part);
            }
        }
    }

    private void people(MessageContent content) {
        field("From", people(content.from()));
        field("To", people(content.to()));
        field("Cc", people(content.cc()));
    }

    private void nested(NestedMessage nested) {
        copy.append("[-- Message #").append(nested.path()).append(" --]\n");
        people(nested.content());
        field("Subject", nested.content().subject());
        field("Date", nested.content().date());
        copy.append('\n');
    }

    private void part(Part part) {
        if (part instanceof TextPart text && !text.type().equals("text/html")) {
            copy.append(text.text());
            if (!text.text().endsWith("\n")) {
                copy.append('\n');
            }
        } else if (part instanceof TextPart text) {
            leftOut(part, "", text.type());
        } else if (part instanceof Withheld file) {
            leftOut(part, file.name(), file.type());
        } else if (part instanceof Attachment file) {
            copy.append("[-- Attachment #").append(file.path()).append(": ");
            copy.append(oneLine(file.name())).append(" --]\n");
        }
    }

    private void leftOut(Part part, String name, String type) {
        copy.append("[-- Left out: #").append(part.path()).append(' ');
        copy.append(oneLine(name.isEmpty() ? type : name + ", " + type)).append(" --]\n");
    }

    private void field(String name, String value) {
        if (!value.isEmpty()) {
            copy.append(name).append(": ").append(oneLine(value)).append('\n');
        }
    }

    private static String oneLine(String value) {
        return value.replace('\n', ' ').replace('\r', ' ');
    }

    private static String people(List<Address> people) {
        return people.stream().map(Address::full).collect(Collectors.joining(", "));
    }

    private static String ids(List<MessageId> ids) {
        return ids.stream().map(MessageId::toString).collect(Collectors.joining(" "));
    }
}
