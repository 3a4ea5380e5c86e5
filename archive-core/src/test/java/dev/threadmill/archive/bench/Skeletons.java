package dev.threadmill.archive.bench;

import dev.threadmill.archive.mail.Address;
import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.MessageId;
import dev.threadmill.archive.mail.Origin;
import dev.threadmill.archive.mail.Subject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Skeletons of generated messages, without the messages. */
final class Skeletons {

    private Skeletons() {}

    /** As {@link MailWriter} would write them. */
    static List<Message> of(int messages) {
        MailArrivals arrivals = new MailArrivals(MailOptions.of(messages));
        List<Message> skeletons = new ArrayList<>(messages);
        for (int number = 0; number < messages; number++) {
            MessageSketch message = arrivals.next();
            List<MessageId> references = message.references().stream().map(MessageId::new).toList();
            skeletons.add(skeleton(number, message.id(), references, message.arrived()));
        }
        return skeletons;
    }

    /** One thread in which each message answers the one before. */
    static List<Message> chain(int messages) {
        List<Message> skeletons = new ArrayList<>(messages);
        for (int number = 0; number < messages; number++) {
            List<MessageId> references =
                    number == 0
                            ? List.of()
                            : List.of(new MessageId(number - 1 + "@chain.example.org"));
            skeletons.add(skeleton(number, number + "@chain.example.org", references, number));
        }
        return skeletons;
    }

    private static Message skeleton(
            int number, String id, List<MessageId> references, long arrived) {
        return new Message(
                new MessageId(id),
                false,
                references,
                new Address("Mira Toval", "mira@example.org"),
                new Subject("a subject"),
                "",
                arrived,
                false,
                arrived,
                Hash.of(id.getBytes(StandardCharsets.UTF_8)),
                new Origin.Slice("mail", number, 1),
                0,
                0,
                number);
    }
}
