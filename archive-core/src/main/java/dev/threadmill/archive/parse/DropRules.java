package dev.threadmill.archive.parse;

import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.MessageId;
import dev.threadmill.archive.parse.header.AnyField;
import dev.threadmill.archive.parse.header.Field;
import dev.threadmill.archive.parse.header.Header;
import dev.threadmill.archive.parse.header.HeaderText;
import dev.threadmill.archive.source.RawMessage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** All rules of a build for what is left out. The first one that a message meets counts. */
public final class DropRules {

    /** Leaves nothing out. */
    public static final DropRules NONE = new DropRules(List.of(), false);

    /** The name under which messages are counted whose authors wanted them in no archive. */
    public static final String NO_ARCHIVE = "X-No-Archive";

    private final boolean respectNoArchive;
    private final List<Rule> rules;

    /**
     * Takes the rules in their order.
     *
     * @param respectNoArchive whether a message is left out, before all rules, that says {@code
     *     X-No-Archive: yes}, {@code X-Archive: no} or {@code Archive: no} (RFC 5536 §3.2.2)
     */
    public DropRules(List<DropRule> rules, boolean respectNoArchive) {
        this.respectNoArchive = respectNoArchive;
        this.rules = rules.stream().map(Rule::of).toList();
    }

    /** The name of the rule that leaves a message out; empty without one. */
    String reason(Message message, byte[] bytes, Header header) {
        if (respectNoArchive && isNoArchive(header)) {
            return NO_ARCHIVE;
        }
        for (Rule rule : rules) {
            if (rule.tests().stream().allMatch(test -> test.holds(message, bytes, header))) {
                return rule.name();
            }
        }
        return "";
    }

    private static boolean isNoArchive(Header header) {
        return begins(header, Field.X_NO_ARCHIVE, "yes")
                || begins(header, Field.X_ARCHIVE, "no")
                || begins(header, Field.ARCHIVE, "no");
    }

    private static boolean begins(Header header, Field field, String word) {
        return header.first(field) >= 0
                && new HeaderText(header).firstRaw(field).toLowerCase(Locale.ROOT).startsWith(word);
    }

    private record Rule(String name, List<Test> tests) {

        static Rule of(DropRule rule) {
            return new Rule(rule.name(), rule.conditions().stream().map(DropRules::test).toList());
        }
    }

    private interface Test {
        boolean holds(Message message, byte[] bytes, Header header);
    }

    private static Test test(DropRule.Condition condition) {
        if (condition instanceof DropRule.Id id) {
            Optional<MessageId> wanted = MessageId.parse(id.id());
            return (message, bytes, header) -> wanted.equals(Optional.of(message.id()));
        }
        if (condition instanceof DropRule.HeaderMatch match) {
            Pattern pattern = Pattern.compile(match.expression());
            return (message, bytes, header) ->
                    AnyField.values(header, match.field()).stream()
                            .anyMatch(value -> pattern.matcher(value).find());
        }
        if (condition instanceof DropRule.Sender sender) {
            return (message, bytes, header) -> isFrom(message, sender.address());
        }
        if (condition instanceof DropRule.Before before) {
            return (message, bytes, header) -> isDated(message) && message.sent() < before.time();
        }
        if (condition instanceof DropRule.Since since) {
            return (message, bytes, header) -> isDated(message) && message.sent() >= since.time();
        }
        long most = ((DropRule.Larger) condition).bytes();
        return (message, bytes, header) -> bytes.length > most;
    }

    private static boolean isFrom(Message message, String address) {
        String email = message.from().email().toLowerCase(Locale.ROOT);
        return address.startsWith("@") ? email.endsWith(address) : email.equals(address);
    }

    private static boolean isDated(Message message) {
        return message.sent() != RawMessage.UNKNOWN;
    }
}
