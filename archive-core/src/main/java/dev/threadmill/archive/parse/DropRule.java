package dev.threadmill.archive.parse;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Says which messages are left out of the site: those that meet all of its conditions.
 *
 * @param name by which the report counts them
 * @param conditions at least one
 */
public record DropRule(String name, List<Condition> conditions) {

    public DropRule {
        conditions = List.copyOf(conditions);
        if (name.isBlank()) {
            throw new IllegalArgumentException("a rule for leaving mail out has no name");
        }
        if (conditions.isEmpty()) {
            throw new IllegalArgumentException(
                    "the rule '%s' has no condition, so it would leave all mail out; give it one, such as a Message-ID"
                            .formatted(name));
        }
    }

    /** What a message must be for a rule to leave it out. */
    public sealed interface Condition {}

    /** The message of this Message-ID, written with its angle brackets or without. */
    public record Id(String id) implements Condition {
        /** Refuses what no message can have. */
        public Id {
            if (id.replaceAll("[<>\\s]", "").isEmpty()) {
                throw new IllegalArgumentException(
                        "'%s' is no Message-ID; write it like 1234@example.org".formatted(id));
            }
        }
    }

    /**
     * A message in which a field of this name holds something that the regular expression finds.
     * Fields are asked unfolded and with their encoded words decoded.
     */
    public record HeaderMatch(String field, String expression) implements Condition {
        // RFC 5322 §2.2: printable ASCII but the colon.
        private static final Pattern FIELD_NAME = Pattern.compile("[!-9;-~]+");

        /** Refuses what is no field name, and what is no regular expression of Java. */
        public HeaderMatch {
            if (!FIELD_NAME.matcher(field).matches()) {
                throw new IllegalArgumentException(
                        "'%s' is no name of a header field; write it like X-Spam-Flag"
                                .formatted(field));
            }
            try {
                Pattern.compile(expression);
            } catch (PatternSyntaxException e) {
                throw new IllegalArgumentException(
                        "'%s' is no regular expression: %s"
                                .formatted(expression, e.getDescription()),
                        e);
            }
        }
    }

    /** A message from this address, or from any at a host: {@code @example.org}. */
    public record Sender(String address) implements Condition {
        private static final Pattern ADDRESS = Pattern.compile("[^<>]*@[^@<>\\s]+");

        public Sender {
            address = address.strip().toLowerCase(Locale.ROOT);
            if (!ADDRESS.matcher(address).matches()) {
                throw new IllegalArgumentException(
                        "'%s' is no address; write it like jane@example.org, or @example.org for all of a host"
                                .formatted(address));
            }
        }
    }

    /** A message sent before this second since 1970 UTC. */
    public record Before(long time) implements Condition {}

    /** A message sent at this second since 1970 UTC or later. */
    public record Since(long time) implements Condition {}

    /** A message of more bytes than these. */
    public record Larger(long bytes) implements Condition {}
}
