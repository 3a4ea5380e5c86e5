package dev.threadmill.archive.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a message says, without what the policy does not show. Of files only those are handed on
 * whose text is known, in UTF-8; HTML stays as it is, for what it says is known only where it is
 * laid out.
 */
final class RedactedContent {

    /** Nobody shows messages that are deeper inside others. */
    private static final int DEEPEST = 16;

    private final AddressPolicy policy;

    RedactedContent(AddressPolicy policy) {
        this.policy = policy;
    }

    MessageContent of(MessageContent content) {
        return of(content, 0);
    }

    private MessageContent of(MessageContent content, int depth) {
        return new MessageContent(
                senders(content.from()),
                content.rewritten().isEmpty() ? Address.NONE : sender(content.rewritten()),
                people(content.to()),
                people(content.cc()),
                people(content.replyTo()),
                policy.text(content.subject()),
                policy.text(content.date()),
                content.inReplyTo().stream().map(policy::id).toList(),
                depth > DEEPEST ? List.of() : parts(content.parts(), depth),
                content.problems().stream().map(this::problem).toList());
    }

    /** Who wrote: that there is an address is said. */
    private List<Address> senders(List<Address> addresses) {
        return addresses.stream().map(this::sender).toList();
    }

    private Address sender(Address address) {
        return address.name().isEmpty()
                ? nameless(address)
                : new Address(policy.text(address.name()), policy.email(address));
    }

    /** To whom: names alone where there are any, or else every line would end alike. */
    private List<Address> people(List<Address> addresses) {
        List<Address> people = new ArrayList<>(addresses.size());
        int nameless = 0;
        for (Address address : addresses) {
            Address shown = sender(address);
            if (shown.email().equals(AddressPolicy.HIDDEN_WORD)) {
                people.add(new Address(shown.name(), ""));
            } else if (!shown.name().equals(AddressPolicy.HIDDEN)) {
                people.add(shown);
            } else {
                nameless++;
            }
        }
        if (nameless > 0) {
            String more = nameless == 1 ? "" : " (" + nameless + ")";
            people.add(new Address(AddressPolicy.HIDDEN + more, ""));
        }
        return people;
    }

    private Address nameless(Address address) {
        String shown = policy.display(address);
        return shown.equals(AddressPolicy.HIDDEN) ? new Address(shown, "") : new Address("", shown);
    }

    private List<Part> parts(List<Part> parts, int depth) {
        Map<String, String> texts = new HashMap<>();
        List<Part> shown = new ArrayList<>(parts.size());
        for (Part part : parts) {
            if (part instanceof TextPart text) {
                texts.put(text.path(), isHtml(text) ? "" : policy.text(text.text()));
            }
        }
        for (Part part : parts) {
            if (part instanceof TextPart text) {
                String words = isHtml(text) ? text.text() : texts.getOrDefault(text.path(), "");
                shown.add(text(text, words));
            } else if (part instanceof NestedMessage nested) {
                shown.add(new NestedMessage(nested.path(), of(nested.content(), depth + 1)));
            } else if (part instanceof Attachment file) {
                shown.add(file(file, texts.getOrDefault(file.path(), "")));
            } else {
                shown.add(part);
            }
        }
        return shown;
    }

    private static boolean isHtml(TextPart part) {
        return part.type().equals("text/html");
    }

    private TextPart text(TextPart part, String text) {
        return new TextPart(
                part.path(),
                policy.text(part.type()),
                policy.text(part.name()),
                text,
                part.flowed(),
                part.delSp(),
                guess(part.guess()));
    }

    private TextPart.@Nullable Guess guess(TextPart.@Nullable Guess guess) {
        return guess == null
                ? null
                : new TextPart.Guess(policy.text(guess.charset()), problem(guess.problem()));
    }

    private Part file(Attachment file, String text) {
        String name = policy.text(file.name());
        String type = policy.text(file.type());
        String description = policy.text(file.description());
        if (text.isEmpty()) {
            return new Withheld(file.path(), name, type, description, file.bytes().length);
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Attachment(file.path(), name, type, description, "", bytes);
    }

    private Problem problem(Problem problem) {
        return new Problem(
                problem.severity(),
                problem.place(),
                policy.text(problem.sentence()),
                problem.isCount());
    }
}
