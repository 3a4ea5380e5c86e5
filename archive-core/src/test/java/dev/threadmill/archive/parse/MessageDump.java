package dev.threadmill.archive.parse;

import dev.threadmill.archive.mail.Address;
import dev.threadmill.archive.mail.Attachment;
import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.mail.Limits;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.MessageContent;
import dev.threadmill.archive.mail.NestedMessage;
import dev.threadmill.archive.mail.Part;
import dev.threadmill.archive.mail.Problem;
import dev.threadmill.archive.mail.TextPart;
import dev.threadmill.archive.source.RawMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What became of a message, as text that people can compare with it. */
final class MessageDump {

    private final StringBuilder text = new StringBuilder();

    static String of(byte[] message) throws IOException {
        List<Problem> problems = new ArrayList<>();
        TestSource source = new TestSource().add(message, "", RawMessage.UNKNOWN);
        List<Message> read =
                new MessageReader(DropRules.NONE, Limits.DEFAULT, 1, n -> {})
                        .read(source, 0, 0, 0, problems::add);
        MessageDump dump = new MessageDump();
        dump.skeleton(read.get(0));
        MessageContent content = new MessageParser().content(source.first());
        dump.content(content, "");
        problems.addAll(content.problems());
        for (Problem problem : problems) {
            dump.line(
                    "",
                    problem.severity().name().toLowerCase(java.util.Locale.ROOT),
                    problem.sentence());
        }
        return dump.text.toString();
    }

    private void skeleton(Message m) {
        line("", "id", m.idMissing() ? "(missing) " + m.id().value() : m.id().value());
        for (var reference : m.references()) {
            line("", "reference", reference.value());
        }
        line("", "sent", Instant.ofEpochSecond(m.sent()) + (m.sentRepaired() ? " (repaired)" : ""));
        line("", "arrived", Instant.ofEpochSecond(m.arrived()).toString());
    }

    private void content(MessageContent c, String indent) {
        line(indent, "from", people(c.from()));
        line(indent, "to", people(c.to()));
        line(indent, "cc", people(c.cc()));
        line(indent, "reply-to", people(c.replyTo()));
        line(indent, "subject", c.subject());
        line(indent, "date", c.date());
        line(
                indent,
                "in-reply-to",
                c.inReplyTo().stream().map(Object::toString).collect(Collectors.joining(" ")));
        for (Part part : c.parts()) {
            part(part, indent);
        }
    }

    private void part(Part part, String indent) {
        if (part instanceof TextPart t) {
            String flags =
                    (t.flowed() ? " flowed" : "")
                            + (t.delSp() ? " delsp" : "")
                            + (t.guess() == null ? "" : " guessed " + t.guess().charset())
                            + (t.name().isEmpty() ? "" : " \"" + t.name() + "\"");
            line(indent, "text " + t.path(), t.type() + flags);
            for (String line : t.text().split("\n", -1)) {
                text.append(indent).append("    |").append(line).append('\n');
            }
        } else if (part instanceof Attachment a) {
            String more =
                    (a.name().isEmpty() ? "" : " \"" + a.name() + "\"")
                            + (a.description().isEmpty() ? "" : " (" + a.description() + ")")
                            + (a.contentId().isEmpty() ? "" : " <" + a.contentId() + ">");
            String hash = Hash.of(a.bytes()).toString().substring(0, 8);
            line(
                    indent,
                    "file " + a.path(),
                    a.type() + more + " " + a.bytes().length + " bytes " + hash);
        } else if (part instanceof NestedMessage n) {
            text.append(indent).append("message ").append(n.path()).append(":\n");
            content(n.content(), indent + "    ");
        }
    }

    private static String people(List<Address> addresses) {
        return addresses.stream()
                .map(a -> (a.name() + " <" + a.email() + ">").strip())
                .collect(Collectors.joining(", "));
    }

    private void line(String indent, String name, String value) {
        if (!value.isEmpty()) {
            text.append(indent).append(name).append(": ").append(value).append('\n');
        }
    }
}
