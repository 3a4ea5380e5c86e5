package dev.threadmill.archive.parse;

import dev.threadmill.archive.mail.Limits;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.MessageContent;
import dev.threadmill.archive.mail.NestedMessage;
import dev.threadmill.archive.mail.Origin;
import dev.threadmill.archive.mail.Part;
import dev.threadmill.archive.mail.TextPart;
import dev.threadmill.archive.source.RawMessage;
import java.util.ArrayDeque;
import java.util.Deque;

/** Messages as a fuzzer thinks of them: read to their end, as text that can be shown. */
public final class MessageFuzz {

    private MessageFuzz() {}

    /** The bytes of one message. */
    public static void fuzzerTestOneInput(byte[] data) {
        Origin origin = new Origin.Slice("fuzz.mbox", 0, data.length);
        RawMessage raw = new RawMessage(origin, data, "", RawMessage.UNKNOWN);
        Message message =
                new SkeletonParser(0, 0, DropRules.NONE, Limits.DEFAULT)
                        .parse(raw, 0, false)
                        .message();
        onOneLine(message.subject().text());
        onOneLine(message.from().name());
        onOneLine(message.from().email());
        MessageParser parser = new MessageParser();
        MessageContent content = parser.content(raw);
        onOneLine(content.subject());
        texts(content);
        if (!parser.contentHash(raw).equals(parser.contentHash(raw))) {
            throw new AssertionError("read twice, it says something else");
        }
    }

    private static void texts(MessageContent content) {
        Deque<Part> parts = new ArrayDeque<>(content.parts());
        while (!parts.isEmpty()) {
            Part part = parts.pop();
            if (part instanceof TextPart text) {
                clean(text.text(), "\t\n");
            } else if (part instanceof NestedMessage nested) {
                nested.content().parts().forEach(parts::push);
            }
        }
    }

    static void onOneLine(String text) {
        clean(text, "\t");
    }

    private static void clean(String text, String allowed) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) && allowed.indexOf(c) < 0) {
                throw new AssertionError("U+%04X in '%s'".formatted((int) c, text));
            }
        }
    }
}
